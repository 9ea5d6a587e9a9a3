"""The same arithmetic on every processor of a kind.

Numerical libraries look at the processor and choose their code by it. Code
for wider registers adds in another order, which changes the last bits of a
sum, and a training multiplies that until displayed digits differ. So they are
told to use what nearly every x86 processor since 2013 has: AVX2.
"""

from __future__ import annotations

import os
import platform

ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"
)
AVX2 = {
    "OPENBLAS_CORETYPE": "Haswell",
    "NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL AVX512_SPR",
    "ATEN_CPU_CAPABILITY": "avx2",
    "ONEDNN_MAX_CPU_ISA": "AVX2",
    "MKL_CBWR": "COMPATIBLE",
}
KINDS = {"x86_64": AVX2, "amd64": AVX2}


def settings(machine: str) -> dict[str, str]:
    """Return the environment in which results are made.

    Parameters
    ----------
    machine : str
        As `platform.machine` names it; of other kinds only the number of
        threads is set.
    """
    return ONE_THREAD | KINDS.get(machine.lower(), {})


def fix() -> None:
    """Fix the arithmetic of libraries that are loaded from now on."""
    os.environ.update(settings(platform.machine()))
