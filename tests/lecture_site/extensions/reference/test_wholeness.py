"""What a docstring leaves out is told in words, with its line."""

from pathlib import Path

import pytest

from lecture_site.basics.project import Project
from lecture_site.extensions.reference.package import read_package
from lecture_site.extensions.reference.wholeness import problems_of_docstrings
from tea import tea

TOLD = '"""A cup."""\n\n\n'
PARTS = (
    '    """Pour.\n\n    Parameters\n    ----------\n'
    "    {} : float\n        In litres.\n{}"
    '    """\n'
)


def problems(
    code: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    monkeypatch.chdir(root)
    folder = root / "src" / "tea"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "cup.py").write_text(code)
    package = read_package("tea", Project(root))
    return [str(each) for each in problems_of_docstrings(package)]


def test_what_is_whole_is_not_told(tmp_path: Path) -> None:
    assert list(problems_of_docstrings(tea(Project(tmp_path)))) == []


@pytest.mark.parametrize(
    ("code", "place", "told"),
    [
        ("SIZE = 1\n", 1, "the module has no docstring"),
        (f"{TOLD}def pour(): ...\n", 4, "pour has no docstring"),
        (f"{TOLD}class Cup: ...\n", 4, "Cup has no docstring"),
        (
            f'{TOLD}class Cup:\n    """A cup."""\n\n    def pour(self): ...\n',
            7,
            "Cup.pour has no docstring",
        ),
        (
            f"{TOLD}def pour(amount):\n{PARTS.format('amont', '')}",
            4,
            "the docstring of pour describes 'amont', which it does not take",
        ),
        (
            f"{TOLD}def pour(amount, into):\n{PARTS.format('amount', '')}",
            4,
            "the docstring of pour says nothing of into",
        ),
        (
            f'{TOLD}def pour(a, b, c):\n    """Pour."""\n',
            4,
            "the docstring of pour says nothing of a, b, c",
        ),
        (
            f'{TOLD}def pour():\n    """Pour.\n\n    Examples\n'
            '    --------\n    >>> pour()\n    """\n',
            4,
            "the docstring of pour has a section that the reference does not "
            "show: examples",
        ),
    ],
)
def test_what_is_missing_is_told(
    code: str,
    place: int,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = problems(code, tmp_path, monkeypatch)
    assert found
    assert found[0].startswith(f"src/tea/cup.py:{place}: {told}")
    assert "\n    Remedy: " in found[0]


@pytest.mark.parametrize(
    "code",
    [
        f'{TOLD}def pour(a, b):\n    """Pour."""\n',
        f"{TOLD}def pour(amount, rng: np.random.Generator):\n"
        f"{PARTS.format('amount', '')}",
        f"{TOLD}def pour(*amount, **into):\n"
        + PARTS.format("*amount", "    **into : Cup\n"),
        f"{TOLD}def pour(a):\n{PARTS.format('a', '')}\n\n"
        'def d_pour(a, b, c):\n    """Pour."""\n',
        f'{TOLD}class Cup:\n    """A cup."""\n\n    def __len__(self): ...\n',
    ],
)
def test_what_is_clear_need_not_be_said(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert problems(code, tmp_path, monkeypatch) == []
