"""Build the site, serve it, and build it again when a source changes."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from rich.console import Console

from lecture_site.basics.project import Project

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


def serve(host: str, port: int) -> None:
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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    chosen = parser.parse_args()
    serve(chosen.host, chosen.port)
