"""The live picture of the front page: a network learns two moons."""

from lecture_measurements import training_by_hand as by_hand
from lecture_site.live_pictures import Data, live_data

MOMENTS = (0, 10, 100, 1000)


@live_data
def two_moons() -> Data:
    """Return the samples and first weights of the introduction's listing."""
    task = by_hand.problem(0)
    path = by_hand.descent(task)
    return {
        "x": task.x.tolist(),
        "y": task.y[:, 0].astype(int).tolist(),
        "start": {
            name: values.tolist()
            for name, values in task.start._asdict().items()
        },
        "moments": [
            {
                "step": step,
                "loss": by_hand.loss(task.x, task.y, path[step]),
                "correct": by_hand.accuracy(
                    by_hand.predict(task.x, path[step]), task.y
                ),
            }
            for step in MOMENTS
        ],
    }
