"""What is included is a file of the project, and never vanishes."""

from pathlib import Path

import pytest
from markdown import Markdown

from lecture_site.basics.problems import Problem, ProblemError


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "here/snippets/page").mkdir(parents=True)
    (tmp_path / "outside.py").write_text("print(1)\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def shown(page: str) -> str:
    options = {
        "base_path": ["snippets"],
        "check_paths": True,
        "restrict_base_path": True,
    }
    name = "lecture_site.extensions.includes"
    md = Markdown(extensions=[name], extension_configs={name: options})
    lines = page.splitlines()
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    return "\n".join(lines)


def problem_of(page: str) -> Problem:
    with pytest.raises(ProblemError) as caught:
        shown(page)
    return caught.value.problem


def write(name: str, data: str | bytes) -> None:
    path = Path("snippets/page") / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_is_included_however_it_was_saved(codec: str, end: str) -> None:
    write("a.py", f'"""É."""{end}print(1){end}'.encode(codec))
    assert shown('--8<-- "page/a.py"').split() == ['"""É."""', "print(1)"]


def test_a_file_that_is_empty_says_nothing() -> None:
    write("a.py", "")
    assert shown('a\n\n--8<-- "page/a.py"\n\nb').split() == ["a", "b"]


def test_a_file_may_include_another_and_be_included_twice() -> None:
    write("a.py", 'one\n--8<-- "page/b.py"\n')
    write("b.py", "two\n")
    page = '--8<-- "page/a.py"\n--8<-- "page/a.py"\n'
    assert shown(page).split() == ["one", "two", "one", "two"]


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"a.py": '1\n--8<-- "page/a.py"\n'}, "snippets/page/a.py:2"),
        (
            {"a.py": '--8<-- "page/b.py"', "b.py": '1\n2\n--8<-- "page/a.py"'},
            "snippets/page/b.py:3",
        ),
        (
            {
                "a.py": '--8<-- "page/b.py"',
                "b.py": "--8<--\npage/c.py\n--8<--\n",
                "c.py": '\n --8<-- "page/./b.py:1:9"',
            },
            "snippets/page/c.py:2",
        ),
    ],
)
def test_a_file_that_includes_itself_is_told(
    files: dict[str, str], place: str
) -> None:
    for name, text in files.items():
        write(name, text)
    told = problem_of('# Page\n\n--8<-- "page/a.py"\n')
    assert told.place == place
    assert "includes itself" in told.what
    # The next page is read as if nothing had happened.
    write("a.py", "one\n")
    assert "one" in shown('--8<-- "page/a.py"')


def test_a_section_that_includes_itself_is_told() -> None:
    write(
        "a.py",
        '# --8<-- [start:one]\n--8<-- "page/a.py:one"\n# --8<-- [end:one]\n',
    )
    assert "includes itself" in problem_of('--8<-- "page/a.py:one"').what


def test_a_long_row_of_files_ends() -> None:
    for number in range(30):
        write(f"a{number}.py", f'--8<-- "page/a{number + 1}.py"\n')
    told = problem_of('--8<-- "page/a0.py"')
    assert told.place == "snippets/page/a19.py:1"
    assert "20 deep" in told.what


@pytest.mark.parametrize("is_folder", [True, False])
def test_what_a_link_leads_to_outside_is_not_included(
    is_folder: bool, here: Path
) -> None:
    place = here / "snippets" / ("out" if is_folder else "out.py")
    place.symlink_to(here.parent if is_folder else here.parent / "outside.py")
    named = "out/outside.py" if is_folder else "out.py"
    told = problem_of(f'--8<-- "{named}"')
    assert told.what == f"'{named}' leads out of the project"


@pytest.mark.parametrize(
    "named", ["../outside.py", "page/../../../outside.py", "page", "https://a"]
)
def test_what_is_no_listing_is_not_included(named: str) -> None:
    with pytest.raises(Exception, match="could not be found"):
        shown(f'--8<-- "{named}"')


def test_what_is_no_text_is_told() -> None:
    write("a.py", "# caf\xe9".encode("latin-1"))
    told = problem_of('--8<-- "page/a.py"')
    assert told.place == "snippets/page/a.py:1"
    assert "not UTF-8" in told.what
