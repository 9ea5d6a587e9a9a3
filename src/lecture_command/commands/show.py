"""The command that prints a listing."""

from __future__ import annotations

from rich.console import Console
from rich.rule import Rule
from rich.syntax import Syntax

from lecture_command.commands import options
from lecture_command.names import snippet
from lecture_command.shelf import NEVER_RECORDED
from terminal.app import Json
from terminal.output import results, say, say_json, warn


def show(name: options.Snippet, json: Json = False) -> None:
    """Print a snippet and what it printed when it was recorded.

    lecture show SNIPPET

    lecture show PAGE/SNIPPET --json
    """
    found = snippet(name)
    if json:
        say_json(
            {
                "page": found.page,
                "name": found.name,
                "shows": found.shows,
                "source": found.source,
                "output": found.output,
            }
        )
        return
    console = results()
    _print_code(console, found.source.strip("\n"))
    _print_title(console, "prints")
    if found.output is None:
        warn(NEVER_RECORDED)
    else:
        say(found.output.rstrip("\n"))


def _print_code(console: Console, source: str) -> None:
    if console.is_terminal:
        theme, background = "ansi_dark", "default"
        console.print(
            Syntax(source, "python", theme=theme, background_color=background)
        )
    else:
        say(source)


def _print_title(console: Console, title: str) -> None:
    if console.is_terminal:
        console.print(Rule(title, align="left", style="dim"))
    else:
        say(f"\n# {title}:")
