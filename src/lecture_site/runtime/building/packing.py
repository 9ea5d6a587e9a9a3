"""NumPy as a wheel with the same bytes whenever it is packed."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from lecture_site.basics.sources import read_source
from lecture_site.basics.undated_zip import pack

# What no program in a page needs: tests, compilers' headers, types.
_DROPPED = re.compile(
    r"(^|/)(tests|f2py|distutils|_pyinstaller|_examples|include|lib/pkgconfig)/"
    r"|^numpy/_core/_\w+_tests\."
    r"|^numpy/(conftest|_configtool)\.py$"
    r"|\.(pyi|pxd|h|c|cpp|a|pc|toml|ini|md|rst|txt|typed|build|pyc)$"
)
_SUFFIX = re.compile(r"\.cpython-[\w-]+\.so$")
_IN_BROWSER = ".cpython-{digits}-wasm32-emscripten.so"
_LICENCE = re.compile(
    r"^(?!doc/|\.spin/|vendored-)(.*/)?\w*(LICENSE|LICENCE|COPYING)[^/]*$"
)
_WHEEL = """\
Wheel-Version: 1.0
Generator: lecture-site
Root-Is-Purelib: false
Tag: {tag}
"""


def write_wheel(package: Path, sources: Path, tag: str, folder: Path) -> Path:
    """Pack the built package.

    Parameters
    ----------
    package : Path
        The folder that holds the package ``numpy``.
    sources : Path
        The unpacked source distribution, for metadata and licences.
    tag : str
        The wheel's tag.
    folder : Path
        Where the wheel is written.
    """
    metadata = (sources / "PKG-INFO").read_bytes()
    version = re.search(rb"^Version: (\S+)$", metadata, re.MULTILINE)
    assert version
    named = f"numpy-{version[1].decode()}"
    about = f"{named}.dist-info"
    members = dict(_modules(package, tag)) | {
        f"{about}/METADATA": metadata,
        f"{about}/WHEEL": _WHEEL.format(tag=tag).encode(),
        **{f"{about}/licenses/{n}": c for n, c in _licences(sources)},
    }
    members[f"{about}/RECORD"] = _record(members, about)
    target = folder / f"{named}-{tag}.whl"
    with ZipFile(target, "w") as packed:
        for name in sorted(members):
            pack(packed, name, members[name])
    return target


def differences(one: Path, other: Path) -> list[str]:
    """Return the members of two wheels that differ."""
    with ZipFile(one) as left, ZipFile(other) as right:
        names = {*left.namelist()} ^ {*right.namelist()}
        both = {*left.namelist()} & {*right.namelist()}
        names |= {name for name in both if left.read(name) != right.read(name)}
    return sorted(names)


def _modules(package: Path, tag: str) -> Iterator[tuple[str, bytes]]:
    suffix = _IN_BROWSER.format(
        digits=tag.partition("-")[0].removeprefix("cp")
    )
    for path in package.glob("numpy/**/*"):
        name = path.relative_to(package).as_posix()
        if path.is_file() and not _DROPPED.search(name):
            yield _SUFFIX.sub(suffix, name), _content(path)


def _content(path: Path) -> bytes:
    """Return a file without what it says of the machine that built it."""
    if path.name != "__config__.py":
        return path.read_bytes()
    return re.sub(
        r'("(?:path|commands|args|linker args)": r?)"[^"\n]*"',
        r'\1""',
        read_source(path),
    ).encode()


def _licences(sources: Path) -> Iterator[tuple[str, bytes]]:
    for path in sources.rglob("*"):
        name = path.relative_to(sources).as_posix()
        if path.is_file() and _LICENCE.search(name):
            yield name, path.read_bytes()


def _record(members: dict[str, bytes], about: str) -> bytes:
    lines = []
    for name in sorted(members):
        digest = hashlib.sha256(members[name]).digest()
        text = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        lines.append(f"{name},sha256={text},{len(members[name])}\n")
    return "".join([*lines, f"{about}/RECORD,,\n"]).encode()
