"""The files that the build writes itself, which nothing of docs/ may be."""

from __future__ import annotations

from collections.abc import Iterator

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.sources import as_some_disks_see
from lecture_site.browser.printed_file import printed_name
from lecture_site.finishing.built_site import RUNTIME, BuiltSite
from lecture_site.finishing.offline.service_worker import MANIFEST, WORKER
from lecture_site.finishing.offline.zip_copy import COPY
from lecture_site.finishing.search.index import INDEX
from lecture_site.finishing.security.content_security_policy import HEADERS
from lecture_site.finishing.sharing import icons, social_cards
from lecture_site.finishing.sharing.feed import FEED
from lecture_site.finishing.sharing.robots import ROBOTS
from lecture_site.notebooks.build import FOLDER


def refuse_overwritten(project: Project, site: BuiltSite) -> None:
    """Raise a problem if a later step would overwrite what MkDocs wrote.

    Raises
    ------
    ProblemError
        With the file of docs/.
    """
    written = {
        as_some_disks_see(path.relative_to(site.folder).as_posix()): path
        for path in site.folder.rglob("*")
    }
    for name in own_places(project):
        path = written.get(as_some_disks_see(name))
        if path:
            lies = path.relative_to(site.folder)
            source = project.docs / lies
            named = project.relative(source) if source.exists() else ""
            what = f"the build writes {name} itself, over what is there"
            remedy = f"call it otherwise than {lies.as_posix()}"
            raise ProblemError(Problem(what, remedy, named))


def own_places(project: Project) -> Iterator[str]:
    """Yield the files and folders that the steps after MkDocs write."""
    yield from (FEED, ROBOTS, HEADERS, INDEX, MANIFEST, WORKER, COPY, FOLDER)
    yield RUNTIME
    yield printed_name(project)
    yield social_cards.FOLDER.rstrip("/")
    yield from (f"{icons.FOLDER}/{name}.png" for name in icons.SIZES)
