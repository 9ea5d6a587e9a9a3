"""Listings lead to the entries of what they import, and entries back."""

from pathlib import Path

import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.theme import Theme
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page
from lecture_site.finishing.reference.step import link_reference
from tea import write_tea

REFERENCE = """\
<article><h1 id="tea">Tea</h1><div class="of-the-code">
<h2 id="tea.water">tea.water</h2>
<h3 id="tea.water.boil">boil</h3>
<details data-code-of="tea.water.boil"><div class="highlight"><pre><code>\
from tea.pot import Pot</code></pre></div></details>
<h2 id="tea.pot">tea.pot</h2>
<h3 id="tea.pot.Pot">Pot</h3><div id="tea.pot.Pot.fill"></div>
<details data-code-of="tea.pot.Pot"></details>
</div></article>
"""
PAGE = """\
<article><h1 id="page">The &amp; page<a class="headerlink">¶</a></h1>
<div class="highlight"><pre><span></span><code>{}</code></pre></div>
<h2 id="part">First <em>part</em><a class="headerlink">¶</a></h2>
<div class="highlight"><pre><code>{}</code></pre></div>
</article>
"""
FROM = '<span class="kn">from</span> <span class="nn">tea.water</span> '
LINK = '<a class="code-link" href="../{}">{}</a>'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    write_tea(Project(tmp_path))
    return Project(tmp_path)


def linked(project: Project, first: str, second: str = "") -> BuiltSite:
    """Return a site of a reference, a page and one that is not there."""
    site = BuiltSite(project.root / "site")
    site.add("tea/index.html", REFERENCE)
    site.add("page/index.html", PAGE.format(first, second))
    site.add("404.html", "<p>Nothing.</p>")
    link_reference(project, site)
    return site


def codes(site: BuiltSite) -> list[str]:
    page = site.by_name["page/index.html"]
    return [str(code.inner_html) for code in page.tree.css("code")]


def test_an_import_leads_to_its_entry(project: Project) -> None:
    code = f'{FROM}<span class="kn">import</span> boil\n\nboil(1)\n'
    first, _ = codes(linked(project, code))
    module = LINK.format("tea/#tea.water", "tea.water")
    name = LINK.format("tea/#tea.water.boil", "boil")
    assert first == code.replace("tea.water", module).replace(
        " boil", f" {name}"
    )


def test_a_module_leads_to_its_own(project: Project) -> None:
    (first, second) = codes(
        linked(project, "import tea.pot as p", "from tea import water")
    )
    link = LINK.format("tea/#tea.pot", "tea.pot")
    assert first == f"import {link} as p"
    water = LINK.format("tea/#tea.water", "water")
    assert second == f"from tea import {water}"


@pytest.mark.parametrize(
    "code",
    [
        "import tea",
        "import numpy as np",
        "from tea.water import *",
        "from tea.water import _lost",
        "from teapot import tea",
        "from te",
    ],
)
def test_what_has_no_entry_is_left_as_it_is(
    code: str, project: Project
) -> None:
    first, _ = codes(linked(project, code))
    module = LINK.format("tea/#tea.water", "tea.water")
    assert first.replace(module, "tea.water") == code


def test_an_entry_names_the_sections_that_use_it(project: Project) -> None:
    site = linked(
        project,
        "from tea.water import boil\nfrom tea.pot import Pot",
        "from tea.water import boil as b",
    )
    boil, pot = site.by_name["tea/index.html"].tree.css(".api__uses")
    assert boil.inner_html == (
        'Used in <b>The &amp; page</b>: <a href="../page/#page">The &amp; '
        'page</a>, <a href="../page/#part">First part</a>.'
    )
    assert boil.next.attributes["data-code-of"] == "tea.water.boil"
    assert pot.text() == "Used in The & page: The & page."


def test_a_shown_part_leads_to_its_module_and_is_named(
    project: Project,
) -> None:
    title = '<span class="filename">src/tea/water.py</span>'
    site = BuiltSite(project.root / "site")
    site.add("tea/index.html", REFERENCE)
    code = "def boil(): ...\ndef _lost(): ..."
    shown = PAGE.format("", code).replace("<pre><code>", f"{title}<pre><code>")
    other = shown.replace("tea/water", "tea/milk").replace("src", "snippets")
    site.add("page/index.html", shown)
    site.add("other/index.html", other)
    link_reference(project, site)
    (file,) = site.by_name["page/index.html"].tree.css(".filename")
    link = LINK.format("tea/#tea.water", "src/tea/water.py")
    assert file.inner_html == link
    (told,) = site.by_name["tea/index.html"].tree.css(".api__uses")
    assert told.text() == "Shown in The & page: First part."
    assert not site.by_name["other/index.html"].tree.css("a.code-link")


def test_every_module_has_to_be_described(project: Project) -> None:
    site = BuiltSite(project.root / "site")
    site.add("tea/index.html", REFERENCE.replace(' id="tea.pot"', ""))
    with pytest.raises(ProblemError, match=r"no page .* describes tea\.pot\n"):
        link_reference(project, site)


def test_an_import_without_an_entry_is_told(project: Project) -> None:
    with pytest.raises(ProblemError, match=r"describes tea\.water\.milk"):
        linked(project, "from tea.water import milk")


def test_a_site_without_a_reference_stays_as_it_is(project: Project) -> None:
    site = BuiltSite(project.root / "site", Theme())
    page = PAGE.format("from tea.pot import Pot", "")
    site.add("page/index.html", page)
    link_reference(project, site)
    assert site.by_name["page/index.html"].html == (
        Page.parse("page/index.html", page).html
    )
