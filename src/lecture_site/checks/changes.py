"""What a reader of a new site sees that the old one had not."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from lecture_site.checks.snapshot import Page, Section, Snapshot

NEW, REMOVED, CHANGED = "new", "removed", "changed"
LONGEST_DIFF = 40  # lines of an output's difference


@dataclass(frozen=True)
class SectionChange:
    """How many words a section gained and lost."""

    page: str
    section: str
    heading: str
    change: str
    added: int
    removed: int


@dataclass(frozen=True)
class Change:
    """A figure, a number or an output; texts are empty for figures."""

    name: str
    change: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class Changes:
    """All that differs between two sites."""

    pages: list[Change]
    sections: list[SectionChange]
    figures: list[Change]
    numbers: list[Change]
    outputs: list[Change]

    def as_json(self) -> dict[str, Any]:
        """Return the changes as JSON has them."""
        return asdict(self)


def compare(old: Snapshot, new: Snapshot) -> Changes:
    """Return what differs between two sites."""
    sections = list(_sections(old.pages, new.pages))
    touched = {section.page for section in sections}
    kept = old.pages.keys() & new.pages.keys() & touched
    pages = [*_gone_or_new(old.pages, new.pages)]
    pages += [Change(page, CHANGED) for page in sorted(kept)]
    return Changes(
        pages,
        sections,
        [Change(c.name, c.change) for c in _texts(old.figures, new.figures)],
        list(_texts(old.numbers, new.numbers)),
        list(_texts(_outputs(old), _outputs(new))),
    )


def _gone_or_new(
    old: Mapping[str, object], new: Mapping[str, object]
) -> Iterator[Change]:
    for name in [*old, *(n for n in new if n not in old)]:
        if name not in new:
            yield Change(name, REMOVED)
        elif name not in old:
            yield Change(name, NEW)


def _texts(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    for change in _gone_or_new(old, new):
        texts = old.get(change.name, ""), new.get(change.name, "")
        yield Change(change.name, change.change, *texts)
    for name in old:
        if name in new and old[name] != new[name]:
            yield Change(name, CHANGED, old[name], new[name])


def _outputs(site: Snapshot) -> dict[str, str]:
    return {
        name: text
        for page in site.pages.values()
        for name, text in page.outputs.items()
    }


def _sections(
    old: Mapping[str, Page], new: Mapping[str, Page]
) -> Iterator[SectionChange]:
    nothing = Page({}, {})
    for page in [*new, *(p for p in old if p not in new)]:
        before = old.get(page, nothing).sections
        now = new.get(page, nothing).sections
        for anchor in [*now, *(a for a in before if a not in now)]:
            change = _section(before.get(anchor), now.get(anchor))
            if change:
                section = now.get(anchor) or before[anchor]
                yield SectionChange(page, anchor, section.heading, *change)


def _section(
    old: Section | None, new: Section | None
) -> tuple[str, int, int] | None:
    before, now = (old.words if old else []), (new.words if new else [])
    if before == now:
        return None
    kind = CHANGED if old and new else NEW if new else REMOVED
    same = difflib.SequenceMatcher(None, before, now, autojunk=False)
    kept = sum(block.size for block in same.get_matching_blocks())
    return kind, len(now) - kept, len(before) - kept


def as_markdown(changes: Changes) -> str:
    """Return the changes as Markdown, for a summary or a comment."""
    parts = [f"## What changed\n\n{_in_one_line(changes)}\n"]
    if changes.sections:
        rows = (
            f"| {_page(s.page, changes)} | {_cell(s.heading)} | {s.change} | "
            f"+{s.added} −{s.removed} |"
            for s in changes.sections
        )
        parts.append(_table("Page | Section | | Words", rows))
    if changes.numbers:
        rows = (
            f"| `{n.name}` | {_cell(n.old) or '–'} | {_cell(n.new) or '–'} |"
            for n in changes.numbers
        )
        parts.append(_table("Number | Before | Now", rows))
    if changes.figures:
        rows = (f"| `{f.name}` | {f.change} |" for f in changes.figures)
        parts.append(_table("Figure | ", rows))
    parts += map(_output, changes.outputs)
    return "\n".join(parts)


def _in_one_line(changes: Changes) -> str:
    counts = {
        "page": len(changes.pages),
        "figure": len(changes.figures),
        "number": len(changes.numbers),
        "output": len(changes.outputs),
    }
    named = [f"{n} {word}{'s' * (n > 1)}" for word, n in counts.items() if n]
    return ", ".join(named) or "Nothing that a reader sees."


def _page(page: str, changes: Changes) -> str:
    name = "Start" if page == "." else page
    kinds = {change.name: change.change for change in changes.pages}
    kind = kinds.get(page, CHANGED)
    return name if kind == CHANGED else f"{name} ({kind})"


def _table(header: str, rows: Iterator[str]) -> str:
    line = "|".join(["---"] * header.count("|") + ["---"])
    return "\n".join([f"| {header} |", f"|{line}|", *rows, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _output(output: Change) -> str:
    diff = difflib.unified_diff(
        output.old.splitlines(), output.new.splitlines(), n=1, lineterm=""
    )
    shown = "\n".join(list(diff)[2 : 2 + LONGEST_DIFF])
    title = f"{output.change}: what <code>{output.name}</code> prints"
    return (
        f"<details><summary>{title}</summary>\n\n"
        f"````diff\n{shown}\n````\n\n</details>\n"
    )
