"""Hand-edited JSON: says which entry is wrong, and how."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeVar

from terminal.errors import FileProblemError
from terminal.text_files import decode, read_bytes

T = TypeVar("T")
_KINDS: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
}


@dataclass(frozen=True)
class Entry:
    """An object of a JSON file that knows where it stands.

    Parameters
    ----------
    path : Path
        The file.
    where : str
        Its place in the file, such as ``links[3]``; empty for the whole.
    values : dict
        What it holds.
    """

    path: Path
    where: str
    values: dict[str, object]

    def fail(self, what: str) -> NoReturn:
        """Raise an error that names the file and this entry."""
        place = f"{self.where}: " if self.where else ""
        raise FileProblemError(self.path, f"{place}{what}")

    def get(self, key: str, kind: type[T]) -> T:
        """Return the value of a key that must be there."""
        if key not in self.values:
            self.fail(f'"{key}" is missing')
        return self._typed(self.values[key], kind, f'"{key}"')

    def get_or(self, key: str, kind: type[T], otherwise: T) -> T:
        """Return the value of a key that may be missing."""
        return self.get(key, kind) if key in self.values else otherwise

    def number(self, key: str, low: int, high: int | None = None) -> int:
        """Return a whole number from `low` to `high`."""
        return self._bounded(self.get(key, int), low, high, f'"{key}"')

    def share(self, key: str) -> float:
        """Return a number from 0 to 1."""
        value = self.values.get(key)
        # To JSON 1 and 1.0 are the same number.
        share = float(value) if type(value) is int else self.get(key, float)
        if not 0 <= share <= 1:
            self.fail(f'"{key}" must be from 0 to 1, not {_shown(value)}')
        return share

    def numbers(
        self, key: str, low: int, high: int | None = None
    ) -> tuple[int, ...]:
        """Return a list of whole numbers, each from `low` to `high`."""
        name = f'each of "{key}"'
        return tuple(
            self._bounded(self._typed(value, int, name), low, high, name)
            for value in self.get(key, list)
        )

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        name = f'each of "{key}"'
        return tuple(
            self._typed(value, str, name) for value in self.get(key, list)
        )

    def entry(self, key: str) -> Entry:
        """Return the object of a key."""
        where = f"{self.where}.{key}" if self.where else key
        return Entry(self.path, where, self.get(key, dict))

    def entries(self, key: str) -> Iterator[Entry]:
        """Return the objects of a list."""
        for index, value in enumerate(self.get(key, list)):
            name = f"{key}[{index}]"
            where = f"{self.where}.{name}" if self.where else name
            yield Entry(self.path, where, self._typed(value, dict, name))

    def only(self, *keys: str) -> None:
        """Refuse any key but these: it would be a mistyped one."""
        for key in self.values:
            if key not in keys:
                self.fail(f'unknown key "{key}"; known: {", ".join(keys)}')

    def schema(self, version: int) -> None:
        """Refuse a file of another version."""
        found = self.get("schema", int)
        if found != version:
            self.fail(f'"schema" is {found}, this program reads {version}')

    def _typed(self, value: object, kind: type[T], name: str) -> T:
        if type(value) is not kind:
            self.fail(f"{name} must be {_KINDS[kind]}, not {_shown(value)}")
        return value

    def _bounded(
        self, value: int, low: int, high: int | None, name: str
    ) -> int:
        if value < low or (high is not None and value > high):
            end = f"from {low} to {high}" if high is not None else "positive"
            self.fail(f"{name} must be {end}, not {value}")
        return value


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 40 else f"{text[:40]}…"


def read_entry(path: Path) -> Entry:
    """Read a JSON file that holds one object.

    Raises
    ------
    FileProblemError
        If it cannot be read, is not UTF-8 or not such a file.
    """
    return entry_of_bytes(read_bytes(path), path)


def entry_of_bytes(data: bytes, path: Path) -> Entry:
    """Read JSON that holds one object; `path` is for messages."""
    values = json_of_bytes(data, path)
    if not isinstance(values, dict):
        raise FileProblemError(path, "must hold one JSON object, {…}")
    return Entry(path, "", values)


def json_of_bytes(data: bytes, path: Path) -> object:
    """Read JSON; `path` is for messages.

    Raises
    ------
    FileProblemError
        If it is not UTF-8 or not JSON.
    """
    try:
        value: object = json.loads(decode(data, path), parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise FileProblemError(
            path, f"is not JSON: {error.msg}", error.lineno
        ) from None
    except (ValueError, RecursionError) as error:
        raise FileProblemError(path, f"is not JSON: {error}") from None
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number of JSON")


def json_bytes(value: object) -> bytes:
    """Write JSON as files of this package are: two spaces, UTF-8, newline."""
    try:
        return f"{_dumped(value, ascii_only=False)}\n".encode()
    except UnicodeEncodeError:
        # A file's name may hold bytes that have no UTF-8; JSON escapes them.
        return f"{_dumped(value, ascii_only=True)}\n".encode()


def _dumped(value: object, *, ascii_only: bool) -> str:
    return json.dumps(
        value, indent=2, ensure_ascii=ascii_only, allow_nan=False
    )
