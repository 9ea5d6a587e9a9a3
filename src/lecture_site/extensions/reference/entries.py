"""What a docstring says as Markdown: section by section, each a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import griffe

from lecture_site.extensions.reference.docstrings import (
    Docstring,
    Told,
    docstring_of,
)
from lecture_site.extensions.reference.package import Documented
from lecture_site.extensions.reference.prose import Leads, as_markdown, plain
from lecture_site.extensions.reference.wholeness import (
    described_in,
    parameters_of,
)


def description(what: Documented, module: griffe.Module, leads: Leads) -> str:
    """Return what a docstring says.

    Parameters
    ----------
    what : griffe.Object
        A class, a function, a method or a value.
    module : griffe.Module
        That it stands in: what takes a parameter of the same name may
        describe it there.
    leads : callable
        From a name to its address.
    """
    said = docstring_of(what)
    sections = {
        "Parameters": _parameters(what, said, module),
        "Attributes": {**said.attributes, **_properties(what, said)},
    }
    parts = [as_markdown(said.text, leads)]
    parts += [_named(each, sections[each], leads) for each in sections]
    parts.append(_unnamed("Returns", said.returns, leads))
    parts.append(_unnamed("Raises", said.raises, leads))
    parts += [
        f"**{plain(title)}**\n\n{as_markdown(text, leads)}"
        for title, text in said.more
    ]
    return "\n\n".join(filter(None, parts))


def _parameters(
    what: Documented, said: Docstring, module: griffe.Module
) -> dict[str, Told]:
    """Return what is said of each parameter, here or beside it.

    A gradient takes what its function takes, and that is said only once.
    Where nothing is said at all, the signature has the types.
    """
    if isinstance(what, griffe.Attribute):
        return {}
    is_method = what.parent is not module
    taken = {
        name: said.parameters.get(name)
        or (None if is_method else _beside(name, what, module))
        for name in parameters_of(what)
    }
    if not any(taken.values()):
        return {}
    return {
        name: told or Told(_annotation(what, name), "")
        for name, told in taken.items()
    }


def _beside(name: str, what: Documented, module: griffe.Module) -> Told | None:
    """Return what the one that is most alike says of a parameter, if any.

    `log_softmax` is like `softmax`, whatever stands between them.
    """

    def unlike(other: Documented) -> tuple[bool, int]:
        distance = abs((other.lineno or 0) - (what.lineno or 0))
        return other.name not in what.name, distance

    others = described_in(module).get(name)
    if not others:
        return None
    other = min(others, key=unlike)
    told = docstring_of(other).parameters[name]
    return Told(told.type, f"As of `{other.name}`.")


def _annotation(what: griffe.Class | griffe.Function, name: str) -> str:
    return str(what.parameters[name.lstrip("*")].annotation or "")


def _properties(what: Documented, said: Docstring) -> dict[str, Told]:
    """Return the properties that the docstring of a class leaves out."""
    known = {n for names in said.attributes for n in names.split(", ")}
    return {
        name: Told(str(member.annotation or ""), docstring_of(member).text)
        for name, member in what.members.items()
        if "property" in member.labels
        and isinstance(member, griffe.Attribute)
        and name not in known
        and not name.startswith("_")
    }


def _named(title: str, items: Mapping[str, Told], leads: Leads) -> str:
    """Return a section of what has names: parameters, attributes."""
    rows = []
    for names, told in items.items():
        head = ", ".join(f"`{name}`" for name in names.split(", "))
        kind = f" {_type(told.type, leads)}" if told.type else ""
        rows.append(_row(f"{head}{kind}", told.text, leads))
    return _section(title, rows)


def _unnamed(title: str, items: Sequence[Told], leads: Leads) -> str:
    """Return a section of what has types alone: what is returned, raised."""
    rows = [_row(_type(t.type, leads), t.text, leads) for t in items]
    return _section(title, rows)


def _type(text: str, leads: Leads) -> str:
    return f'<span class="api__type">{as_markdown(text, leads)}</span>'


def _row(head: str, text: str, leads: Leads) -> str:
    """Return an entry of a list; what belongs to it follows, indented."""
    more = as_markdown(text, leads).replace("\n", "\n    ")
    return f"- {head}<br>\n    {more}" if more else f"- {head}"


def _section(title: str, rows: Sequence[str]) -> str:
    return "\n".join([f"**{title}**\n", *rows]) if rows else ""
