"""Follow every link of the built site; with --external those to others too.

Exit code 1 says that a link leads nowhere. A site that does not answer a
program is listed and does not count.
"""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from lecture_site.checks.answers import as_markdown, as_table, ask, dead
from lecture_site.checks.external_links import Manners
from lecture_site.checks.internal_links import check_site
from lecture_site.commands import finish, script


def main(
    site: Annotated[Path, typer.Argument()] = Path("site"),
    external: Annotated[bool, typer.Option("--external")] = False,
    report: Annotated[
        Path | None, typer.Option("--report", help="Write it as Markdown.")
    ] = None,
    timeout: int = Manners.timeout,
    pause: float = Manners.pause,
) -> None:
    """Check the site that the arguments name."""
    if not (site / "index.html").is_file():
        raise typer.BadParameter(f"there is no site in {site}/: make site")
    console = Console()
    links = check_site(site)
    problems = links.problems
    console.print(f"{links.n_internal} links within the site followed")
    if external:
        answers = ask(links, Manners(timeout=timeout, pause=pause), console)
        if answers:
            console.print(as_table(answers, links.external))
        if report:
            text = as_markdown(answers, links.external)
            report.write_text(text, encoding="utf-8")
        problems = [*problems, *dead(answers, links.external)]
    finish(problems)


if __name__ == "__main__":
    script(main, __doc__)
