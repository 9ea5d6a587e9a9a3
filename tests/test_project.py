"""README, CONTRIBUTING, Makefile and CI say the same."""

import ast
import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
WINGS = 2
PAGES_INSIDE = ("lecture_experiments",)  # a folder a page
LOCKS = [
    path
    for folder in ("src", "tests")
    for path in (ROOT / folder).rglob("package-lock.json")
]
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


def fences(name: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(r"^`{3,}(.*)$", text, re.MULTILINE)[::2]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_documented_targets_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^\$ |`)make ([a-z]+)", text, re.MULTILINE))
    assert named
    assert named <= TARGETS


def tree(folder: Path, depth: int = 1) -> list[str]:
    """Return a line for each package: its name and its first sentence."""
    lines = []
    for inside in sorted(folder.glob("*/__init__.py")):
        doc = ast.get_docstring(ast.parse(inside.read_text(encoding="utf-8")))
        name = f"{'  ' * depth}{inside.parent.name}/"
        lines.append(f"{name:<24} {str(doc).splitlines()[0]}")
        if depth < WINGS and inside.parent.name not in PAGES_INSIDE:
            lines += tree(inside.parent, depth + 1)
    return lines


def test_contributing_shows_the_tree_as_it_is() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```text\nsrc/\n(.*?)\n```", text, re.DOTALL)
    assert shown.splitlines() == tree(ROOT / "src")


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_no_command_is_run_by_the_tests(name: str) -> None:
    assert not {"sh", "bash"} & set(fences(name))


def test_every_target_says_what_it_does() -> None:
    helped = set(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))
    assert TARGETS - helped == {"clean"} - helped


def test_ci_runs_the_test_command_of_the_readme_and_the_strict_build() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "$ make test" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make test" in ci.splitlines()
    assert re.search(r"^make site\b", ci, re.MULTILINE)


def test_ci_runs_all_that_check_runs() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    (parts,) = re.findall(r"^check: (.*?) ##", MAKEFILE, re.MULTILINE)
    told = " ".join(re.findall(r"^make (.*)$", ci, re.MULTILINE)).split()
    run = [word for word in told if not word.startswith("-")]
    assert run == parts.split()


@pytest.mark.skipif(not shutil.which("make"), reason="there is no make")
@pytest.mark.parametrize("target", ["test", "audit", "check", "site"])
def test_what_looks_at_the_site_has_its_browser_before(target: str) -> None:
    done = subprocess.run(
        ["make", "--dry-run", target],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    scripts = re.findall(r"scripts/(install_browser|build_site)", done.stdout)
    wanted = ["install_browser"] if target != "site" else []
    assert scripts == [*wanted, "build_site"]


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.parent.name)
def test_a_lock_file_has_hashes_and_names_no_registry(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    own = json.loads((path.parent / "package.json").read_text())
    assert packages.pop("")["dependencies"] == own["dependencies"]
    assert packages
    assert all(entry["integrity"] for entry in packages.values())
    assert "resolved" not in text


def test_listings_named_in_the_readme_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"python (snippets/\S+\.py)", text)
    assert named
    assert all((ROOT / path).exists() for path in named)


def test_every_dependency_has_its_reason_beside_it() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    groups = text.partition("[dependency-groups]")[2].partition("[tool")[0]
    wanting = [
        line
        for line in groups.splitlines()
        if line.strip().startswith('"') and "#" not in line
    ]
    assert wanting == []


def test_every_dependency_is_pinned_for_the_tested_set() -> None:
    project = tomllib.loads(
        (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )
    wanted = {
        re.split(r"[<>=\[]", line)[0].lower()
        for group in project["dependency-groups"].values()
        for line in group
        if isinstance(line, str)
    }
    pinned = {
        line.split("==")[0].lower()
        for line in (ROOT / "constraints.txt").read_text().splitlines()
    }
    assert wanted <= pinned
