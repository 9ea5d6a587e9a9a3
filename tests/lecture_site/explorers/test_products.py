"""An explorer without a part is a problem, and its proof depends on all."""

import json
from pathlib import Path

import pytest

from lecture_site.basics.project import Project
from lecture_site.explorers.products import (
    explorer_facts,
    explorer_problems,
    explorer_products,
    weight_of,
)
from lecture_site.page_scripts.weight import gzip_bytes
from lecture_site.staleness.fingerprint import Imports

SOURCE = "src/lecture_page/explorers/tea/main.ts"
GOLDEN = "src/lecture_golden/tea.py"
SCRIPT = "docs/assets/page/explorers/tea.js"
SHARED = "docs/assets/page/explorers/shared/kit.js"
PAGE = "docs/making/tea.md"
FILES = {
    SOURCE: "export const n = 1;\n",
    GOLDEN: "TOLERANCE = 1e-9\n",
    "src/lecture_golden/export.py": "SEED = 0\n",
    SCRIPT: 'import"./shared/kit.js";',
    SHARED: "0;",
    PAGE: "# Tea\n\n/// explorer | tea\nHow long?\n///\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Project(tmp_path)


def test_a_complete_explorer_is_no_problem(project: Project) -> None:
    assert explorer_problems(project) == []
    assert [p.name for p in explorer_products(project)] == ["explorer tea"]


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        (GOLDEN, "nothing proves the explorer 'tea'"),
        (SCRIPT, "the explorer 'tea' is not bundled"),
        (PAGE, "no page shows the explorer 'tea'"),
        (SOURCE, "there is no explorer 'tea' to hold to these golden values"),
    ],
)
def test_what_an_explorer_lacks_is_told_with_a_remedy(
    missing: str, says: str, project: Project
) -> None:
    (project.root / missing).unlink()
    (problem,) = explorer_problems(project)
    assert says in problem.what
    assert problem.remedy
    assert explorer_facts(project) == []


@pytest.mark.parametrize("changed", [GOLDEN, SCRIPT, SHARED])
def test_it_is_compared_again_when_anything_of_it_changes(
    changed: str, project: Project
) -> None:
    (before,) = explorer_products(project)
    was = before.fingerprint(Imports(project))
    (project.root / changed).write_text("ANOTHER = 2\n", encoding="utf-8")
    (after,) = explorer_products(project)
    assert after.fingerprint(Imports(project)) != was


def test_the_facts_say_where_it_stands_and_what_was_found(
    project: Project,
) -> None:
    found = {"states": 3, "golden_values": 12, "largest_difference": 1e-12}
    (product,) = explorer_products(project)
    product.target.write(json.dumps(found))
    worker = (project.root / SCRIPT).with_suffix("") / "worker.js"
    worker.parent.mkdir(exist_ok=True)
    worker.write_text('import"../shared/kit.js";1;', encoding="utf-8")
    alone, together = (
        gzip_bytes(project.root / SCRIPT),
        weight_of("tea", project),
    )
    assert alone < together < alone + gzip_bytes(worker)
    assert explorer_facts(project) == [
        {
            "name": "tea",
            "page": "making/tea.md",
            **found,
            "gzip_bytes": together,
        }
    ]
