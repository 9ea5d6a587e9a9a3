"""Draws the icon of the site as pictures, for phones and for installing it.

The drawing is ``docs/assets/favicon.svg``. Phones cut a circle or a rounded
square out of an icon, so there is paper around it.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.finishing.sharing.social_cards import in_light

FOLDER = "assets/icons"
SIZES = {"icon-192": 192, "icon-512": 512, "apple-touch-icon": 180}
SOURCE = """\
#set page(width: 100pt, height: 100pt, margin: 12pt, fill: white)
#set align(horizon)
#image(bytes(sys.inputs.icon), format: "svg", width: 100%)
"""


def write_icons(project: Project, site: Path) -> None:
    """Write ``assets/icons/`` of a built site."""
    if find_spec("typst") is None:
        return
    path = project.docs / "assets" / "favicon.svg"
    if not path.exists():
        return
    icon = in_light(read_source(path))
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, pixels in SIZES.items():
        (folder / f"{name}.png").write_bytes(_draw(icon, pixels))


def _draw(icon: str, pixels: int) -> bytes:
    import typst

    picture = typst.compile(
        SOURCE.encode(),
        format="png",
        ppi=72 * pixels / 100,
        ignore_system_fonts=True,
        sys_inputs={"icon": icon},
    )
    assert isinstance(picture, bytes)
    return picture
