"""The Content-Security-Policy: what a page of the site may load and run.

One policy serves all pages, so that the theme may fetch one page into
another. It stands in every page, for hosts that send no headers, and in the
file ``_headers`` with what only works as a header.
"""

from __future__ import annotations

from collections.abc import Iterable

from lecture_site.basics.project import Project
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page, element, put_first
from lecture_site.finishing.security.integrity import digest

HEADERS = "_headers"
_DATA = {"application/json", "application/ld+json"}  # scripts that do nothing
# Figures and tables have style attributes, but no page has a style element.
_RULES = {
    "default-src": "'none'",
    # Python in a page is WebAssembly; text still never becomes a script.
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
_FURTHER_HEADERS = """\
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()
  Cross-Origin-Opener-Policy: same-origin
"""


def write_policy(_: Project, site: BuiltSite) -> None:
    """Write the policy into every page and into ``_headers``."""
    policy = policy_of(site.pages)
    for page in site.pages:
        put_policy(page, policy)
    headers = f"/*\n  Content-Security-Policy: {policy}; "
    headers += f"frame-ancestors 'none'\n{_FURTHER_HEADERS}"
    path = site.folder / HEADERS
    path.write_text(headers, encoding="utf-8", newline="\n")


def put_policy(page: Page, policy: str) -> None:
    """Let a page begin with its encoding and its policy.

    A browser looks for the one in the first 1024 bytes only, and obeys the
    other from where it stands.
    """
    for said in page.tree.css("meta[charset]"):
        said.decompose()
    encoding = element(page, "meta", {"charset": "utf-8"})
    named = {"http-equiv": "Content-Security-Policy", "content": policy}
    put_first(element(page, "meta", named), page.head)
    put_first(encoding, page.head)


def policy_of(pages: Iterable[Page]) -> str:
    """Return the policy under which the inline scripts of pages run."""
    hashes = sorted(
        {
            f" '{digest(script.encode(), 'sha256')}'"
            for page in pages
            for script in inline_scripts(page)
        }
    )
    rules = _RULES | {"script-src": _RULES["script-src"] + "".join(hashes)}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def inline_scripts(page: Page) -> list[str]:
    """Return the scripts that stand in a page and are run."""
    return [
        script.text()
        for script in page.tree.css("script:not([src])")
        if script.attributes.get("type") not in _DATA
    ]
