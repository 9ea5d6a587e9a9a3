"""What happens to a site after MkDocs: the same bytes, and no more."""

import zipfile
from pathlib import Path

import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.finishing.offline.zip_copy import (
    COPY,
    as_file,
    write_offline_copy,
)
from lecture_site.finishing.security.content_security_policy import (
    inline_scripts,
    policy_of,
)
from lecture_site.finishing.weight.heading_font import letters_of
from lecture_site.finishing.weight.math_font import signs_of
from lecture_site.finishing.weight.unused_css import cut_styles
from lecture_site.finishing.weight.wrapped_tables import wrap_tables, wrapped


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
    assert sign in signs_of(f"<math>{formula}</math>")


def test_headings_need_their_letters_and_what_style_adds() -> None:
    page = "<h2>A <b>&amp;</b> <math>x</math></h2><p>z</p>"
    assert letters_of(page) == set("A & …→")


def test_each_table_without_a_class_gets_one_frame() -> None:
    frame = '<div class="md-typeset__scrollwrap">'
    frame += '<div class="md-typeset__table">{}</div></div>'
    one, two = "<table>1</table>", "<table>2</table>"
    own = '<table class="own">3</table>'
    page = f"a{one}b{own}c{two}d"
    framed = f"a{frame.format(one)}b{own}c{frame.format(two)}d"
    assert wrapped(page) == framed


def test_a_theme_that_frames_tables_otherwise_is_named(tmp_path: Path) -> None:
    scripts = tmp_path / "assets/javascripts"
    scripts.mkdir(parents=True)
    script = scripts / "bundle.0.js"
    script.write_text('all("table:not([class])")', encoding="utf-8")
    wrap_tables(Project(tmp_path), tmp_path)
    assert "[class]" not in script.read_text("utf-8")
    with pytest.raises(ProblemError, match=r"bundle\.0\.js"):
        wrap_tables(Project(tmp_path), tmp_path)


def test_a_rule_stays_if_a_page_or_a_script_names_all_it_asks_for(
    tmp_path: Path,
) -> None:
    page = '<p class="seen" data-kind="a">text</p><script>x="set"</script>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    kept = ["p", ".seen:hover", ".set", "[data-kind=a]", "p:not(.gone)"]
    dropped = [".gone", "p .gone", "#gone", "[data-kind=b]", ":is(.gone) p"]
    sheet = tmp_path / "style.css"
    rules = [f"{name}{{color:red}}" for name in [*kept, *dropped]]
    sheet.write_text("".join(rules), encoding="utf-8")
    cut_styles(Project(tmp_path), tmp_path)
    assert sheet.read_text("utf-8") == "".join(rules[: len(kept)])


def test_a_policy_names_the_hash_of_what_is_run_and_of_nothing_else() -> None:
    pages = '<script>a()</script><script src="b.js"></script>'
    pages += '<script type="application/ld+json">{}</script>'
    assert inline_scripts(pages) == ["a()"]
    assert policy_of(pages).count("sha256-") == 1
    assert policy_of(pages) != policy_of(pages.replace("a()", "c()"))


def test_links_of_the_copy_name_files() -> None:
    known = {"index.html", "a/index.html", "labs/b/index.html", "x.pdf"}
    page = '<a href="../../a/#c"></a><a href="../.."></a><a href="../../no">'
    assert as_file(page, "labs/b/index.html", known) == (
        '<a href="../a.html#c"></a><a href="../index.html"></a><a >'
    )


def test_the_copy_has_the_same_bytes_again(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>text</p>", encoding="utf-8")
    write_offline_copy(Project(tmp_path), tmp_path)
    first = (tmp_path / COPY).read_bytes()
    (tmp_path / COPY).unlink()
    write_offline_copy(Project(tmp_path), tmp_path)
    assert (tmp_path / COPY).read_bytes() == first
    with zipfile.ZipFile(tmp_path / COPY) as packed:
        assert packed.namelist() == ["lecture/index.html"]
