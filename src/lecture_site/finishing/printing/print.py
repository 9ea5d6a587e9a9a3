"""Prints the whole lecture as one PDF, made from the built pages.

It is printed by Chromium, in the style of ``docs/assets/book.css``; where one
of them is missing, the site has no PDF and does not offer one. It is printed
twice, because the contents name page numbers that only the first print tells.
"""

from __future__ import annotations

import hashlib
import html
import io
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser

from lecture_site.basics.commits import commit_date
from lecture_site.basics.configuration import cover_figure, names
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.basics.whole_files import keep, kept
from lecture_site.browser.chromium import Chromium, find_chromium
from lecture_site.browser.printed_file import is_printed, printed_name, sheet
from lecture_site.exchange.entry import Wanted
from lecture_site.exchange.files import taken_or_made
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.printing.document import (
    APPENDICES,
    Book,
    chapters,
    document,
    numbers_of,
)
from lecture_site.finishing.reference.entries import is_reference

FOOTER = (
    '<div style="width: 100%; font: 8px sans-serif; text-align: center">'
    '<span class="pageNumber"></span></div>'
)
LONGEST = 120_000  # milliseconds


def print_lecture(project: Project, site: BuiltSite) -> None:
    """Write the PDF into the site, if the project has one."""
    found = find_chromium(project)
    if found is None or not is_printed(project):
        return
    book = _bound(project, site)
    path = project.cache / "printed" / f"{_digest(book, site)}.pdf"
    printed = kept(path)
    if printed is None:
        shutil.rmtree(path.parent, ignore_errors=True)
        (printed,) = taken_or_made(
            Wanted("printed lecture", f"{path.stem} {_printer(found)}"),
            1,
            lambda: [_in_a_thread(found, book, site.folder)],
        )
        keep(path, printed)
    (site.folder / printed_name(project)).write_bytes(printed)


def bring_last_print(project: Project, site: BuiltSite) -> None:
    """Bring the PDF of an earlier build, where printing takes too long."""
    printed = sorted(
        (project.cache / "printed").glob("*.pdf"),
        key=lambda path: path.stat().st_mtime,
    )
    for path in printed[-1:]:
        if (pdf := kept(path)) is not None:
            (site.folder / printed_name(project)).write_bytes(pdf)


def slugs(site: BuiltSite) -> list[str]:
    """Return the pages of the lecture in their order, then the appendices."""
    found: list[str] = []
    page = site.by_name["index.html"]
    while link := page.tree.css_first(site.theme.following):
        slug = (page.target(link.attributes["href"] or "") or "").rstrip("/")
        if "/" in slug:  # the labs begin
            break
        page = site.by_name[f"{slug}/index.html"]
        found += [] if is_reference(page) else [slug]
    appendices = [n for n in APPENDICES if f"{n}/index.html" in site.by_name]
    return [*found, *(name for name in appendices if name not in found)]


def _bound(project: Project, site: BuiltSite) -> Book:
    return Book(
        names(project).site,
        chapters(site, slugs(site), os.environ.get("SITE_URL", "")),
        _cover(project),
        [path.relative_to(site.folder).as_posix() for path in _sheets(site)],
        read_source(sheet(project)),
        site.theme.in_print,
    )


def _digest(book: Book, site: BuiltSite) -> str:
    told = hashlib.sha256(repr(book).encode())
    fonts = sorted((site.folder / "assets/fonts").glob("*"))
    for path in [*_sheets(site), *fonts]:
        told.update(path.read_bytes())
    for name in ("print.py", "document.py"):
        told.update((Path(__file__).parent / name).read_bytes())
    return told.hexdigest()[:16]


def _sheets(site: BuiltSite) -> list[Path]:
    """Return the style sheets of the first page, of theme and lecture."""
    (first,) = (page for page in site.pages if page.name == "index.html")
    loaded = (site.folder / load.file for load in first.loads())
    return [file for file in loaded if file.suffix == ".css" and file.exists()]


def _cover(project: Project) -> str:
    drawn = project.docs / cover_figure(project)
    picture = read_source(drawn) if drawn.is_file() else ""
    return (
        f'<p class="cover__title">{html.escape(names(project).short)}</p>'
        '<p class="cover__promise">Every number on these pages was computed.'
        f'</p><div class="drawing">{picture}</div>'
        f'<p class="cover__date">{commit_date(project)}</p>'
    )


def _printer(found: Chromium) -> list[str]:
    """Return what another machine may print otherwise with."""
    return [found.name, found.version, version("pikepdf")]


def _in_a_thread(found: Chromium, book: Book, site: Path) -> bytes:
    """Print in a thread of its own, since tests may have a browser open."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_print, found, book, site).result()


def _print(found: Chromium, book: Book, site: Path) -> bytes:
    """Print twice: the first print tells where the chapters begin."""
    with found.started() as browser:
        draft = _pdf_of(browser, document(book, {}), site)
        numbers = numbers_of(_outline(draft), book.chapters)
        return packed(_pdf_of(browser, document(book, numbers), site))


def _outline(pdf: bytes) -> list[tuple[int, str, int]]:
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(pdf) as read:
        return [
            (entry.level, entry.get_title(), entry.get_dest().get_index() + 1)
            for entry in read.get_toc()
        ]


def _pdf_of(browser: Browser, text: str, site: Path) -> bytes:
    source = site / "printed.html"  # where its style sheets are
    source.write_text(text, encoding="utf-8")
    page = browser.new_page(color_scheme="light", java_script_enabled=False)
    page.set_default_timeout(LONGEST)
    page.goto(source.resolve().as_uri())
    source.unlink()
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
