"""A listing says which files it reads; what Python reads itself is no such."""

import os
import subprocess
import sys

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
        "open('made.txt', 'w').write('made')",
        "import os; os.close(os.open('made', os.O_WRONLY | os.O_CREAT))",
        "import json, numpy, xml.etree.ElementTree",
    ],
)
def test_nothing_is_said_of_what_is_declared_written_or_python(
    code: str, small_site: Project
) -> None:
    (small_site.sources / "own").mkdir()
    (small_site.sources / "own" / "__init__.py").touch()
    (small_site.sources / "own" / "module.py").write_text("x = 1\n", "utf-8")
    assert complaint(small_site, code) == ""
    assert complaint(small_site, code) == ""  # now with byte code
