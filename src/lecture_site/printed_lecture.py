"""Prints the whole lecture as one PDF, made from the built pages.

It is printed by the machine's own Chromium, in the style of
``docs/assets/book.css``; where one of them is missing, the site has no PDF
and does not offer one. It is printed twice, because the contents
name page numbers that only the first print tells.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import Browser

from lecture_site.chromium import chromium, find_chromium
from lecture_site.commits import commit_date
from lecture_site.one_document import (
    APPENDICES,
    Chapter,
    chapters,
    document,
    numbers_of,
)
from lecture_site.project import Project

NAME = "neural-networks.pdf"
PICTURE = "figures/introduction/learned_boundary.svg"
NEXT = re.compile(r'<link rel="next" href="([^"]*)"')
FOOTER = (
    '<div style="width: 100%; font: 8px sans-serif; text-align: center">'
    '<span class="pageNumber"></span></div>'
)
LONGEST = 120_000  # milliseconds


def print_lecture(project: Project, site: Path) -> None:
    """Write the PDF into the site, if the project has one."""
    path = find_chromium()
    if path is None or not is_printed(project):
        return
    parts = chapters(site, slugs(site), os.environ.get("SITE_URL", ""))
    key = _digest(parts, project, site)
    kept = project.cache / "printed" / f"{key}.pdf"
    if not kept.exists():
        shutil.rmtree(kept.parent, ignore_errors=True)
        kept.parent.mkdir(parents=True)
        # In a thread of its own, since tests may have a browser open.
        with ThreadPoolExecutor(1) as thread:
            pdf = thread.submit(_print_twice, path, parts, project, site)
            kept.write_bytes(pdf.result())
    (site / NAME).write_bytes(kept.read_bytes())


def is_printed(project: Project) -> bool:
    """Tell whether the lecture is printed: it needs a sheet for that."""
    return find_chromium() is not None and _book(project).exists()


def _book(project: Project) -> Path:
    return project.docs / "assets" / "book.css"


def bring_last_print(project: Project, site: Path) -> None:
    """Bring the PDF of an earlier build, where printing takes too long."""
    printed = sorted(
        (project.cache / "printed").glob("*.pdf"),
        key=lambda path: path.stat().st_mtime,
    )
    for path in printed[-1:]:
        (site / NAME).write_bytes(path.read_bytes())


def slugs(site: Path) -> list[str]:
    """Return the pages of the lecture in their order, then the appendices."""
    found: list[str] = []
    page = site / "index.html"
    while link := NEXT.search(page.read_text(encoding="utf-8")):
        page = (page.parent / link[1] / "index.html").resolve()
        slug = page.parent.relative_to(site.resolve()).as_posix()
        if "/" in slug:  # the labs begin
            break
        found.append(slug)
    appendices = [name for name in APPENDICES if (site / name).is_dir()]
    return [*found, *(name for name in appendices if name not in found)]


def _digest(parts: list[Chapter], project: Project, site: Path) -> str:
    told = hashlib.sha256(repr(parts).encode())
    told.update(_cover(project).encode())
    for path in [*_sheets(site), *sorted((site / "assets/fonts").glob("*"))]:
        told.update(path.read_bytes())
    told.update(_book(project).read_bytes())
    for name in ("printed_lecture.py", "one_document.py"):
        told.update((Path(__file__).parent / name).read_bytes())
    return told.hexdigest()[:16]


def _sheets(site: Path) -> list[Path]:
    assets = site / "assets"
    own = ("temml", "lecture", "blocks", "slides", "print")
    theme = sorted((assets / "stylesheets").glob("*.css"))
    sheets = [*theme, *(assets / f"{name}.css" for name in own)]
    return [sheet for sheet in sheets if sheet.exists()]


def _cover(project: Project) -> str:
    drawn = project.docs / PICTURE
    picture = drawn.read_text(encoding="utf-8") if drawn.exists() else ""
    return (
        '<p class="cover__title">Neural networks</p>'
        '<p class="cover__promise">Every number on these pages was computed.'
        f'</p><div class="drawing">{picture}</div>'
        f'<p class="cover__date">{commit_date(project)}</p>'
    )


def _print_twice(
    path: str, parts: list[Chapter], project: Project, site: Path
) -> bytes:
    with chromium(path) as browser:
        draft = _print(browser, parts, project, site, {})
        return _print(browser, parts, project, site, _starts(draft, parts))


def _starts(pdf: bytes, parts: list[Chapter]) -> Mapping[str, int]:
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(pdf) as read:
        outline = [
            (entry.level, entry.get_title(), entry.get_dest().get_index() + 1)
            for entry in read.get_toc()
        ]
    return numbers_of(outline, parts)


def _print(
    browser: Browser,
    parts: list[Chapter],
    project: Project,
    site: Path,
    numbers: Mapping[str, int],
) -> bytes:
    sheets = [path.relative_to(site).as_posix() for path in _sheets(site)]
    text = document(
        parts,
        _cover(project),
        sheets,
        _book(project).read_text(encoding="utf-8"),
        lambda slug: str(numbers.get(slug, 100)),
    )
    source = site / "printed.html"
    source.write_text(text, encoding="utf-8")
    try:
        return packed(_pdf_of(browser, source))
    finally:
        source.unlink()


def _pdf_of(browser: Browser, source: Path) -> bytes:
    page = browser.new_page(color_scheme="light", java_script_enabled=False)
    page.set_default_timeout(LONGEST)
    page.goto(source.resolve().as_uri())
    return page.pdf(
        prefer_css_page_size=True,
        print_background=True,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=FOOTER,
        outline=True,
        tagged=True,
    )


def packed(pdf: bytes) -> bytes:
    """Return a PDF that is a third in size and does not say when it was made.

    Chromium leaves what a screen reader is told unpacked, which is most of
    it: every sign of every formula.
    """
    import pikepdf

    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for name in {"/CreationDate", "/ModDate"} & set(document.docinfo):
            del document.docinfo[name]
        document.save(
            written,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return written.getvalue()
