"""Writes PDFs small enough to read: text, pictures, locks and damages."""

import hashlib
import struct
from dataclasses import dataclass, field

_PADDING = bytes.fromhex(
    "28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A"
)


@dataclass
class Page:
    """One page; each line is (x, y, size, bytes of text)."""

    lines: list[tuple[float, float, float, bytes]] = field(
        default_factory=list
    )
    size: tuple[float, float] = (720, 405)
    rotate: int = 0
    more: bytes = b""


def slide(title: str, *body: str) -> Page:
    lines = [(40.0, 350.0, 32.0, title.encode("cp1252"))]
    for number, text in enumerate(body):
        lines.append((40.0, 280.0 - 30 * number, 18.0, text.encode("cp1252")))
    return Page(lines)


def pdf(
    pages: list[Page],
    *,
    letters: dict[int, str] | None = None,
    password: str = "",
) -> bytes:
    """Put pages together; `letters` says what the font's codes mean."""
    lock = _Lock(password) if password else None
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(pages)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        3: _font(letters),
        5: _stream(_GREY, b"\x80" * 16, lock, 5),
    }
    if letters is not None:
        objects[4] = _stream(b"", _meanings(letters), lock, 4)
    for number, page in enumerate(pages):
        place = 10 + 2 * number
        objects[place] = _page(page, place + 1)
        objects[place + 1] = _stream(b"", _drawn(page), lock, place + 1)
    return _file(objects, lock)


_GREY = (
    b"/Type /XObject /Subtype /Image /Width 4 /Height 4 "
    b"/ColorSpace /DeviceGray /BitsPerComponent 8"
)


def _font(letters: dict[int, str] | None) -> bytes:
    meanings = b"" if letters is None else b"/ToUnicode 4 0 R"
    return (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
        b"/Encoding /WinAnsiEncoding %b >>" % meanings
    )


def _meanings(letters: dict[int, str]) -> bytes:
    rows = "\n".join(
        f"<{code:02x}> <{meaning.encode('utf-16-be').hex()}>"
        for code, meaning in letters.items()
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
        "/CMapName /M def /CMapType 2 def 1 begincodespacerange <00> <ff> "
        f"endcodespacerange {len(letters)} beginbfchar\n{rows}\nendbfchar "
        "endcmap end end"
    ).encode("ascii")


def _page(page: Page, contents: int) -> bytes:
    width, height = page.size
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] "
        f"/Rotate {page.rotate} /Contents {contents} 0 R /Resources "
        "<< /Font << /F 3 0 R >> /XObject << /Im 5 0 R >> >> >>"
    ).encode("ascii")


def _drawn(page: Page) -> bytes:
    parts = [
        b"BT /F %g Tf 1 0 0 1 %g %g Tm <%b> Tj ET"
        % (size, x, y, text.hex().encode("ascii"))
        for x, y, size, text in page.lines
    ]
    return b"\n".join([*parts, page.more])


def _stream(
    entries: bytes, data: bytes, lock: "_Lock | None", number: int
) -> bytes:
    if lock:
        data = lock.closed(data, number)
    return b"<< %b /Length %d >> stream\n%b\nendstream" % (
        entries,
        len(data),
        data,
    )


def _file(objects: dict[int, bytes], lock: "_Lock | None") -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = {}
    if lock:
        objects = {**objects, 6: lock.entry()}
    for number, content in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj %b endobj\n" % (number, content)
    start, size = len(out), max(places) + 1
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    locked = b"/Encrypt 6 0 R /ID [<00> <00>]" if lock else b""
    return bytes(out) + (
        b"trailer << /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, locked, start)
    )


class _Lock:
    """The oldest protection of PDF: RC4 with 40 bits."""

    def __init__(self, password: str) -> None:
        padded = (password.encode("latin-1") + _PADDING)[:32]
        self.owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
        rights = struct.pack("<i", -4)
        seed = padded + self.owner + rights + b"\x00"
        self.key = hashlib.md5(seed).digest()[:5]

    def entry(self) -> bytes:
        user = _rc4(self.key, _PADDING)
        return b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%b> /U <%b> >>" % (
            self.owner.hex().encode(),
            user.hex().encode(),
        )

    def closed(self, data: bytes, number: int) -> bytes:
        seed = self.key + struct.pack("<I", number)[:3] + b"\0\0"
        return _rc4(hashlib.md5(seed).digest()[:10], data)


def _rc4(key: bytes, data: bytes) -> bytes:
    state, other = list(range(256)), 0
    for place in range(256):
        other = (other + state[place] + key[place % len(key)]) % 256
        state[place], state[other] = state[other], state[place]
    out, first, second = bytearray(), 0, 0
    for byte in data:
        first = (first + 1) % 256
        second = (second + state[first]) % 256
        state[first], state[second] = state[second], state[first]
        out.append(byte ^ state[(state[first] + state[second]) % 256])
    return bytes(out)


def forms_in_forms(levels: int, times: int) -> bytes:
    """Draw a word in a form that is drawn in a form, each several times."""
    own = b"/Font << /F 3 0 R >>"
    word = b"BT /F 18 Tf 1 0 0 1 40 200 Tm (word) Tj ET"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count 1 /Kids [10 0 R] >>",
        3: _font(None),
        10: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 720 405] /Contents "
        b"11 0 R /Resources << %b /XObject << /X 20 0 R >> >> >>" % own,
        11: _stream(b"", b"/X Do", None, 11),
    }
    for number in range(20, 20 + levels):
        entries = (
            b"/Type /XObject /Subtype /Form /BBox [0 0 720 405] /Resources "
            b"<< %b /XObject << /X %d 0 R >> >>" % (own, number + 1)
        )
        drawn = b"/X Do " * times if number < 19 + levels else word
        objects[number] = _stream(entries, drawn, None, number)
    return _file(objects, None)
