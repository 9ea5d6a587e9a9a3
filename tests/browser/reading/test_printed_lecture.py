"""The lecture as one PDF: complete, linked, with its pages numbered."""

import re
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from conftest import SITE
from lecture_site.basics.project import Project
from lecture_site.browser.printed_file import printed_name
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.printing.document import Chapter, chapters
from lecture_site.finishing.printing.print import slugs


@pytest.fixture(scope="module")
def pdf() -> Iterator[pdfium.PdfDocument]:
    document = pdfium.PdfDocument(SITE / printed_name(Project(SITE.parent)))
    yield document
    document.close()


@pytest.fixture(scope="module")
def parts() -> list[Chapter]:
    site = BuiltSite.read(SITE)
    return chapters(site, slugs(site), "")


@pytest.fixture(scope="module")
def starts(pdf: pdfium.PdfDocument) -> dict[str, int]:
    return {
        entry.get_title(): entry.get_dest().get_index()
        for entry in pdf.get_toc()
        if entry.level == 0
    }


def text_of(pdf: pdfium.PdfDocument, page: int) -> str:
    return str(pdf[page].get_textpage().get_text_range())


def links_of(pdf: pdfium.PdfDocument, page: int) -> list[str | None]:
    """Return the addresses of a page's links; None within the document."""
    found, place = [], raw.c_int(0)
    link, on_page = raw.FPDF_LINK(), pdf[page]  # a page takes long to read
    while raw.FPDFLink_Enumerate(on_page, place, link):
        if raw.FPDFLink_GetDest(pdf, link):
            found.append(None)
            continue
        action = raw.FPDFLink_GetAction(link)
        size = raw.FPDFAction_GetURIPath(pdf, action, None, 0)
        held = (raw.c_char * size)()
        raw.FPDFAction_GetURIPath(pdf, action, held, size)
        found.append(held.value.decode())
    return found


def test_every_page_of_the_lecture_is_a_chapter(
    parts: list[Chapter], starts: dict[str, int]
) -> None:
    assert len(parts) == 19
    assert list(starts) == [part.title for part in parts]


def test_the_contents_name_the_page_that_a_chapter_begins_on(
    pdf: pdfium.PdfDocument, starts: dict[str, int]
) -> None:
    lines = " ".join(text_of(pdf, 1).split())
    for title, start in starts.items():
        assert f"{title} {start + 1}" in lines
        assert text_of(pdf, start).strip().startswith(title)


def test_a_footer_numbers_the_pages(pdf: pdfium.PdfDocument) -> None:
    for page in (4, 40, len(pdf) - 1):
        assert re.search(rf"\b{page + 1}\s*$", text_of(pdf, page))


def test_links_lead_within_the_document_and_to_other_works(
    pdf: pdfium.PdfDocument,
) -> None:
    links = [link for page in range(len(pdf)) for link in links_of(pdf, page)]
    addresses = {link for link in links if link}
    assert links.count(None) > 1000
    assert any("doi.org" in address for address in addresses)
    assert not any(address.startswith("file:") for address in addresses)


def test_formulas_figures_and_answers_are_in_place(
    pdf: pdfium.PdfDocument, starts: dict[str, int]
) -> None:
    first = starts["Backpropagation"]
    last = starts["Activation functions"]
    text = "".join(text_of(pdf, page) for page in range(first, last))
    assert text.count("𝜕") > 50  # as the font of formulas has it
    assert len(re.findall(r"Figure \d+\.", text)) >= 8
    assert "snippets/backpropagation/" in text


def test_nothing_of_the_screen_is_printed(pdf: pdfium.PdfDocument) -> None:
    text = "".join(text_of(pdf, page) for page in range(0, len(pdf), 5))
    assert "Skip to content" not in text
    assert "¶" not in text
