"""What the runtime is built from: versions, and digests of what is fetched."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lecture_site.basics.json_files import read_json
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from terminal.text_files import sha256_of

RECORD = "built_from.json"


@dataclass(frozen=True)
class Fetched:
    """A release of which the file is known."""

    version: str
    sha256: str

    def verify(self, path: Path) -> Path:
        """Return the path of a file that is the one that is recorded.

        Raises
        ------
        ProblemError
            If its content is another.
        """
        found = sha256_of(path)
        if found != self.sha256:
            what = f"{path.name} has the sha256 {found}, not {self.sha256}"
            remedy = "record it in built_from.json if that is meant"
            raise ProblemError(Problem(what, remedy, f"runtime/{RECORD}"))
        return path


@dataclass(frozen=True)
class Inputs:
    """Everything that the runtime is built from.

    Parameters
    ----------
    pyodide, numpy : Fetched
        The package of npm and the source distribution.
    tag : str
        Which wheels this Pyodide takes, such as
        ``cp311-cp311-emscripten_3_1_46_wasm32``.
    emscripten, python_headers : str
        Versions of Debian's packages.
    tools : dict of {str: str}
        Versions of what PyPI has for the build.
    """

    pyodide: Fetched
    numpy: Fetched
    tag: str
    emscripten: str
    python_headers: str
    tools: dict[str, str]

    @classmethod
    def read(cls, project: Project) -> Inputs:
        """Read the record of a project."""
        said = read_json(project.runtime / RECORD, dict, "restore it with git")
        fetched = {
            name: Fetched(**said[name]) for name in ("pyodide", "numpy")
        }
        return cls(**(said | fetched))
