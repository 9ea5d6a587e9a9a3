"""A page of the built site, as a tree that the steps after MkDocs change.

What it says in ``pre`` and in scripts is written as it was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.site_url import absolute

Tree: TypeAlias = LexborHTMLParser
Node: TypeAlias = LexborNode
IMAGINED = "http://site.invalid/"  # where a site without an address lies
_ASSETS = (".js", ".css")


@dataclass(frozen=True)
class Load:
    """A script or style sheet of the site's own that a page loads.

    Parameters
    ----------
    element : Node
        What loads it.
    attribute : str
        Which of its attributes has the address.
    file : str
        The path of the file, from the root of the site.
    """

    element: Node
    attribute: str
    file: str

    @property
    def address(self) -> str:
        """Where the page says that the file is."""
        return self.element.attributes[self.attribute] or ""

    def change(self, address: str) -> None:
        """Let the page say that the file is elsewhere."""
        self.element.attrs[self.attribute] = address


@dataclass(frozen=True, eq=False)
class Page:
    """A page of the site.

    Parameters
    ----------
    name : str
        Its path, from the root of the site.
    tree : Tree
        What it consists of.
    """

    name: str
    tree: Tree

    @classmethod
    def parse(cls, name: str, html: str) -> Page:
        """Make a page of its text.

        Raises
        ------
        ProblemError
            If there is no text.
        """
        html = html.removeprefix("\ufeff")
        if not html.strip():
            raise ProblemError(unreadable("is empty", name))
        tree = Tree(html)
        for element in tree.css("pre, textarea"):
            text = element.first_child
            # The parser drops a first line end, and would drop the next one
            # when it reads what was written.
            if text and (text.text_content or "").startswith("\n"):
                text.insert_before("\n")
        return cls(name, tree)

    @property
    def address(self) -> str:
        """Its address, from that of the site on; "" is the first page's."""
        folder, _, file = self.name.rpartition("/")
        slash = "/" if folder else ""
        return f"{folder}{slash}" if file == "index.html" else self.name

    @property
    def root(self) -> Node:
        """The element around all others."""
        return self.tree.css("html")[0]

    @property
    def head(self) -> Node:
        """What it says of itself; the parser sees to it that there is one."""
        head = self.tree.head
        assert head is not None
        return head

    @property
    def leads_on(self) -> bool:
        """Whether it only leads on to another page; see `redirects`."""
        return bool(self.tree.css('meta[http-equiv="refresh"]'))

    @property
    def html(self) -> str:
        """Its text, as it is written."""
        return str(self.tree.html)

    def meta(self, name: str) -> str:
        """Return what it says of itself under a name such as ``og:image``."""
        for key in ("name", "property"):
            for element in self.head.css(f'meta[{key}="{name}"]'):
                return element.attributes.get("content") or ""
        return ""

    def target(self, address: str) -> str | None:
        """Return the path in the site that an address leads to, if it does.

        That of the first page is "", as its address is.
        """
        root = absolute("") or IMAGINED
        there = urljoin(urljoin(root, self.address), address)
        if not there.startswith(root):
            return None
        return unquote(urlsplit(there).path[len(urlsplit(root).path) :])

    def loads(self) -> Iterator[Load]:
        """Yield the scripts and style sheets of the site that it loads."""
        for element in self.tree.css("script[src], link[href]"):
            attribute = "src" if element.tag == "script" else "href"
            file = self.target(element.attributes[attribute] or "")
            if file and file.endswith(_ASSETS):
                yield Load(element, attribute, file)

    def copy(self) -> Page:
        """Return a page of its own that says the same."""
        return Page(self.name, self.tree.clone())


def element(
    page: Page, tag: str, attributes: Mapping[str, str], text: str = ""
) -> Node:
    """Return a new element, which can be put into a page."""
    made = page.tree.create_node(tag)
    for name, value in attributes.items():
        made.attrs[name] = value
    if text:
        made.insert_child(text)
    return made


def text_without(tag: str, node: Node) -> str:
    """Return what an element says, but for its parts of one kind."""
    if node.css_first(tag):
        node = node.clone()
        node.strip_tags([tag])
    return node.text()


def put_first(new: Node, within: Node) -> None:
    """Let an element begin with another one."""
    if within.first_child:
        within.first_child.insert_before(new, move=True)
    else:
        within.insert_child(new, move=True)


def unreadable(what: str, name: str) -> Problem:
    """Return that a page is not what the steps after MkDocs can read."""
    return Problem(
        f"the built page {what}",
        "see what writes it: a page of docs/, a template or a plugin",
        name,
    )
