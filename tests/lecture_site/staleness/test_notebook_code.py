"""A notebook is read, or it is told that it is none."""

import json
from pathlib import Path

import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.staleness.notebook_code import (
    as_python,
    cells_of_lab,
    read_notebook,
)

CELL = {
    "cell_type": "code",
    "id": "a",
    "metadata": {},
    "execution_count": None,
    "outputs": [],
    "source": ["x = 'é'\n", "x"],
}
NOTEBOOK = {
    "cells": [CELL],
    "metadata": {},
    "nbformat": 4,
    "nbformat_minor": 5,
}


def written(folder: Path, data: bytes) -> Path:
    path = folder / "lab.ipynb"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig"])
def test_a_notebook_is_read_as_any_source(codec: str, tmp_path: Path) -> None:
    text = json.dumps(NOTEBOOK, ensure_ascii=False)
    path = written(tmp_path, text.encode(codec))
    (cell,) = read_notebook(path).cells
    assert cells_of_lab(path) == [cell.source] == ["x = 'é'\nx"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Lab",
        "[]",
        '{"cells": [{}]}',
        '{"cells": 1}',
        "{}",
        '{"cells": [{"cell_type": "code"}], "nbformat": 4}',
        "[" * 100_000,
    ],
)
def test_what_is_no_notebook_is_told(text: str, tmp_path: Path) -> None:
    path = written(tmp_path, text.encode())
    for read in (read_notebook, cells_of_lab):
        with pytest.raises(ProblemError) as caught:
            read(path)
        problem = caught.value.problem
        assert problem.page.endswith("lab.ipynb")
        assert "save it as a notebook" in problem.remedy
        assert "\n" not in problem.what


def test_another_encoding_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, b'{"cells": [\n"\xe9"]}')
    with pytest.raises(ProblemError, match="not UTF-8: byte"):
        read_notebook(path)


def test_a_page_in_markdown_has_no_cells(tmp_path: Path) -> None:
    assert cells_of_lab(tmp_path / "page.md") == []


def test_magics_are_calls() -> None:
    assert "get_ipython" in as_python("%matplotlib inline")
