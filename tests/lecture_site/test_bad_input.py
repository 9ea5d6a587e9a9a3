"""Every bad input ends the build with one clear message."""

import io
from collections.abc import Callable

import pytest
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.browser.chromium import Chromium, remember
from lecture_site.build import build_site
from small_site import change, configuration

PAGE = "docs/page.md"
LINE_OF_NAV = configuration().splitlines().index("nav:") + 1


def in_page(old: str, new: str) -> Callable[[Project], None]:
    return lambda project: change(project, PAGE, old, new)


def in_file(name: str, old: str, new: str) -> Callable[[Project], None]:
    return lambda project: change(project, name, old, new)


def add_page_outside_the_navigation(project: Project) -> None:
    (project.docs / "lost.md").write_text("# Lost\n", encoding="utf-8")


def delete_the_recorded_output(project: Project) -> None:
    (project.snippets / "page" / "prints_three.out").unlink()


def leave_a_record_behind(project: Project) -> None:
    (project.snippets / "page" / "gone.out").write_text("1\n")


def add_a_listing_that_no_page_shows(project: Project) -> None:
    folder = project.snippets / "page"
    (folder / "unseen.py").write_text("print(1)\n")
    (folder / "unseen.out").write_text("1\n")


def bring_a_browser_that_does_not_start(project: Project) -> None:
    browser = project.cache / "browser" / "chromium"
    browser.parent.mkdir()
    browser.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    browser.chmod(0o755)
    remember(Chromium(str(browser), "Chromium", "153.0"), project)
    sheet = project.docs / "assets" / "book.css"
    sheet.parent.mkdir(exist_ok=True)
    sheet.write_text("", encoding="utf-8")


def add_lab(outputs: str, source: str) -> Callable[[Project], None]:
    def add(project: Project) -> None:
        folder = project.docs / "labs"
        folder.mkdir()
        (folder / "lab.ipynb").write_text(
            '{"cells": [{"cell_type": "code", "id": "a", "metadata": {}, '
            f'"execution_count": null, "outputs": [{outputs}], '
            f'"source": ["{source}"]}}], "metadata": {{}}, '
            '"nbformat": 4, "nbformat_minor": 5}'
        )

    return add


def add_file(name: str, text: str | bytes) -> Callable[[Project], None]:
    def add(project: Project) -> None:
        path = project.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = text if isinstance(text, bytes) else text.encode()
        path.write_bytes(data)

    return add


def link_out_of_the_project(project: Project) -> None:
    outside = project.root.parent / "outside.md"
    outside.write_text("# Secret\n", encoding="utf-8")
    (project.docs / "other.md").symlink_to(outside)


def let_a_listing_include_itself(project: Project) -> None:
    included = '"""Print three.\n\n--8<-- "page/prints_three.py"\n"""'
    change(project, LISTING, '"""Print three."""', included)


