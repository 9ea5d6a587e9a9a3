"""A finger on a screen: its touches as a browser gets them from one."""

from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Page

from looking import PHONE

HELD = 1000  # milliseconds, after which a finger is held for long
STEPS = 12
BY_FINGER: dict[str, Any] = {
    "viewport": PHONE,
    "has_touch": True,
    "is_mobile": True,
}


class Finger:
    """Touches a page as the system does, so that the page may scroll."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._protocol = page.context.new_cdp_session(page)

    def swipe(
        self, x: float, y: float, across: float, down: float, held: int = 0
    ) -> None:
        """Go from a place, so many pixels; perhaps after a while there."""
        self._touch("touchStart", [(x, y)])
        self._page.wait_for_timeout(held)
        for step in range(1, STEPS + 1):
            share = step / STEPS
            self._touch("touchMove", [(x + across * share, y + down * share)])
            self._page.wait_for_timeout(16)
        self._touch("touchEnd", [])

    def _touch(self, kind: str, at: Iterable[tuple[float, float]]) -> None:
        points = [{"x": x, "y": y} for x, y in at]
        self._protocol.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": points}
        )
