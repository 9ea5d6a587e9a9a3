"""What a person decided stays decided, however often the slides are matched.

Pins stand in a file of their own, `slide_pins.json`, written by hand or by the
review; matching reads it and never writes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from slide_aligner.documents import Deck, Notes
from slide_aligner.links.json_entries import Entry, json_bytes, read_entry
from terminal.atomic_write import write_whole

SCHEMA = 1


@dataclass(frozen=True)
class Pin:
    """A person's decision on one section.

    Parameters
    ----------
    notes, section : str
        Name of the notes and anchor of the section.
    deck : str
        Name of the deck; may be empty where no slide is to be shown.
    slides : tuple of int
        The slides that belong to the section; empty if none does.
    show : int or None
        Which of `slides` to show; None for the last, which is the most
        complete where slides build up.
    """

    notes: str
    section: str
    deck: str
    slides: tuple[int, ...]
    show: int | None = None

    @property
    def shown(self) -> int | None:
        """The slide to show; None if there is none."""
        if self.show is not None or not self.slides:
            return self.show
        return self.slides[-1]

    @property
    def place(self) -> str:
        """The section as a link: notes, hash, anchor."""
        return f"{self.notes}#{self.section}"


def read_pins(path: Path) -> list[Pin]:
    """Read pins.

    Parameters
    ----------
    path : Path
        `slide_pins.json`.

    Returns
    -------
    list of Pin
        In the file's order, at most one for each section.

    Raises
    ------
    FileProblemError
        If the file cannot be read or an entry makes no sense; names the
        entry.
    """
    return pins_of(read_entry(path))


def pins_of(whole: Entry) -> list[Pin]:
    """Read pins from JSON that was parsed already."""
    whole.only("schema", "pins")
    whole.schema(SCHEMA)
    pins: dict[tuple[str, str], Pin] = {}
    for entry in whole.entries("pins"):
        pin = _pin(entry)
        if (pin.notes, pin.section) in pins:
            entry.fail(f"a second pin for {pin.place}")
        pins[pin.notes, pin.section] = pin
    return list(pins.values())


def _pin(entry: Entry) -> Pin:
    entry.only("notes", "section", "deck", "slides", "show")
    slides = _slides(entry)
    deck = entry.get("deck", str) if slides else entry.get_or("deck", str, "")
    show = entry.number("show", 1) if "show" in entry.values else None
    if show is not None and show not in slides:
        entry.fail(f'"show" is {show}, which is not one of "slides"')
    return Pin(
        entry.get("notes", str), entry.get("section", str), deck, slides, show
    )


def _slides(entry: Entry) -> tuple[int, ...]:
    given = entry.values.get("slides")
    if given == "none":
        return ()
    if isinstance(given, str):
        entry.fail('"slides" must be a list of numbers or "none"')
    slides = entry.numbers("slides", 1)
    if not slides:
        entry.fail('"slides" is empty; write "none" if no slide belongs here')
    if len(set(slides)) < len(slides):
        entry.fail('"slides" names a slide twice')
    return slides


def write_pins(path: Path, pins: Iterable[Pin]) -> bool:
    """Write pins, sorted by notes and section.

    Returns
    -------
    bool
        Whether the file changed.

    Raises
    ------
    FileProblemError
        If it cannot be written.
    """
    ordered = sorted(pins, key=lambda pin: (pin.notes, pin.section))
    entries = [pin_values(pin) for pin in ordered]
    return write_whole(path, json_bytes({"schema": SCHEMA, "pins": entries}))


def pin_values(pin: Pin) -> dict[str, object]:
    """Return a pin as JSON values."""
    entry: dict[str, object] = {
        "notes": pin.notes,
        "section": pin.section,
        "deck": pin.deck,
        "slides": list(pin.slides) or "none",
    }
    if pin.show is not None:
        entry["show"] = pin.show
    return entry


def usable_pins(
    pins: Iterable[Pin], notes: Sequence[Notes], decks: Sequence[Deck]
) -> tuple[list[Pin], list[str]]:
    """Sort out the pins whose section, deck or slide is gone.

    Pins of notes or decks that are not among those given are left out
    silently: they belong to another lecture.

    Parameters
    ----------
    pins : iterable of Pin
        All pins.
    notes, decks : sequence of Notes, sequence of Deck
        What is being matched.

    Returns
    -------
    usable : list of Pin
        Those that still hold.
    warnings : list of str
        One line for each that does not.
    """
    anchors = {each.name: {s.anchor for s in each.sections} for each in notes}
    sizes = {deck.name: len(deck.slides) for deck in decks}
    usable, warnings = [], []
    for pin in pins:
        if pin.notes not in anchors:
            continue
        trouble = _trouble(pin, anchors[pin.notes], sizes)
        if trouble:
            warnings.append(f"pin of {pin.place}: {trouble}; not used")
        else:
            usable.append(pin)
    return usable, warnings


def _trouble(pin: Pin, anchors: set[str], sizes: Mapping[str, int]) -> str:
    if pin.section not in anchors:
        return "the notes have no such section any more"
    if pin.slides and pin.deck not in sizes:
        return f'there is no deck "{pin.deck}"'
    gone = [n for n in pin.slides if n > sizes.get(pin.deck, n)]
    if gone:
        return (
            f"deck {pin.deck} has no slide {gone[0]} any more, "
            f"only {sizes[pin.deck]}"
        )
    return ""
