"""Pages as pytest-codeblocks can read them.

It understands plain fences only and no includes. So each page is written
out with just the Python that it shows, every fence in the plain form, and
with the recorded output of the programs.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.pages.reader import Block, Reading
from lecture_site.products.listings import Listing, find_listing


def write_expanded_pages(
    reading: Reading, project: Project, folder: Path
) -> None:
    """Write every page that runs code into a folder of their own."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for page, blocks in reading.by_page.items():
        run = [b for b in blocks if b.is_python and not b.excuse]
        if run:
            text = "\n\n".join(expanded(block, project) for block in run)
            place = folder / Path(page).relative_to("docs")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")


def expanded(block: Block, project: Project) -> str:
    """Return a block with all it needs to run and what it must print."""
    listing = find_listing(block.source, project)
    place = f"<!-- {block.page}, line {block.line} -->"
    if listing is None:
        return f"{place}\n{_fence('python', block.source)}"
    if listing.section:
        runnable = f"{_context(listing)}\n{block.source}"
        return f"{place}\n{_fence('python', runnable)}"
    return f"{place}\n{_fence('python', block.source)}\n{_expected(listing)}"


def _context(listing: Listing) -> str:
    module = f"lecture_code.{listing.path.stem}"
    return (
        "from __future__ import annotations\n"
        f"import {module} as _module\n"
        "globals().update(vars(_module))"
    )


def _expected(listing: Listing) -> str:
    output = read_source(listing.output).rstrip("\n")
    mark = "<!--pytest-codeblocks:expected-output-->"
    return f"{mark}\n{_fence('text', output)}" if output else ""


def _fence(language: str, text: str) -> str:
    ticks = "`" * (4 if "```" in text else 3)
    return f"{ticks}{language}\n{text}\n{ticks}"
