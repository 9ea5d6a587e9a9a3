"""Say what differs between two built sites, as Markdown."""

import json
from pathlib import Path
from typing import Annotated

import typer

from lecture_site.checks.changes import as_markdown, compare
from lecture_site.checks.snapshot import read_site
from lecture_site.commands import script


def main(
    old: Annotated[Path, typer.Argument(help="The site before.")],
    new: Annotated[Path, typer.Argument(help="The site now.")],
    json_: Annotated[
        Path | None, typer.Option("--json", help="Write it as JSON too.")
    ] = None,
) -> None:
    """Compare two folders."""
    changes = compare(read_site(old), read_site(new))
    print(as_markdown(changes))
    if json_:
        text = json.dumps(changes.as_json(), indent=1, ensure_ascii=False)
        json_.write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    script(main, __doc__)
