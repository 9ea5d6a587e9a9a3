"""What other sites answered: as a table, a report and problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.progress import track
from rich.table import Table

from lecture_site.basics.problems import Problem
from lecture_site.checks.external_links import (
    Answer,
    Manners,
    Verdict,
    ask_all,
)
from lecture_site.checks.internal_links import Links

ORDER = list(Verdict)


def ask(links: Links, manners: Manners, console: Console) -> list[Answer]:
    """Ask for all external links; return those that are not simply good."""
    answers = track(
        ask_all(links.external, manners),
        "asking other sites",
        total=len(links.external),
        console=console,
        transient=True,
    )
    told = [answer for answer in answers if answer.verdict != Verdict.GOOD]
    return sorted(told, key=lambda a: (ORDER.index(a.verdict), a.address))


def as_table(
    answers: Sequence[Answer], files: Mapping[str, list[str]]
) -> Table:
    """Return the answers as a table for a terminal."""
    table = Table("Verdict", "Link", "Detail", "First on")
    for answer in answers:
        page = files[answer.address][0]
        table.add_row(answer.verdict, answer.address, answer.detail, page)
    return table


def as_markdown(
    answers: Sequence[Answer], files: Mapping[str, list[str]]
) -> str:
    """Return the answers as a report, for a summary or an issue."""
    rows = [
        f"| {a.verdict} | <{a.address}> | {a.detail.replace('|', ' ')} | "
        f"{', '.join(files[a.address])} |\n"
        for a in answers
    ]
    head = "| Verdict | Link | Detail | On |\n|---|---|---|---|\n"
    good = len(files) - len(answers)
    return f"{good} of {len(files)} links are good.\n\n{head}{''.join(rows)}"


def dead(
    answers: Sequence[Answer], files: Mapping[str, list[str]]
) -> list[Problem]:
    """Return the dead links as problems."""
    return [
        Problem(
            f"the link {a.address} is dead: {a.detail}",
            "link to where it is now, or to a copy that lasts",
            files[a.address][0],
        )
        for a in answers
        if a.verdict == Verdict.DEAD
    ]
