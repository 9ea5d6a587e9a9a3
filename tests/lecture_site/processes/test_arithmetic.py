import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from lecture_site.basics.project import Project
from lecture_site.processes import arithmetic
from lecture_site.staleness.fingerprint import Imports, fingerprint

ROOT = Path(__file__).resolve().parents[3]


def code_in_use() -> str:
    import numpy as np
    import torch
    from threadpoolctl import threadpool_info

    extensions = np.show_config(mode="dicts")["SIMD Extensions"]
    blas = [i for i in threadpool_info() if i["internal_api"] == "openblas"]
    return json.dumps(
        {
            "numpy": extensions.get("found", []),
            "blas": sorted({library["architecture"] for library in blas}),
            "threads": sorted({library["num_threads"] for library in blas}),
            "torch": torch.backends.cpu.get_cpu_capability(),
        }
    )


def n_cores() -> int:
    """Return how many cores this process may use: OpenBLAS takes no more."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


SHOWS = {
    "avx2": {"numpy": ["X86_V3"], "blas": ["Haswell"], "torch": "AVX2"},
    # OpenBLAS runs an old Prescott with the code of a Katmai.
    "sse": {"numpy": [], "blas": ["Katmai"], "torch": "DEFAULT"},
    "threads": {"threads": [min(2, n_cores())]},
}


@pytest.mark.parametrize("name", SHOWS)
def test_the_variable_chooses_the_code_that_results_are_made_with(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name not in arithmetic.available(platform.machine()):
        pytest.skip("this processor has other kinds of code")
    program = (
        "from lecture_site.processes.isolated import Task, run_all\n"
        "from test_arithmetic import code_in_use\n"
        "if __name__ == '__main__':\n"
        "    task, slow = Task('code', code_in_use), ['numpy', 'torch']\n"
        "    ((_, out),) = run_all([task], imports=slow)\n"
        "    print(out.text)"
    )
    monkeypatch.setenv(arithmetic.VARIABLE, name)
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert SHOWS[name].items() <= json.loads(done.stdout).items()


def test_windows_names_the_processor_in_its_own_way() -> None:
    assert arithmetic.available("AMD64") == arithmetic.available("x86_64")


def test_a_processor_has_only_its_own_kinds_of_code() -> None:
    assert arithmetic.available("arm64") == ["native", "threads"]


def test_native_changes_nothing_but_the_number_of_threads() -> None:
    assert arithmetic.settings("native") == arithmetic.ONE_THREAD


@pytest.mark.parametrize("command", ["build_site", "measure"])
def test_an_unknown_arithmetic_is_told_in_one_line(command: str) -> None:
    done = subprocess.run(
        [sys.executable, f"scripts/{command}.py"],
        cwd=ROOT,
        env=os.environ | {arithmetic.VARIABLE: "avx3"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "error: LECTURE_ARITHMETIC is 'avx3'; on this machine" in line
    assert "native, " in line


def test_a_result_of_another_arithmetic_is_stale(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source, imports = Path(__file__), Imports(Project(ROOT))
    monkeypatch.delenv(arithmetic.VARIABLE, raising=False)
    before = fingerprint(source, imports)
    monkeypatch.setenv(arithmetic.VARIABLE, "threads")
    assert fingerprint(source, imports) != before
