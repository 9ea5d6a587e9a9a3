"""The Content-Security-Policy: what a page of the site may load and run.

One policy serves all pages, so that the theme may fetch one page into
another. It stands in every page, for hosts that send no headers, and in the
file ``_headers`` with what only works as a header.
"""

from __future__ import annotations

import re
from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.finishing.built_pages import (
    built_pages,
    rewrite_pages,
    texts_of,
)
from lecture_site.finishing.security.integrity import digest

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
_NOT_INLINE = re.compile(r"\bsrc=|type=\"application/(?:ld\+)?json\"")
# A browser looks for the encoding in the first 1024 bytes only.
_CHARSET = '<meta charset="utf-8">'

# Figures and tables have style attributes, but no page has a style element.
_RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
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


def write_policy(_: Project, site: Path) -> None:
    """Write the policy into every page and into ``_headers``."""
    policy = policy_of(texts_of(built_pages(site)))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    rewrite_pages(
        site, lambda page: page.replace(_CHARSET, _CHARSET + meta, 1)
    )
    headers = f"/*\n  Content-Security-Policy: {policy}; "
    headers += f"frame-ancestors 'none'\n{_FURTHER_HEADERS}"
    (site / "_headers").write_text(headers, encoding="utf-8", newline="\n")


def policy_of(pages: str) -> str:
    """Return the policy under which the inline scripts of pages run."""
    hashes = sorted(
        {
            f" '{digest(script.encode(), 'sha256')}'"
            for script in inline_scripts(pages)
        }
    )
    rules = _RULES | {"script-src": _RULES["script-src"] + "".join(hashes)}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def inline_scripts(pages: str) -> list[str]:
    """Return the scripts that stand in pages and are run."""
    scripts = _SCRIPT.findall(pages)
    return [code for how, code in scripts if not _NOT_INLINE.search(how)]
