"""Gets what NumPy is built from, by the registries' own clients."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from lecture_site.basics.node import pack
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.runtime.inputs import Inputs

SYSROOT = Path("/usr/share/emscripten/cache/sysroot/include")
_HEADERS = "libpython3.11-dev"
# pip asks a source distribution for its metadata, for which NumPy would be
# compiled for this machine. This module answers in place of its builder.
_METADATA = """\
import tomllib
from pathlib import Path


def prepare_metadata_for_build_wheel(folder, config_settings=None):
    said = tomllib.loads(Path("pyproject.toml").read_text())["project"]
    name, version = said["name"], said["version"]
    made = Path(folder, f"{name}-{version}.dist-info")
    made.mkdir()
    text = f"Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n"
    (made / "METADATA").write_text(text)
    return made.name
"""


def fetch_pyodide(inputs: Inputs, root: Path) -> Path:
    """Return the unpacked package of npm."""
    name = f"pyodide@{inputs.pyodide.version}"
    _unpack(inputs.pyodide.verify(pack(name, root)), root)
    return root / "package"


def fetch_numpy(inputs: Inputs, root: Path) -> Path:
    """Return the unpacked sources of NumPy."""
    version = inputs.numpy.version
    builder = root / "metadata"
    builder.mkdir()
    (builder / "mesonpy.py").write_text(_METADATA, encoding="utf-8")
    how = ["--no-binary=:all:", "--no-build-isolation"]
    _pip(
        "download",
        f"numpy=={version}",
        "--no-deps",
        *how,
        "--dest",
        root,
        PYTHONPATH=str(builder),
    )
    packed = inputs.numpy.verify(root / f"numpy-{version}.tar.gz")
    _unpack(packed, root)
    return root / f"numpy-{version}"


def published_wheel(inputs: Inputs, root: Path) -> Path | None:
    """Return NumPy's own wheel for this Pyodide, once there is one.

    NumPy publishes none so far. When it does, let ``built_from.json`` name
    the newest Pyodide and the tag of its wheels: nothing is compiled then.
    """
    python, abi, platform = inputs.tag.split("-")
    wanted = ["--only-binary=:all:", "--no-deps", "--implementation", "cp"]
    wanted += ["--python-version", python.removeprefix("cp"), "--abi", abi]
    wanted += ["--platform", platform, f"numpy=={inputs.numpy.version}"]
    try:
        _pip("download", *wanted, "--dest", root)
    except subprocess.CalledProcessError:
        return None
    return next(root.glob("numpy-*.whl"))


def fetch_tools(inputs: Inputs, root: Path) -> None:
    """Make an environment with what compiles NumPy, at ``tools``."""
    tools = root / "tools"
    subprocess.run([sys.executable, "-m", "venv", tools], check=True)
    wanted = [f"{name}=={version}" for name, version in inputs.tools.items()]
    _pip("--python", tools / "bin" / "python", "install", *wanted)


def fetch_headers(inputs: Inputs, root: Path) -> Path:
    """Return Debian's folder with the headers of CPython.

    Raises
    ------
    ProblemError
        If Debian's compiler or headers are not those that are recorded.
    """
    _expect("emscripten", inputs.emscripten)
    name = f"{_HEADERS}={inputs.python_headers}"
    subprocess.run(["apt-get", "download", name], cwd=root, check=True)
    (packed,) = root.glob(f"{_HEADERS}_*.deb")
    subprocess.run(["dpkg", "-x", packed, root / "debian"], check=True)
    return root / "debian"


def _expect(package: str, version: str) -> None:
    found = _installed(package) if shutil.which("dpkg-query") else ""
    if found != version:
        what = f"{package} {version} is needed, and {found or 'none'} is here"
        remedy = f"on Debian 12: 'apt-get install {package}'"
        raise ProblemError(Problem(what, remedy))


def _installed(package: str) -> str:
    asked = ["dpkg-query", "--show", "--showformat=${Version}", package]
    ran = subprocess.run(asked, capture_output=True, text=True, check=False)
    return ran.stdout


def _pip(*arguments: object, **environment: str) -> None:
    words = [str(word) for word in arguments]
    subprocess.run(
        [sys.executable, "-m", "pip", "--quiet", *words],
        env=os.environ | environment,
        check=True,
    )


def _unpack(packed: Path, folder: Path) -> None:
    with tarfile.open(packed) as tar:
        tar.extractall(folder, filter="data")
