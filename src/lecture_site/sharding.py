"""A part of all results, made by one machine for those that share them."""

from __future__ import annotations

import os

from rich.console import Console

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.build import committed_products, local_products
from lecture_site.exchange.results import VARIABLE
from lecture_site.products.making import bring_up_to_date
from lecture_site.products.shards import in_shard, parsed_shard


def make_shard(text: str, project: Project, console: Console) -> list[Problem]:
    """Make a part of all results, for those who build the site of them.

    Parameters
    ----------
    text : str
        Such as ``2/5``, the second of five.
    project : Project
        The checkout.
    console : Console
        Where progress is shown.
    """
    if not os.environ.get(VARIABLE):
        what = "a shard is made for others, who would not find it"
        remedy = f"name a folder that they have too: {VARIABLE}=FOLDER"
        raise ProblemError(Problem(what, remedy))
    try:
        part, whole = parsed_shard(text)
    except ValueError as error:
        raise ProblemError(Problem(str(error), "name one that is")) from None
    problems = []
    for kind, record in ((committed_products, False), (local_products, True)):
        problems += bring_up_to_date(
            in_shard(kind(project), part, whole),
            project,
            record=record,
            console=console,
            named=f"shard {text}",
        )
    return problems
