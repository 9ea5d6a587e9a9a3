"""An ARM machine without ARM hardware: Debian's arm64 Python in QEMU.

QEMU translates the instructions of one program, so nothing is booted and
nobody has to be root. The program finds its libraries below a folder of
Debian's arm64 packages, and NumPy and all else in aarch64 wheels.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from lecture_site.basics.problems import Problem
from lecture_site.basics.project import Project
from lecture_site.processes import arithmetic

TOOLS = {
    "qemu-aarch64-static": "qemu-user-static",
    "apt-get": "apt",
    "dpkg": "dpkg",
}
PROCESSOR = "aarch64 under qemu-user"
# A server of 2019, with the instructions of a Mac's first ARM processor. QEMU
# would offer all there are; the code of OpenBLAS for the latest matrix units
# (SME) then warns of overflows that nobody else sees.
CPU = "neoverse-n1"
# What Linux says of that processor. Without it programs read what it says of
# the machine that emulates, which makes torch crash.
_LINUX_SAYS = {
    "proc/cpuinfo": """\
processor\t: 0
Features\t: fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp \
cpuid asimdrdm lrcpc dcpop asimddp
CPU implementer\t: 0x41
CPU architecture: 8
CPU variant\t: 0x3
CPU part\t: 0xd0c
CPU revision\t: 1

""",
    "sys/devices/system/cpu/possible": "0\n",
    "sys/devices/system/cpu/present": "0\n",
    "sys/devices/system/cpu/online": "0\n",
    "sys/devices/system/cpu/cpu0/regs/identification/midr_el1": (
        "0x00000000413fd0c1\n"
    ),
}
# Called by its own name, so that programs which start Python start it again.
_STARTER = """\
#!/bin/sh
exec qemu-aarch64-static -cpu {cpu} -0 "$0" -L '{root}' '{python}' "$@"
"""


@dataclass(frozen=True)
class ArmMachine:
    """The folders of an emulated machine.

    Parameters
    ----------
    folder : Path
        Holds all of it; can be deleted at any time.
    """

    folder: Path

    @property
    def root(self) -> Path:
        """The packages of Debian, extracted."""
        return self.folder / "root"

    @property
    def site(self) -> Path:
        """The wheels, extracted."""
        return self.folder / "site"

    @property
    def python(self) -> Path:
        """A program that starts the emulated Python."""
        return self.root / "usr" / "bin" / "emulated-python"

    @property
    def version(self) -> str:
        """The version of its Python: major and minor."""
        link = (self.root / "usr" / "bin" / "python3").readlink()
        return link.name.removeprefix("python")

    def environment(self, project: Project) -> dict[str, str]:
        """Return what is set for a program that runs on it."""
        return arithmetic.settings(arithmetic.NATIVE) | {
            "PYTHONPATH": f"{self.site}:{project.sources}",
            "PYTHONIOENCODING": "utf-8",
            "MPLBACKEND": "Agg",
        }


def unfit(processor: str) -> Problem | None:
    """Say why a machine cannot play an ARM machine, if it cannot.

    Parameters
    ----------
    processor : str
        As `platform.machine` names it.
    """
    if processor.lower() in ("aarch64", "arm64"):
        return Problem(
            "this machine has an ARM processor itself",
            "run 'make unchanged': nothing needs to be emulated",
        )
    missing = {tool: TOOLS[tool] for tool in TOOLS if not shutil.which(tool)}
    if not missing:
        return None
    return Problem(
        f"an ARM machine is emulated with {', '.join(missing)}: not found",
        f"on Debian, 'apt-get install {' '.join(missing.values())}'; "
        "elsewhere, do it in a container of Debian",
    )


def write_processor(machine: ArmMachine) -> None:
    """Write what Linux says of the processor, and what starts Python."""
    for name, text in _LINUX_SAYS.items():
        path = machine.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    python = machine.root / "usr" / "bin" / "python3"
    text = _STARTER.format(cpu=CPU, root=machine.root, python=python)
    machine.python.write_text(text, encoding="utf-8")
    machine.python.chmod(0o755)
