import json
import platform
from collections.abc import Mapping
from pathlib import Path

import pytest

from lecture_site import arithmetic
from lecture_site.isolation import Task, run_all
from lecture_site.project import Project
from lecture_site.staleness import fingerprint

is_x86 = platform.machine().lower() in arithmetic.KINDS


def code_in_use() -> str:
    import numpy as np
    import torch
    from threadpoolctl import threadpool_info

    extensions = np.show_config(mode="dicts")["SIMD Extensions"]
    return json.dumps(
        {
            "numpy": extensions["found"],
            "blas": [
                library["architecture"]
                for library in threadpool_info()
                if library["internal_api"] == "openblas"
            ],
            "torch": torch.backends.cpu.get_cpu_capability(),
        }
    )


@pytest.mark.skipif(not is_x86, reason="other processors have one kind")
def test_results_are_made_by_code_that_every_processor_can_run() -> None:
    ((_, outcome),) = run_all([Task("code", code_in_use)])
    found = json.loads(outcome.text)
    assert found["numpy"] == ["X86_V3"]
    assert set(found["blas"]) == {"Haswell"}
    assert found["torch"] == "AVX2"


def test_windows_names_the_processor_in_its_own_way() -> None:
    assert arithmetic.settings("AMD64") == arithmetic.settings("x86_64")


def test_other_processors_are_left_as_they_are() -> None:
    assert arithmetic.settings("arm64") == arithmetic.ONE_THREAD


def test_a_result_of_another_arithmetic_is_stale(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    project = Project.here()
    source = Path(__file__)

    def other(_: str) -> Mapping[str, str]:
        return {"OPENBLAS_CORETYPE": "SkylakeX"}

    before = fingerprint(source, project, source)
    monkeypatch.setattr(arithmetic, "settings", other)
    assert fingerprint(source, project, source) != before
