"""Notes: any bytes are read or refused, and what is inserted comes out."""

from __future__ import annotations

from fuzz.scratch import scratch
from slide_aligner.documents import Link, Notes
from slide_aligner.insertion.insert import Picture, insert, revert
from slide_aligner.notes.comments import lines_in_comments, without_comments
from slide_aligner.notes.front_matter import blank_front_matter
from slide_aligner.notes.markdown import notes_of_text, read_notes
from terminal.errors import FileProblemError

FOLDER = scratch("notes")
PATH = FOLDER / "notes.md"


def one_input(data: bytes) -> None:
    """Read notes, put a picture below each heading, and take it away."""
    PATH.write_bytes(data)
    try:
        notes = read_notes(PATH, "notes.md")
    except FileProblemError:
        return
    _assert_whole(notes)
    links = [_link(notes, number) for number in range(len(notes.sections))]
    picture = Picture(FOLDER / "1.webp", "A")
    try:
        change = insert(PATH, links, lambda _: picture)
    except FileProblemError as error:
        if "slide-aligner marker" in str(error):
            return
        raise
    assert change.n_pictures + len(change.warnings) == len(links)
    _assert_seen(change.n_pictures)
    revert(PATH)
    if b"slide-aligner" not in data:
        assert PATH.read_bytes() == data


def _assert_whole(notes: Notes) -> None:
    lines = [section.line for section in notes.sections]
    anchors = [section.anchor for section in notes.sections]
    assert lines == sorted(set(lines))
    assert len(set(anchors)) == len(anchors)
    for section in notes.sections:
        for paragraph in section.paragraphs:
            assert paragraph.text.strip()
            assert paragraph.line >= section.line


def _link(notes: Notes, number: int) -> Link:
    section = notes.sections[number]
    return Link(
        *("notes.md", section.anchor, section.heading, section.line),
        *("deck", (1,), 1, 0.9, "insert"),
    )


def _assert_seen(n_pictures: int) -> None:
    """See that no picture was written into a comment or into code."""
    data = PATH.read_bytes()
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = data.decode("utf-16" if wide else "utf-8-sig")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = blank_front_matter(text)
    assert without_comments(shown).count("\n") == shown.count("\n")
    hidden = set(lines_in_comments(shown))
    marks = [
        number
        for number, line in enumerate(shown.split("\n"))
        if line.startswith("<!-- slide-aligner: ")
    ]
    assert len(marks) >= n_pictures
    assert not hidden.intersection(marks)
    assert notes_of_text(text, "").sections or not n_pictures
