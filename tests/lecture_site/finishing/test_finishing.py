"""What happens to a site after MkDocs: the same bytes, and no more."""

import zipfile
from pathlib import Path

import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.theme import MATERIAL
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.offline.service_worker import kept_files
from lecture_site.finishing.offline.zip_copy import (
    COPY,
    as_file,
    write_offline_copy,
)
from lecture_site.finishing.page import Page
from lecture_site.finishing.security.content_security_policy import (
    inline_scripts,
    policy_of,
)
from lecture_site.finishing.weight.bundles import join_assets, load_joined
from lecture_site.finishing.weight.heading_font import letters_of
from lecture_site.finishing.weight.math_font import signs_of
from lecture_site.finishing.weight.unused_css import cut_styles
from lecture_site.finishing.weight.wrapped_tables import wrap, wrap_tables


def page_of(body: str, name: str = "index.html") -> Page:
    return Page.parse(name, f"<!doctype html><body>{body}</body>")


def body_of(page: Page) -> str:
    return str(page.tree.body.inner_html)


@pytest.mark.parametrize(
    ("formula", "sign"),
    [
        ("<mi>x</mi>", "𝑥"),
        ("<mi>h</mi>", "ℎ"),
        ("<mi>β</mi>", "𝛽"),
        ("<mi>&lt;</mi>", "<"),
        ("<msqrt><mn>2</mn></msqrt>", "√"),
    ],
)
def test_the_font_needs_what_a_browser_shows(formula: str, sign: str) -> None:
    assert sign in signs_of(page_of(f"<math>{formula}</math>"))


def test_the_font_needs_nothing_that_only_programs_read() -> None:
    noted = "<mi>x</mi><annotation>ABC</annotation>"
    page = page_of(f"<math><semantics>{noted}</semantics></math>")
    assert signs_of(page) == set("x𝑥−√")
    assert "ABC" in page.html


def test_headings_need_their_letters_and_what_style_adds() -> None:
    page = "<h2>A <b>&amp;</b> <math>x</math></h2><p>z</p>"
    assert letters_of(page_of(page)) == set("A & …→")


def test_each_table_without_a_class_gets_one_frame() -> None:
    frame = '<div class="md-typeset__scrollwrap">'
    frame += '<div class="md-typeset__table">{}</div></div>'
    row = "<tbody><tr><td>1</td></tr></tbody>"
    one, two = f"<table>{row}</table>", f'<table id="2">{row}</table>'
    own = f'<table class="own">{row}</table>'
    page = page_of(f"a{one}b{own}c{two}d")
    framed = f"a{frame.format(one)}b{own}c{frame.format(two)}d"
    wrap(page, MATERIAL.tables)
    assert body_of(page) == framed


def test_a_theme_that_frames_tables_otherwise_is_named(tmp_path: Path) -> None:
    scripts = tmp_path / "assets/javascripts"
    scripts.mkdir(parents=True)
    script = scripts / "bundle.0.js"
    script.write_text('all("table:not([class])")', encoding="utf-8")
    wrap_tables(Project(tmp_path), BuiltSite(tmp_path))
    assert "[class]" not in script.read_text("utf-8")
    with pytest.raises(ProblemError, match=r"bundle\.0\.js"):
        wrap_tables(Project(tmp_path), BuiltSite(tmp_path))


def test_a_rule_stays_if_a_page_or_a_script_names_all_it_asks_for(
    tmp_path: Path,
) -> None:
    page = '<p class="seen" data-kind="a">text</p><script>x="set"</script>'
    site = BuiltSite(tmp_path)
    site.add("index.html", page)
    kept = ["p", ".seen:hover", ".set", "[data-kind=a]", "p:not(.gone)"]
    dropped = [".gone", "p .gone", "#gone", "[data-kind=b]", ":is(.gone) p"]
    sheet = tmp_path / "style.css"
    rules = [f"{name}{{color:red}}" for name in [*kept, *dropped]]
    sheet.write_text("".join(rules), encoding="utf-8")
    cut_styles(Project(tmp_path), site)
    assert sheet.read_text("utf-8") == "".join(rules[: len(kept)])


def test_what_is_joined_is_loaded_in_place_of_its_first_part() -> None:
    loads = ["one.js", "other.js", "two.js"]
    scripts = "".join(f'<script src="../a/{x}"></script>' for x in loads)
    page = page_of(scripts, "labs/index.html")
    load_joined(page, ["a/one.js", "a/two.js"], "all.js")
    assert [load.file for load in page.loads()] == ["a/all.js", "a/other.js"]


def test_joined_scripts_lose_what_only_their_authors_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "assets").mkdir()
    script = '// Why.\nf("// kept");\n\n  g(); // kept\n'
    (tmp_path / "assets/a.js").write_text(script, encoding="utf-8")
    site = BuiltSite(tmp_path)
    site.add("index.html", '<body><script src="assets/a.js"></script></body>')
    join_assets(Project(tmp_path), site)
    joined = (tmp_path / "assets/site.js").read_text()
    assert joined == 'f("// kept");\ng(); // kept\n'


