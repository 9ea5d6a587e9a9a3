"""What every lab must have, whatever it is about."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont

from lecture_site.extensions.maths import to_mathml

HERE = Path(__file__).resolve().parent
LABS = sorted((HERE.parents[1] / "docs/labs").glob("*.ipynb"))
FONT = HERE.parents[1] / "docs/assets/fonts/stix-two-math-subset.woff2"
FORMULA = re.compile(r"\$\$(.+?)\$\$|\$(.+?)\$", re.DOTALL)
ASKS = ("**Look for:**", "**Predict first:**", "## Your task")


def cells(lab: Path) -> list[Any]:
    return list(nbformat.read(lab, as_version=4).cells)


@pytest.fixture(params=LABS, ids=lambda lab: lab.stem)
def lab(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def test_there_are_four_or_more() -> None:
    assert len(LABS) >= 4


def test_text_before_code_says_what_to_look_for_to_predict_or_to_do(
    lab: Path,
) -> None:
    mute = [
        before.id
        for before, cell in pairwise(cells(lab))
        if (before.cell_type, cell.cell_type) == ("markdown", "code")
        and not any(ask in before.source for ask in ASKS)
    ]
    assert mute == ["about-results"]


def test_there_is_a_task_with_a_folded_solution_and_hidden_answers(
    lab: Path,
) -> None:
    text = "\n".join(cell.source for cell in cells(lab))
    tags = [cell.metadata.get("tags") for cell in cells(lab)]
    assert "## Your task" in text
    assert ["solution"] in tags
    assert text.count('<details class="question ') >= 3


def test_its_results_are_bounded_by_tests(lab: Path) -> None:
    assert (HERE / f"test_{lab.stem}.py").is_file()


def test_every_sign_of_its_formulas_is_in_the_font(lab: Path) -> None:
    known = set(TTFont(FONT).getBestCmap())
    text = "\n".join(c.source for c in cells(lab) if c.cell_type == "markdown")
    formulas = [a or b for a, b in FORMULA.findall(text)]
    assert formulas
    for tex in formulas:
        mathml = BeautifulSoup(to_mathml(tex, False), "html.parser")
        signs = {s for s in mathml.get_text() if not s.isspace()}
        assert {s for s in signs if ord(s) not in known} == set(), tex
