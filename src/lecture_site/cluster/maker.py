"""A process that makes results for others, in the checkout it stands in.

A worker hands it orders and hands back the answers. It makes a result as
every build does, in a child of its own and with one thread, and only of the
very sources, versions and arithmetic that were asked for.
"""

from __future__ import annotations

import os
import pickle
import sys

from lecture_site.basics.project import Project
from lecture_site.basics.targets import FileTarget
from lecture_site.cluster.order import Answers, Order
from lecture_site.processes.child import Child
from lecture_site.processes.isolated import LONGEST, warm_context
from lecture_site.staleness.fingerprint import Imports
from lecture_site.staleness.recipe import Recipe

OTHERS = "it has other sources, versions or arithmetic"


def answered(asked: bytes, here: Project) -> Answers:
    """Return what becomes of an order, whatever is wrong with it."""
    try:
        order: Order = pickle.loads(asked)
    except Exception as error:  # its modules are others, or not there
        return [{"refused": f"{OTHERS}: {error!r}"}]
    for place, text in order.files.items():
        FileTarget(here.root / place).write_if_changed(text)
    child = Child(warm_context())
    try:
        return [
            _made(recipe.moved(order.root, here.root), digest, here, child)
            for recipe, digest in order.recipes.items()
        ]
    finally:
        child.end()


def _made(
    recipe: Recipe, digest: str, here: Project, child: Child
) -> dict[str, str]:
    if not _is_of(recipe, digest, here):
        return {"refused": OTHERS}
    task = recipe.task
    answer = child.call(task.function, task.arguments, LONGEST)
    # Somebody may have changed a source while it ran.
    return answer if _is_of(recipe, digest, here) else {"refused": OTHERS}


def _is_of(recipe: Recipe, digest: str, here: Project) -> bool:
    try:
        return recipe.fingerprint(Imports(here)) == digest
    except FileNotFoundError:
        return False


def serve(here: Project) -> None:
    """Answer orders on standard input until it ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    while True:
        try:
            asked = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        pickle.dump(answered(asked, here), answers)
        answers.flush()


if __name__ == "__main__":
    serve(Project.here())