LISTING = "snippets/page/prints_three.py"
SECTION = "src/lecture_code/doubling.py"
MEASUREMENT = "src/lecture_measurements/page.py"
FIGURE = "src/lecture_figures/page.py"
CASES = {
    "missing listing": (
        in_page("page/prints_three.py", "page/prints_four.py"),
        f"{PAGE}:8: there is no listing 'page/prints_four.py'",
        "write it under snippets/",
    ),
    "missing section": (
        in_page("doubling.py:double", "doubling.py:triple"),
        f"{PAGE}:12: there is no section 'triple'",
        "[start:triple]",
    ),
    "unclosed section": (
        in_file(SECTION, "[end:double]", "[ende:double]"),
        f"{SECTION}:1: section 'double' is never closed",
        "[end:NAME]",
    ),
    "doubled section": (
        in_file(
            SECTION,
            "# --8<-- [end:double]",
            "# --8<-- [end:double]\n# --8<-- [start:double]",
        ),
        f"{SECTION}:7: section 'double' starts a second time",
        "[start:NAME]",
    ),
    "section that ends twice": (
        in_file(SECTION, "[start:double]", "[begin:double]"),
        f"{SECTION}:6: section 'double' ends but was not open",
        "[start:NAME]",
    ),
    "listing that raises": (
        in_file(LISTING, "1 + 2", "1 / 0"),
        f"{PAGE}:8: listing {LISTING} failed: {LISTING}, line 3: "
        "ZeroDivisionError: division by zero",
        f"python {LISTING}",
    ),
    "listing that warns": (
        in_file(
            LISTING,
            "print(1 + 2)",
            "import warnings\n\nwarnings.warn('old', stacklevel=1)",
        ),
        f"{PAGE}:8: listing {LISTING} failed: {LISTING}, line 5: "
        "UserWarning: old",
        f"python {LISTING}",
    ),
    "listing that exits": (
        in_file(LISTING, "print(1 + 2)", "raise SystemExit(3)"),
        f"{PAGE}:8: listing {LISTING} failed: {LISTING}, line 3: "
        "ProgramError: it ended with exit code 3",
        f"python {LISTING}",
    ),
    "listing that ends its process": (
        in_file(LISTING, "print(1 + 2)", "import os\n\nos._exit(0)"),
        f"{PAGE}:8: listing {LISTING} failed: it ended its process",
        f"python {LISTING}",
    ),
    "output that changed": (
        in_file(LISTING, "1 + 2", "2 + 2"),
        f"{PAGE}:8: listing {LISTING} no longer gives what is recorded",
        "run 'make record'",
    ),
    "output never recorded": (
        delete_the_recorded_output,
        f"{PAGE}:8: listing {LISTING} has never been recorded",
        "run 'make record'",
    ),
    "output without a listing": (
        leave_a_record_behind,
        "snippets/page/gone.out is recorded but nothing makes it",
        "run 'make record'",
    ),
    "listing that no page shows": (
        add_a_listing_that_no_page_shows,
        "no page shows listing snippets/page/unseen.py",
        "include 'page/unseen.py'",
    ),
    "measurement out of its bounds": (
        in_file(MEASUREMENT, "return 0.5", "return 0.9"),
        f"{PAGE}:15: measurement page.share failed: "
        "OutOfBoundsError: 0.9 is not within 0.2 and 0.8",
        "scripts/measure.py page.share",
    ),
    "measurement that changed": (
        in_file(MEASUREMENT, "return 0.5", "return 0.6"),
        f"{PAGE}:15: measurement page.share no longer gives what is recorded",
        "run 'make record'",
    ),
    "number changed by hand": (
        in_file("measured.json", '"shown": "0.5"', '"shown": "0.6"'),
        f"{PAGE}:15: measurement page.share was changed by hand",
        "run 'make record'",
    ),
    "bound changed by hand in the record": (
        in_file("measured.json", '"low": 0.2', '"low": 0.1'),
        f"{PAGE}:15: measurement page.share was changed by hand",
        "run 'make record'",
    ),
    "output changed by hand": (
        in_file("snippets/page/prints_three.out", "3", "4"),
        f"{PAGE}:8: listing {LISTING} was changed by hand",
        "run 'make record'",
    ),
    "figure changed by hand": (
        in_file("docs/figures/page/line.svg", "stroke-width", "stroke-wide"),
        f"{PAGE}:17: figure page/line was changed by hand",
        "run 'make record'",
    ),
    "data of a figure changed by hand": (
        in_file("docs/figures/page/line.record.json", "[0, 2]", "[0, 3]"),
        f"{PAGE}:17: figure page/line was changed by hand",
        "run 'make record'",
    ),
    "record of the measurements with marks of a merge": (
        in_file("measured.json", "{\n", "<<<<<<< HEAD\n{\n"),
        "measured.json cannot be read",
        "restore it with git",
    ),
    "record of a figure that is half written": (
        in_file("docs/figures/page/line.record.json", "}", ""),
        "line.record.json cannot be read",
        "restore it with git",
    ),
    "seals that are half written": (
        in_file("recorded.json", "}", ""),
        "recorded.json cannot be read",
        "restore it",
    ),
    "code that is no Python": (
        in_file(FIGURE, "def line()", "def line("),
        f"{FIGURE}:7: SyntaxError",
        "correct the code",
    ),
    "measurement that is no number": (
        in_file(MEASUREMENT, "return 0.5", "return float('nan')"),
        f"{PAGE}:15: measurement page.share failed: "
        "OutOfBoundsError: nan is not within 0.2 and 0.8",
        "scripts/measure.py page.share",
    ),
    "measurement with one wild seed": (
        in_file(
            MEASUREMENT,
            "decimals=1)\ndef share() -> float:\n"
            '    """Half of it."""\n    return 0.5',
            "decimals=1, seeds=range(3))\ndef share(seed) -> float:\n"
            '    """Half of it."""\n    return [0.5, 0.5, 50][seed]',
        ),
        f"{PAGE}:15: measurement page.share failed: "
        "OutOfBoundsError: 50 for seed 2 is not within 0.2 and 0.8",
        "scripts/measure.py page.share",
    ),
    "noise that is wider than its value": (
        in_file(
            MEASUREMENT, "decimals=1", 'decimals=1, noise=0.6, because="so"'
        ),
        f"{PAGE}:15: measurement page.share failed: ToleranceError: "
        "the noise 0.6 is wider than the largest value, 0.5, that it is for",
        "scripts/measure.py page.share",
    ),
    "noise without a reason": (
        in_file(MEASUREMENT, "decimals=1", "decimals=1, noise=0.1"),
        f"{PAGE}:15: measurement page.share failed: {MEASUREMENT}, line 4: "
        "ToleranceError: `noise` needs its reason",
        "scripts/measure.py page.share",
    ),
    "tolerance of a listing without a reason": (
        in_file(LISTING, "print(", "# Agrees within 0.1\nprint("),
        f"{PAGE}:8: listing {LISTING} failed: '# Agrees within 0.1' is not",
        f"python {LISTING}",
    ),
    "tolerance of a listing wider than its numbers": (
        in_file(LISTING, "1 + 2", "3.5)\n# Agrees within 9: so\nprint(1"),
        f"{PAGE}:8: listing {LISTING} failed: the tolerance 9 is wider",
        f"python {LISTING}",
    ),
    "unknown measurement": (
        in_page(
            'It measures {{ measured("share")', 'It is {{ measured("sare")'
        ),
        f"{PAGE}:15: there is no measurement 'page.sare'; nearest: page.share",
        "src/lecture_measurements/page.py",
    ),
    "unknown live picture": (
        in_page(
            '{{ measured("share")',
            '{{ live("page/no") }} {{ measured("share")',
        ),
        f"{PAGE}:15: there is no live picture 'page/no'",
        "marked with live_data",
    ),
    "spread of a single value": (
        in_page('measured("share")', 'spread("share")'),
        f"{PAGE}:15: measurement 'page.share' has one value and no spread",
        "give it seeds",
    ),
    "unknown macro": (
        in_page("{{ measured(", "{{ mesured("),
        f"{PAGE}:15: 'mesured' is undefined",
        "measured",
    ),
    "loop that would not end in a year": (
        in_page(
            "{{ measured(",
            "{% for i in range(10**15) %}x{% endfor %}{{ measured(",
        ),
        f"{PAGE}:15: the loops of this page count to more than",
        "let the page loop over less",
    ),
    "number typed by hand": (
        in_page('{{ measured("share") }}', "0.5 of it"),
        f"{PAGE}:15: the number 0.5 is typed by hand",
        "measured(",
    ),
    "figure function that raises": (
        in_file(FIGURE, "ax.plot([0, 1], [0, 2])", "raise ValueError('no')"),
        f"{PAGE}:17: figure page/line failed: {FIGURE}, line 9: "
        "ValueError: no",
        "scripts/build_figures.py page/line",
    ),
    "figure without alt text": (
        in_file(FIGURE, '"A line from 0 to 2."', '" "'),
        f"{PAGE}:17: figure page/line failed",
        "scripts/build_figures.py page/line",
    ),
    "missing figure": (
        in_page("figures/page/line.svg", "figures/page/lane.svg"),
        f"{PAGE}:17: there is no figure 'figures/page/lane.svg'",
        "src/lecture_figures",
    ),
    "lecture without a short name": (
        in_file("mkdocs.yml", "  short_name: ", "  long_name: "),
        "mkdocs.yml: the lecture has no short_name",
        "give it one under 'extra:', such as 'short_name: Signals'",
    ),
    "configuration that is no YAML": (
        in_file("mkdocs.yml", "site_name: ", 'site_name: "'),
        "mkdocs.yml:5: this is no YAML: ",
        "mend it",
    ),
    "page outside the navigation": (
        add_page_outside_the_navigation,
        f"mkdocs.yml:{LINE_OF_NAV}: pages that are not in the navigation",
        "add them to 'nav'",
    ),
    "broken link": (
        in_page("(index.md)", "(indecks.md)"),
        f"{PAGE}:22: the link 'indecks.md' leads nowhere",
        "correct the path or the anchor",
    ),
    "script in a link, spelled with entities": (
        in_page("(index.md)", "(&#106;avascript:ran())"),
        f"{PAGE}:22: the link '&#106;avascript:ran()' leads nowhere",
        "correct the path or the anchor",
    ),
    "broken anchor": (
        in_page("(#first-part)", "(#frist-part)"),
        f"{PAGE}:22: the link '#frist-part' leads nowhere",
        "correct the path or the anchor",
    ),
    "broken anchor on another page": (
        in_page("(index.md)", "(index.md#nowhere)"),
        f"{PAGE}:22: the link 'index.md#nowhere' leads nowhere",
        "correct the path or the anchor",
    ),
    "formula with an error": (
        in_page("$y = x^2$", r"$y = \frac{x$"),
        f"{PAGE}:5: the formula 'y = \\frac{{x' has an error".replace(
            "{{", "{"
        ),
        "correct the TeX",
    ),
    "lab with a cell that fails": (
        add_lab("", "1 / 0"),
        "lab docs/labs/lab.ipynb failed: LabError: code cell 1 raised "
        "ZeroDivisionError: division by zero",
        "jupyter execute docs/labs/lab.ipynb",
    ),
    "lab saved with outputs": (
        add_lab(
            '{"output_type": "stream", "name": "stdout", "text": "1"}', "1"
        ),
        "docs/labs/lab.ipynb: the lab was saved with outputs",
        "--clear-output",
    ),
    "browser that does not start": (
        bring_a_browser_that_does_not_start,
        "/.cache/browser/chromium does not start; it said:\n    ",
        "make browser",
    ),
    "page in another encoding": (
        add_file(PAGE, "# Page\n\nCaf\xe9\n".encode("latin-1")),
        f"{PAGE}:3: is not UTF-8: byte 12 is 0xe9",
        "save it as UTF-8",
    ),
    "listing in another encoding": (
        add_file(LISTING, "print(1)  # \u201cso\u201d\n".encode("cp1252")),
        f"{LISTING}:1: is not UTF-8: byte 13 is 0x93",
        "save it as UTF-8",
    ),
    "module in UTF-16": (
        add_file(SECTION, "x = 1\n".encode("utf-16")),
        f"{SECTION}:1: is UTF-16",
        "save it as UTF-8",
    ),
    "configuration in another encoding": (
        in_file("mkdocs.yml", "site_name: ", "site_name: \0"),
        "mkdocs.yml:1: is no text: it holds 0x00",
        "save it as UTF-8",
    ),
    "two figures of one name": (
        in_file(
            FIGURE,
            "@figure\n",
            "@figure\ndef line():\n    return 1\n\n\n@figure\n",
        ),
        f"{FIGURE}:12: this module has two functions line",
        "rename one of them",
    ),
    "two measurements of one name": (
        in_file(
            MEASUREMENT,
            "    return 0.5\n",
            "    return 0.5\n\n\ndef share():\n    return 0.6\n",
        ),
        f"{MEASUREMENT}:10: this module has two functions share",
        "rename one of them",
    ),
    "empty page": (add_file(PAGE, ""), f"{PAGE}: this file is empty", "write"),
    "empty lab": (
        add_file("docs/labs/lab.ipynb", ""),
        "docs/labs/lab.ipynb: this file is empty",
        "write it",
    ),
    "lab that is no notebook": (
        add_file("docs/labs/lab.ipynb", '{"cells": [{}]}'),
        "docs/labs/lab.ipynb: this is no notebook: ",
        "save it as a notebook",
    ),
    "lab that is no JSON": (
        add_file("docs/labs/lab.ipynb", "# Lab"),
        "docs/labs/lab.ipynb: this is no notebook: ",
        "save it as a notebook",
    ),
    "link out of the project": (
        link_out_of_the_project,
        "docs/other.md: this link leads out of the project",
        "copy",
    ),
    "listing that includes itself": (
        let_a_listing_include_itself,
        f"{LISTING}:3: 'page/prints_three.py' includes itself",
        "include nothing",
    ),
    "page that includes itself": (
        in_page("It measures", '{% include "page.md" %}\n\nIt measures'),
        f"{PAGE}:15: the page includes itself by '{{% include %}}'",
        "include a file that does not",
    ),
    "page of the same address": (
        add_file("docs/page/index.md", "# Another\n"),
        "and docs/page.md have one place in the site: "
        "both would be page/index.html",
        "rename or delete",
    ),
    "page and file of the same address": (
        add_file("docs/page/index.html", "<p>Another</p>"),
        "have one place in the site: both would be page/index.html",
        "rename or delete",
    ),
    "page whose address differs by case": (
        add_file("docs/PAGE/index.md", "# Another\n"),
        "have one place in the site: both would be ",
        "rename or delete",
    ),
    "file where a page has its folder": (
        add_file("docs/page", "No page.\n"),
        "have one place in the site: page would be a file and a folder",
        "rename or delete",
    ),
    "two first pages of one folder": (
        add_file("docs/README.md", "# Another\n"),
        "docs/README.md: this and docs/index.md have one place in the site",
        "rename or delete",
    ),
    "page that the theme writes": (
        add_file("docs/404.html", "<p>Lost</p>"),
        "docs/404.html: this and a page of the theme have one place",
        "rename or delete",
    ),
    "file that the build writes": (
        add_file("docs/Robots.txt", "Disallow: /"),
        "docs/Robots.txt: the build writes robots.txt itself",
        "call it otherwise",
    ),
    "figure from elsewhere": (
        in_page("figures/page/line.svg", "figures/../assets/hand.svg"),
        f"{PAGE}:17: there is no figure 'figures/../assets/hand.svg'",
        "src/lecture_figures",
    ),
    "live picture from elsewhere": (
        in_page(
            '{{ measured("share")',
            '{{ live("../verified") }} {{ measured("share")',
        ),
        f"{PAGE}:15: there is no live picture '../verified'",
        "marked with live_data",
    ),
    "setting that stands there twice": (
        in_file("mkdocs.yml", "site_name: ", "site_name: A\nsite_name: "),
        "mkdocs.yml:2: this is no YAML: 'site_name' stands twice",
        "mend it",
    ),
    "old address out of the site": (
        add_file("docs/redirects.toml", '"../../there" = "page"\n'),
        "docs/redirects.toml:1: '../../there' is no place in the site",
        "name on the right",
    ),
    "old address that leads to a number": (
        add_file("docs/redirects.toml", "there = 1\n"),
        "docs/redirects.toml:1: 'there' leads to '1', no page",
        "name on the right",
    ),
    "synonyms that are no list": (
        add_file("docs/synonyms.toml", '"page#first-part" = "beginning"\n'),
        "docs/synonyms.toml:1: the words of 'page#first-part' are no list",
        'write "page#first-part" = [',
    ),
    "Python typed into a page": (
        in_page('--8<-- "page/prints_three.py"', "print(3)"),
        f"{PAGE}:8: this Python is typed into the page",
        "not_run=",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_bad_input_ends_the_build_and_keeps_the_last_site(
    name: str, built_site: Project
) -> None:
    spoil, complaint, remedy = CASES[name]
    page = built_site.root / "site/page/index.html"
    last_good = page.read_bytes()

    spoil(built_site)
    console = Console(file=io.StringIO())
    problems = build_site(built_site, console, record=False)

    messages = [str(problem) for problem in problems]
    fitting = [message for message in messages if complaint in message]
    assert fitting, messages
    assert remedy in fitting[0].partition("Remedy: ")[2]
    assert page.read_bytes() == last_good