def test_scripts_with_styles_of_their_own_keep_only_variables(
    tmp_path: Path,
) -> None:
    (tmp_path / "assets/page").mkdir(parents=True)
    script = 'wear(".editor { color: var(--ink) }")'
    (tmp_path / "assets/page/a.js").write_text(script, encoding="utf-8")
    sheet = tmp_path / "assets/a.css"
    rules = "p{--ink:red;--paper:white}.editor{color:red}"
    sheet.write_text(rules, encoding="utf-8")
    site = BuiltSite(tmp_path)
    site.add("index.html", "<body><p>x</p></body>")
    cut_styles(Project(tmp_path), site)
    assert sheet.read_text("utf-8") == "p{--ink:red}"


def test_the_words_of_the_lecture_keep_no_style(tmp_path: Path) -> None:
    index = tmp_path / "search" / "index.js"
    index.parent.mkdir()
    index.write_text('const text = "an editor of prose"', encoding="utf-8")
    sheet = tmp_path / "a.css"
    sheet.write_text("p{color:red}.editor{color:red}", encoding="utf-8")
    site = BuiltSite(tmp_path)
    site.add("index.html", "<body><p>x</p></body>")
    cut_styles(Project(tmp_path), site)
    assert sheet.read_text("utf-8") == "p{color:red}"


def test_what_only_some_pages_load_is_not_joined(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    for name in "abc":
        (tmp_path / f"assets/{name}.css").write_text(f"{name} {{}}")
    site = BuiltSite(tmp_path)
    for page, wanted in (("index", "abcd"), ("x", "acd"), ("leads_on", "")):
        links = (f'<link href="assets/{name}.css">' for name in wanted)
        site.add(f"{page}.html", "<title>x</title>" + "".join(links))
    join_assets(Project(tmp_path), site)
    assert (tmp_path / "assets/site.css").read_text() == "a {}\nc {}"
    joined, some, none = (f"assets/{x}.css" for x in ("site", "b", "d"))
    loads = [[load.file for load in page.loads()] for page in site.pages]
    assert loads == [[joined, some, none], [], [joined, none]]


def test_a_script_in_the_head_stays_there(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    for name in "abc":
        (tmp_path / f"assets/{name}.js").write_text(f"{name}()")
    early, one, two = (f'<script src="assets/{x}.js"></script>' for x in "abc")
    site = BuiltSite(tmp_path)
    site.add("index.html", f"<head>{early}</head><body>{one}{two}</body>")
    join_assets(Project(tmp_path), site)
    (page,) = site.pages
    loads = [load.file for load in page.loads()]
    assert loads == ["assets/a.js", "assets/site.js"]
    assert (tmp_path / "assets/site.js").read_text() == "b()\nc()"


def test_a_policy_names_the_hash_of_what_is_run_and_of_nothing_else() -> None:
    scripts = '<script>a()</script><script src="b.js"></script>'
    scripts += '<script type="application/ld+json">{}</script>'
    page, other = page_of(scripts), page_of(scripts.replace("a()", "c()"))
    assert inline_scripts(page) == ["a()"]
    assert policy_of([page]).count("sha256-") == 1
    assert policy_of([page]) != policy_of([other])


def test_links_of_the_copy_name_files() -> None:
    known = {"index.html", "a/index.html", "labs/b/index.html", "x.pdf"}
    links = '<a href="../../a/#c"></a><a href="../.."></a><a href="../../no">'
    page = page_of(links, "labs/b/index.html")
    assert body_of(as_file(page, known, MATERIAL)) == (
        '<a href="../a.html#c"></a><a href="../index.html"></a><a></a>'
    )
    assert '"../../a/#c"' in body_of(page)  # the site's own page stays


def test_the_theme_of_the_copy_knows_where_it_is() -> None:
    scripts = '<script>__md_scope=new URL("../..",location)</script>'
    scripts += '<script id="__config" type="application/json">'
    scripts += '{"base": "../..", "features": ["navigation.instant", "x"], '
    scripts += '"search": "../../assets/search.js"}</script>'
    page = page_of(scripts, "labs/b/index.html")
    copied = body_of(as_file(page, {"assets/search.js"}, MATERIAL))
    assert 'new URL("..",location)' in copied
    assert '"base": "..", "features": ["x"]' in copied
    assert '"search": "../assets/search.js"' in copied


def test_the_copy_has_the_same_bytes_again(tmp_path: Path) -> None:
    site = BuiltSite(tmp_path, MATERIAL, {"index.html": page_of("text")})
    write_offline_copy(Project(tmp_path), site)
    first = (tmp_path / COPY).read_bytes()
    (tmp_path / COPY).unlink()
    write_offline_copy(Project(tmp_path), site)
    assert (tmp_path / COPY).read_bytes() == first
    with zipfile.ZipFile(tmp_path / COPY) as packed:
        assert packed.namelist() == ["lecture/index.html"]


def test_python_is_neither_in_the_copy_nor_kept_before_it_is_run(
    tmp_path: Path,
) -> None:
    for name in ("assets/runtime/pyodide.asm.js", "assets/page/live.js"):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text("", "utf-8")
    site = BuiltSite(tmp_path, MATERIAL, {"index.html": page_of("text")})
    kept = {n for n in kept_files(site) if n.startswith("assets/")}
    assert kept == {"assets/page/live.js"}
    write_offline_copy(Project(tmp_path), site)
    with zipfile.ZipFile(tmp_path / COPY) as packed:
        assert packed.namelist() == ["lecture/index.html"]
