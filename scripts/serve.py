"""Show the lecture as it is written: an edit at once, its proof behind."""

import os
import sys
import threading
from typing import Annotated

import typer

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.commands import prepared, script
from lecture_site.preview.loop import Loop
from lecture_site.preview.news import News
from lecture_site.preview.server import Preview


def serve(
    host: Annotated[str, typer.Option(help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="0 takes a free one.")] = 8000,
) -> None:
    """Serve the draft until interrupted."""
    project, console = prepared()
    news = News()
    try:
        server = Preview((host, port), project.draft, news)
    except OSError as error:
        what = f"port {port} of {host} cannot be used: {error.strerror}"
        raise ProblemError(Problem(what, "choose another: --port")) from None
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        console.print(f"serving on {server.url} (Ctrl+C stops it)")
        try:
            Loop(project, news, console).run()
        except KeyboardInterrupt:
            console.print("stopped")
            return
    console.print("the machinery was edited: starting again")
    os.execv(sys.executable, [sys.executable, *sys.argv])


if __name__ == "__main__":
    script(serve, __doc__)
