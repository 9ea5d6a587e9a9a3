"""Which code numerical libraries compute with.

Libraries look at the processor and choose their code by it. Code for wider
registers, or for more threads, adds in another order, which changes the last
bits of a sum, and a training multiplies that. No result may depend on it, so
results are made with whatever a machine chooses, and the variable
``LECTURE_ARITHMETIC`` makes this machine compute as others do.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping

from lecture_command.processes import ONE_THREAD

VARIABLE = "LECTURE_ARITHMETIC"
NATIVE = "native"
_NO_AVX512 = "X86_V4 AVX512_ICL AVX512_SPR"
ARITHMETICS: Mapping[str, Mapping[str, str]] = {
    NATIVE: {},
    # What nearly every x86 processor since 2013 has.
    "avx2": {
        "OPENBLAS_CORETYPE": "Haswell",
        "NPY_DISABLE_CPU_FEATURES": _NO_AVX512,
        "ATEN_CPU_CAPABILITY": "avx2",
        "ONEDNN_MAX_CPU_ISA": "AVX2",
        "MKL_CBWR": "COMPATIBLE",
    },
    # The oldest code that the libraries still carry.
    "sse": {
        "OPENBLAS_CORETYPE": "Prescott",
        "NPY_DISABLE_CPU_FEATURES": f"X86_V3 {_NO_AVX512}",
        "ATEN_CPU_CAPABILITY": "default",
        "ONEDNN_MAX_CPU_ISA": "SSE41",
        "MKL_CBWR": "COMPATIBLE",
    },
    "threads": dict.fromkeys(ONE_THREAD, "2"),
}
ONLY_ON_X86 = ("avx2", "sse")


class UnknownArithmeticError(ValueError):
    """Raised for a name that is none, or that this processor has not."""


def available(machine: str) -> list[str]:
    """Return the names that a machine has.

    Parameters
    ----------
    machine : str
        As `platform.machine` names it.
    """
    is_x86 = machine.lower() in ("x86_64", "amd64")
    return [n for n in ARITHMETICS if is_x86 or n not in ONLY_ON_X86]


def chosen() -> str:
    """Return the name that the variable holds; native if it holds none.

    Raises
    ------
    UnknownArithmeticError
        If this machine has no such arithmetic.
    """
    name = os.environ.get(VARIABLE) or NATIVE
    known = available(platform.machine())
    if name not in known:
        raise UnknownArithmeticError(
            f"{VARIABLE} is {name!r}; on this machine "
            f"({platform.machine()}) it is one of {', '.join(known)}"
        )
    return name


def settings(name: str) -> dict[str, str]:
    """Return the environment in which results are made."""
    return ONE_THREAD | dict(ARITHMETICS[name])


def fix() -> None:
    """Fix the arithmetic of libraries that are loaded from now on."""
    os.environ.update(settings(chosen()))
