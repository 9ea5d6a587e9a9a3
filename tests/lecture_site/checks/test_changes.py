"""What differs between two sites is named, and nothing else."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.checks.changes import Change, as_markdown, compare
from lecture_site.checks.snapshot import read_site

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = str(ROOT / "scripts" / "report_changes.py")
PAGE = """\
<nav>menu</nav><article><h1 id="page">Page<a class="headerlink">¶</a></h1>
<p>It is 3 of four.</p><svg><text>drawn</text></svg><!-- no word -->
<h2 id="more">More | less</h2><p>Two words.</p>
<div><span class="filename">snippets/page/a.py</span><pre>print(1)</pre></div>
<div class="listing-note listing-note--prints"><samp>1
2</samp></div>
<p class="checked">checked on 2026-01-01</p>
<p>Commit 0123456789ab of 2026-01-01.</p></article>
"""
FACTS = {
    "commit": "0123456789abcdef",
    "date": "2026-01-01",
    "measurements": [
        {"name": "page.share", "shown": "0.5"},
        {"name": "page.seeds", "shown": "1.0", "spread": ["0.9", "1.1"]},
    ],
}


def make_site(root: Path) -> Path:
    for name, text in {
        "index.html": "<article><h1 id='start'>Start</h1></article>",
        "page/index.html": PAGE,
        "figures/page/line.svg": "<svg>1</svg>",
        "verified.json": json.dumps(FACTS),
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    return make_site(tmp_path / "old"), make_site(tmp_path / "new")


def in_file(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        text = (site / name).read_text(encoding="utf-8")
        assert old in text
        (site / name).write_text(text.replace(old, new), encoding="utf-8")

    return change


PAGE_FILE = "page/index.html"


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        (
            in_file(PAGE_FILE, "Two words", "Three other words"),
            "| page | More \\| less | changed | +2 −1 |",
        ),
        (
            in_file(PAGE_FILE, '<h2 id="more">More | less</h2>', ""),
            "| page | More \\| less | removed | +0 −",
        ),
        (
            in_file(PAGE_FILE, "<p>It is", '<h3 id="n">New</h3><p>It is'),
            "| page | New | new | +6 −0 |",
        ),
        (
            in_file(PAGE_FILE, "1\n2</samp>", "1\n3</samp>"),
            "````diff\n@@ -1,2 +1,2 @@\n 1\n-2\n+3\n````",
        ),
        (
            in_file("verified.json", '"0.5"', '"0.6"'),
            "| `page.share` | 0.5 | 0.6 |",
        ),
        (
            in_file("verified.json", '"1.1"', '"1.2"'),
            "| `page.seeds` | 1.0 (0.9 to 1.1) | 1.0 (0.9 to 1.2) |",
        ),
        (
            in_file("verified.json", "page.share", "page.part"),
            "| `page.share` | 0.5 | – |\n| `page.part` | – | 0.5 |",
        ),
        (
            in_file("figures/page/line.svg", "1", "2"),
            "| `page/line` | changed |",
        ),
        (
            lambda site: (site / "figures/page/line.svg").unlink(),
            "| `page/line` | removed |",
        ),
        (
            lambda site: (site / "page").rename(site / "other"),
            "| other (new) | Page | new | +6 −0 |",
        ),
        (
            lambda site: (site / PAGE_FILE).unlink(),
            "| page (removed) | Page | removed | +0 −6 |",
        ),
    ],
)
def test_a_change_is_shown(
    change: Callable[[Path], None], shown: str, sites: tuple[Path, Path]
) -> None:
    change(sites[1])
    changes = compare(read_site(sites[0]), read_site(sites[1]))
    assert shown in as_markdown(changes)


@pytest.mark.parametrize(
    "change",
    [
        in_file(PAGE_FILE, "menu", "other menu"),
        in_file(PAGE_FILE, "no word", "another"),
        in_file(PAGE_FILE, "checked on", "checked again on"),
        in_file(PAGE_FILE, "Two words", "Two \n  words"),
    ],
)
def test_what_no_reader_reads_is_no_change(
    change: Callable[[Path], None], sites: tuple[Path, Path]
) -> None:
    change(sites[1])
    changes = compare(read_site(sites[0]), read_site(sites[1]))
    assert "Nothing that a reader sees." in as_markdown(changes)


def test_another_commit_alone_is_no_change(sites: tuple[Path, Path]) -> None:
    for name in ("verified.json", PAGE_FILE):
        in_file(name, "0123456789ab", "ba9876543210")(sites[1])
        in_file(name, "2026-01-01", "2026-02-02")(sites[1])
    changes = compare(read_site(sites[0]), read_site(sites[1]))
    assert changes.sections == []


def test_the_command_writes_markdown_and_json(
    sites: tuple[Path, Path],
) -> None:
    in_file("verified.json", '"0.5"', '"0.6"')(sites[1])
    report = sites[0].parent / "changes.json"
    command = [sys.executable, SCRIPT, *map(str, sites), "--json", str(report)]
    said = subprocess.check_output(command, encoding="utf-8")
    assert said.startswith("## What changed\n\n1 number\n")
    written = json.loads(report.read_text(encoding="utf-8"))
    assert written["numbers"] == [
        vars(Change("page.share", "changed", "0.5", "0.6"))
    ]
    assert written["pages"] == written["figures"] == written["outputs"] == []


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match=r"no built site\n.*make site"):
        read_site(tmp_path)
