"""Each rule finds what it is against, says where, and what to write."""

import tomllib
from pathlib import Path

import pytest

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.checks.prose import linter
from lecture_site.checks.prose.linter import lint, prose_problems
from lecture_site.checks.prose.plain_english import plain

HERE = Project(Path(__file__).resolve().parents[4])
LIST = linter.HERE / "words.toml"
RULES = tomllib.loads(LIST.read_text(encoding="utf-8"))["words"]
FORTY = " ".join(["the word"] * 20)
SENTENCES = {
    "long": (f"One {FORTY}.", "41 words in a sentence", f"{FORTY}."),
    "long over lines": (f"One {FORTY}\nends.", "42 words", f"One.\n{FORTY}."),
    "long in a link": (
        f"[One {FORTY}](x).",
        "41 words",
        f"`x y` {FORTY[9:]}.",
    ),
    "long in bold": (f"**One.** A {FORTY}.", "41", f"**One.** A {FORTY[9:]}."),
    "bare": ("∎ is large.", "begins with a symbol", "Here ∎ is large."),
    "bare second": (
        "So. ∎ falls.",
        "begins with a symbol",
        "So. ∎: it falls.",
    ),
    "bare heading": (
        "###### Why\n\n∎ is large.",
        "begins with a symbol",
        "###### Why?\n\n∎ is large.",
    ),
    "bare behind a hint": (
        "###### Hint\n\nAdd.\n\n∎ is large.",
        "begins with a symbol",
        "###### Why?\n\n###### Hint\n\nAdd.\n\n∎ is large.",
    ),
    "short": ("The MSE.", "MSE is not explained", "Mean error (MSE). MSE."),
    "plural": ("Two MLPs.", "MLP is not explained", "MLPs (networks)."),
}


def told_of(*sentences: str) -> list[Problem]:
    return lint(HERE, [(f"{n}.md", s) for n, s in enumerate(sentences)])


@pytest.fixture(scope="module")
def told_of_words() -> list[list[list[str]]]:
    """Return what is told of the bad and the good sentence of each rule."""
    sentences = [rule[kind] for rule in RULES for kind in ("bad", "good")]
    told = told_of(*sentences)
    by_text: list[list[str]] = [
        [p.remedy for p in told if p.page == f"{n}.md"]
        for n in range(len(sentences))
    ]
    return [by_text[n : n + 2] for n in range(0, len(sentences), 2)]


@pytest.mark.parametrize("number", range(len(RULES)))
def test_a_word_is_found_and_its_remedy_passes(
    number: int, told_of_words: list[list[list[str]]]
) -> None:
    assert told_of_words[number] == [[RULES[number]["remedy"]], []]


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_is_found_and_a_good_one_passes(name: str) -> None:
    bad, what, good = SENTENCES[name]
    found = told_of(bad, good)
    assert [problem.page for problem in found] == ["0.md"]
    assert what in found[0].what
    assert found[0].remedy


def test_a_fault_is_told_with_its_file_its_line_and_what_to_do() -> None:
    text = "# Title\n\nGood.\nIt is *in the\nthe box*.\n\nIt shall.\n"
    first, second = map(str, lint(HERE, [("docs/page.md", text)]))
    assert first.startswith('docs/page.md:4: "the the"')
    assert second.startswith('docs/page.md:7: "shall"\n    Remedy: it sounds')


def test_code_and_addresses_are_not_english() -> None:
    text = "`the the` and [a link](the-the/color.md) ![](gray.svg)\n"
    assert told_of(text, "    the the\n", plain("<https://color.de>")) == []


def test_the_texts_of_this_lecture_are_in_order() -> None:
    assert list(map(str, prose_problems(HERE))) == []


def test_what_the_glossary_names_is_explained() -> None:
    assert lint(HERE, [("page.md", "The MSE.")], "MSE (of a model)") == []


def test_without_textlint_it_is_said_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="run `make lint`"):
        lint(Project(tmp_path), [])


def test_it_is_installed_from_its_lock_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = []
    monkeypatch.setattr(
        linter, "install_locked", lambda *paths: called.append(paths)
    )
    linter.install(Project(tmp_path))
    ((sources, folder),) = called
    assert (sources / "package-lock.json").is_file()
    assert folder == tmp_path / ".cache" / "prose"
