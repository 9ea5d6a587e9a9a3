"""A training step in our engine, beside PyTorch, autograd and micrograd.

All train the same network from the same weights in float64 on one thread,
and must have learned the same before they are timed. `rows` gives the table
of `make bench`; run as it stands, this prints it and keeps nothing.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from frame.checkout import ROOT
from frame.choices import CHOSEN
from frame.commands import run
from frame.pairs import Samples
from frame.peers import peers_program
from frame.results import HERE
from frame.rows import Row, row

SMALL = "`2-16-16-1`, batch of `100`"
LARGE = "`784-128-64-10`, batch of `64`"
TORCH = "PyTorch without modules"
PEERS = {
    "torch_functions": TORCH,
    "torch_modules": "PyTorch with `nn` and `optim`",
    "hips_autograd": "HIPS autograd",
    "micrograd": "micrograd",
}
OTHERS = {"by_hand": "by hand, without an engine", "lean": "a lean engine"}
GOALS = {
    ("small", "torch_functions"): 0.3,
    ("large", "torch_functions"): 1.0,
    ("small", "micrograd"): 1 / 4000,
}


def rows() -> Iterator[Row]:
    """Yield the rows of both networks, of each width, and the crossover."""
    measured = _measured(CHOSEN.rounds(usual=21))
    yield from _of_network("small", SMALL, measured.pop("small"))
    yield from _of_network("large", LARGE, measured.pop("large"))
    yield from _of_widths({int(width): s for width, s in measured.items()})


def _measured(rounds: int) -> dict[str, Samples]:
    """Measure in a process that has the peers; see `engines.measure`."""
    with TemporaryDirectory() as folder:
        place = Path(folder, "engine")
        place.mkdir()
        python = str(peers_program("python"))
        command = [python, "-m", "engines.measure", "found.json", str(rounds)]
        path = os.pathsep.join(map(str, (HERE, ROOT / "src")))
        run(command, place, {"PYTHONPATH": path})
        text = (place / "found.json").read_text(encoding="utf-8")
    found: dict[str, Samples] = json.loads(text)
    return found


def _of_network(name: str, title: str, samples: Samples) -> Iterator[Row]:
    """Yield ours beside each peer, then what else beside the first."""
    for peer in (peer for peer in PEERS if peer in samples):
        yield row(
            f"engine_{name}_{peer}",
            samples["ours"],
            samples[peer],
            title=title,
            peer_is=PEERS[peer],
            goal=GOALS.get((name, peer)),
            unit="µs",
        )
    for other, how in OTHERS.items():
        yield row(
            f"engine_{name}_{other}",
            samples[other],
            samples["torch_functions"],
            title=f"{title}, {how}",
            peer_is=TORCH,
            unit="µs",
        )


def _of_widths(measured: Mapping[int, Samples]) -> Iterator[Row]:
    """Yield a row for each width, and one for where the lead changes."""
    for width, samples in measured.items():
        yield row(
            f"engine_width_{width}",
            samples["ours"],
            samples["torch_functions"],
            title=f"`{width}-{width}-{width}-10`, batch of `64`",
            peer_is=TORCH,
            unit="µs",
        )
    found = [crossover(ratios) for ratios in _ratios(measured)]
    if any(found):
        yield row(
            "engine_crossover",
            [width for width in found if width],
            title="Least width at which PyTorch has caught up",
            unit="units",
        )


def _ratios(measured: Mapping[int, Samples]) -> Iterator[dict[int, float]]:
    """Yield for each round ours over the peer's, by width."""
    rounds = min(len(samples["ours"]) for samples in measured.values())
    for number in range(rounds):
        yield {
            width: samples["ours"][number] / samples["torch_functions"][number]
            for width, samples in measured.items()
        }


def crossover(ratios: Mapping[int, float]) -> float | None:
    """Return the least width at which the peer catches up, if it does.

    Parameters
    ----------
    ratios : mapping of int to float
        Ours over the peer's, by width, the narrowest first. Between two of
        them its logarithm is taken as linear in that of the width.
    """
    for (w1, r1), (w2, r2) in pairwise(ratios.items()):
        if r1 < 1 <= r2:
            share = math.log(r1) / math.log(r1 / r2)
            return float(w1 * (w2 / w1) ** share)
    return None


def main() -> None:
    """Print the table."""
    form = "{:46} {:>27} {:26} {:>27} {:>9} {:>8}"
    heads = "ours in µs", "peer", "peer in µs", "ratio", "goal"
    print(form.format("", *heads))
    for one in rows():
        ours, peer = map(_spread, one["runs"].values())
        ratio, goal = map(_figure, (one["ratio"], one["goal"]))
        cells = one["title"], ours, one["peer_is"], peer, ratio, goal
        print(form.format(*cells))


def _spread(runs: list[float]) -> str:
    """Return the least, the middle and the largest of some runs."""
    if not runs:
        return "–"
    return " < ".join(map(_figure, (min(runs), median(runs), max(runs))))


def _figure(number: float | None) -> str:
    return "–" if number is None else f"{number:.4g}"


if __name__ == "__main__":
    main()
