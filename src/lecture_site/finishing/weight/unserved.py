"""What the theme brings along and no reader is ever sent."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from lecture_site.basics.project import Project

_MAP = re.compile(r"\s*//# sourceMappingURL=\S+\s*$")


def drop_unserved(_: Project, site: Path) -> None:
    """Delete the theme's source maps and what its own search would need."""
    theme = site / "assets"
    for part in ("lunr", "workers"):
        shutil.rmtree(theme / "javascripts" / part, ignore_errors=True)
    for source_map in theme.rglob("*.map"):
        source_map.unlink()
    for script in sorted(theme.rglob("*.js")):
        text = _MAP.sub("\n", script.read_text(encoding="utf-8"))
        script.write_text(text, encoding="utf-8", newline="\n")
