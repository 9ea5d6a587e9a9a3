"""Build the site, serve it, and build it again when a source changes."""

import os
import subprocess
import sys
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.commands import script

BUILD = Path(__file__).with_name("build_site.py")
WATCHED = ("docs", "snippets", "src", "scripts", "overrides", "mkdocs.yml")


def build() -> None:
    """Build in a process of its own, so that changed modules are read.

    Its byte code is kept out of the watched folders.
    """
    elsewhere = {"PYTHONPYCACHEPREFIX": str(Project.here().cache / "pycache")}
    subprocess.run(
        [sys.executable, str(BUILD), "--record", "--draft"],
        check=False,
        env=elsewhere | os.environ,
    )


def serve(host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the draft until interrupted."""
    project = Project.here()
    build()
    server = LiveReloadServer(build, host, port, str(project.draft))
    for path in map(project.root.joinpath, WATCHED):
        if path.exists():
            server.watch(str(path))
    Console().print(f"serving on {server.url} (Ctrl+C stops it)")
    try:
        server.serve()
    except KeyboardInterrupt:
        Console().print("stopped")
    finally:
        server.shutdown()


if __name__ == "__main__":
    script(serve, __doc__)
