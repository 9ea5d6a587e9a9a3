"""An entry: a result that was made somewhere, and what it was made from.

Whoever reads it believes nothing: it is data, of a size, in JSON, and it is
the result that was asked for, whole, or it is refused.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

LARGEST = 16_000_000  # bytes; the largest result has a hundredth of it


class RefusedError(Exception):
    """Raised for what cannot be believed; it says why."""


@dataclass(frozen=True)
class Wanted:
    """A result that somebody may have made.

    Parameters
    ----------
    name : str
        The product.
    made_from : str
        The fingerprint of its sources.
    """

    name: str
    made_from: str

    @property
    def key(self) -> str:
        """What its entry is called."""
        return _digest(f"{self.made_from} {self.name}")


def packed(wanted: Wanted, text: str) -> bytes:
    """Return an entry as it is kept."""
    entry = asdict(wanted) | {"digest": _digest(text), "text": text}
    return json.dumps(entry, indent=1, sort_keys=True).encode()


def unpacked(content: bytes, wanted: Wanted) -> str:
    """Return the text of an entry.

    Raises
    ------
    RefusedError
        If it is not the entry that was wanted.
    """
    entry = _parsed(content)
    if (entry.get("name"), entry.get("made_from")) != (
        wanted.name,
        wanted.made_from,
    ):
        raise RefusedError("it is another result, or of other sources")
    text = entry.get("text")
    if not isinstance(text, str) or not _is_whole(text, entry.get("digest")):
        raise RefusedError("its text is not what its digest says")
    return text


def _is_whole(text: str, told: object) -> bool:
    try:
        return _digest(text) == told
    except UnicodeEncodeError:  # half a character, which JSON can carry
        return False


def _parsed(content: bytes) -> dict[str, object]:
    if len(content) > LARGEST:
        raise RefusedError(f"it has more than {LARGEST:,} bytes")
    try:
        entry = json.loads(content)
    except (ValueError, RecursionError):
        raise RefusedError("it is no JSON, or half of it") from None
    if not isinstance(entry, dict):
        raise RefusedError("it is no entry")
    return entry


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
