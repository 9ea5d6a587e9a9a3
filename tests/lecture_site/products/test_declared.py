"""A listing says which files it reads, and changes none.

What Python and packages read and write for themselves is no such.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lecture_site.basics.project import Project

# In a process of its own: whoever watches which files are opened does so for
# as long as the process lives.
RUN = """\
import sys
from lecture_site.products.outputs import run_listing
print(run_listing(sys.argv[1]))
"""
READS = "from pathlib import Path\nprint(len(Path('data.txt').read_text()))\n"
MAY = """\
import os, shutil, sqlite3, tempfile
from pathlib import Path
with tempfile.TemporaryDirectory() as name:
    folder = Path(name) / "docs" / "deep"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("made")
    (folder / "a.txt").chmod(0o600)
    os.utime(folder / "a.txt", (1, 1))
    (folder / "a.txt").rename(folder / "b.txt")
    os.link(folder / "b.txt", folder / "c.txt")
    (folder / "d.txt").symlink_to("/etc")
    os.truncate(folder / "c.txt", 1)
    with open(folder / "b.txt", "r+b") as file:
        file.truncate(2)
    (folder / "c.txt").unlink()
    shutil.rmtree(folder)
tempfile.TemporaryFile().write(b"made")
sqlite3.connect(":memory:").close()
os.makedirs(".cache/own")
os.rmdir(".cache/own")
os.write(os.open(os.devnull, os.O_WRONLY), b"made")
for end in os.pipe():
    os.close(end)
import matplotlib.pyplot as plt
plt.figure()
from joblib import Parallel, delayed
Parallel(2, prefer="threads")([delayed(abs)(1)])
"""
# What a listing may not do to the house that it stands in.
HARMS = {
    "writes": "open('docs/index.md', 'w')",
    "adds": "open('docs/index.md', 'a')",
    "changes in place": "open('docs/index.md', 'r+b')",
    "writes where nothing is": "open('made.txt', 'x')",
    "opens with flags": "os.open('made', os.O_WRONLY | os.O_CREAT)",
    "deletes": "os.remove('docs/index.md')",
    "deletes a tree": "shutil.rmtree('docs')",
    "deletes a tree, come what may": "shutil.rmtree('docs', True)",
    "moves away": "os.rename('docs', os.path.join(gettempdir(), 'docs'))",
    "moves": "shutil.move('docs/index.md', 'docs/other.md')",
    "puts in its place": (
        "open(TEMPORARY, 'w'); os.replace(TEMPORARY, 'docs/index.md')"
    ),
    "makes a folder": "os.makedirs('docs/more')",
    "cuts": "os.truncate('docs/index.md', 0)",
    "forbids": "os.chmod('docs/index.md', 0)",
    "links": "os.symlink('/etc', 'docs/etc')",
    "copies": "shutil.copy(__file__, 'docs/index.md')",
    "writes as text": "Path('docs/index.md').write_text('harm')",
    "writes an array": "np.save('docs/array.npy', np.zeros(1))",
    "draws": "plt.figure().savefig('docs/drawn.svg')",
    "goes a way around": "open('docs/../snippets/../docs/index.md', 'w')",
    "follows a link": (
        "os.symlink(os.getcwd(), f'{TEMPORARY}.link'); "
        "open(f'{TEMPORARY}.link/docs/index.md', 'w')"
    ),
    "writes to others": "open(Path.home().parent / 'harm.txt', 'w')",
    "writes at home": "open(Path.home() / 'harm.txt', 'w')",
    "writes bytes": "open(b'docs/index.md', 'w')",
    "makes a database": (
        "import sqlite3; "
        "sqlite3.connect('docs/x.db').execute('create table a(b)')"
    ),
    "damages the record": "open('docs/measured.json', 'w')",
    "damages history": "open('.git/config', 'w')",
}
NEEDS = """\
import os, shutil, sys
from pathlib import Path
from tempfile import gettempdir, mkdtemp
import matplotlib.pyplot as plt
import numpy as np
TEMPORARY = os.path.join(mkdtemp(), "temporary")
DATA_FILES = ("docs/index.md",)
"""
TRIES = """\
refused = []
for name, harm in HARMS.items():
    try:
        exec(harm)
    except PermissionError as error:
        assert type(error).__name__ == "HouseError", name
        refused.append(name)
print("refused:", ", ".join(refused), file=sys.stderr)
"""
DECLARED = f"DATA_FILES = ('data.txt',)\n{READS}"


def complaint(project: Project, code: str) -> str:
    """Return what is said of a listing; empty if all is well."""
    listing = project.snippets / "page" / "listing.py"
    listing.write_text(code, encoding="utf-8")
    (project.root / "data.txt").write_text("one", encoding="utf-8")
    byte_code = ("PYTHONPYCACHEPREFIX", "PYTHONDONTWRITEBYTECODE")
    kept = {k: v for k, v in os.environ.items() if k not in byte_code}
    path = os.pathsep.join(map(str, [project.sources, *sys.path]))
    done = subprocess.run(
        [sys.executable, "-c", RUN, listing],
        cwd=project.root,
        env=kept | {"PYTHONPATH": path},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    return done.stderr.strip().rpartition("\n")[2]


def test_a_file_that_is_read_without_a_word_is_named(
    small_site: Project,
) -> None:
    said = complaint(small_site, READS)
    assert "it reads data.txt and does not say so" in said
    assert 'DATA_FILES = ("data.txt",)' in said


@pytest.mark.parametrize(
    "code",
    [
        DECLARED,
        "import own.module",
        "print(open(__file__).read())",
        "import json, numpy, xml.etree.ElementTree",
        MAY,
    ],
)
def test_nothing_is_said_of_what_is_declared_temporary_or_of_python(
    code: str, small_site: Project
) -> None:
    (small_site.sources / "own").mkdir()
    (small_site.sources / "own" / "__init__.py").touch()
    (small_site.sources / "own" / "module.py").write_text("x = 1\n", "utf-8")
    assert complaint(small_site, code) == ""
    assert complaint(small_site, code) == ""  # now with byte code


def test_what_a_listing_does_to_the_house_is_refused(
    small_site: Project,
) -> None:
    """All in one program, which prints what it was allowed to do."""
    (small_site.root / ".git").mkdir()
    (small_site.root / ".git" / "config").touch()
    before = contents(small_site)
    said = complaint(small_site, f"{NEEDS}HARMS = {HARMS!r}\n{TRIES}")
    assert said == "refused: " + ", ".join(HARMS)
    assert contents(small_site) == before


def test_who_is_refused_hears_where_to_write(small_site: Project) -> None:
    said = complaint(small_site, "open('docs/index.md', 'w')\n")
    assert "HouseError: it would change" in said
    assert "docs/index.md: what runs for a page may write" in said
    assert "TemporaryDirectory" in said


def contents(project: Project) -> dict[Path, bytes]:
    return {
        path: path.read_bytes() for path in sorted(project.docs.rglob("*.*"))
    }
