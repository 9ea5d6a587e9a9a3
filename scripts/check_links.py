"""Follow every link of the built site; with --external those to others too.

Exit code 1 says that a link leads nowhere. A site that does not answer a
program is listed and does not count.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

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
from lecture_site.checks.internal_links import Links, check_site
from lecture_site.commands import finish

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


def main() -> None:
    """Check the site that the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"))
    parser.add_argument("--external", action="store_true")
    parser.add_argument("--report", type=Path, help="write it as Markdown")
    parser.add_argument("--timeout", type=int, default=Manners.timeout)
    parser.add_argument("--pause", type=float, default=Manners.pause)
    chosen = parser.parse_args()
    if not (chosen.site / "index.html").is_file():
        parser.error(f"there is no site in {chosen.site}/: run 'make site'")
    console = Console()
    links = check_site(chosen.site)
    problems = links.problems
    console.print(f"{links.n_internal} links within the site followed")
    if chosen.external:
        manners = Manners(timeout=chosen.timeout, pause=chosen.pause)
        answers = ask(links, manners, console)
        if answers:
            console.print(as_table(answers, links.external))
        if chosen.report:
            report = as_markdown(answers, links.external)
            chosen.report.write_text(report, encoding="utf-8")
        problems = [*problems, *dead(answers, links.external)]
    finish(problems)


if __name__ == "__main__":
    main()
