"""What the theme brings along and no reader is ever sent."""

from __future__ import annotations

import re
import shutil

from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.finishing.built_site import BuiltSite

_MAP = re.compile(r"\s*//# sourceMappingURL=\S+\s*$")


def drop_unserved(_: Project, site: BuiltSite) -> None:
    """Delete source maps and the folders that only the theme has a use for."""
    for part in site.theme.unserved:
        shutil.rmtree(site.folder / part, ignore_errors=True)
    assets = site.folder / "assets"
    for source_map in assets.rglob("*.map"):
        source_map.unlink()
    for script in sorted(assets.rglob("*.js")):
        text = _MAP.sub("\n", read_source(script))
        script.write_text(text, encoding="utf-8", newline="\n")
