"""What Emscripten is given in place of what Meson says."""

import pytest

from lecture_site.runtime.building.compiler import corrected


@pytest.fixture(autouse=True)
def places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NATIVE_HEADERS", "/native")
    monkeypatch.setenv("HEADERS", "/python:/wide")
    monkeypatch.setenv("BUILD_ROOT", "/build")


def test_the_headers_of_pyodide_come_in_place_of_the_native_ones() -> None:
    said = corrected(["emcc", "-I/native", "-Iother", "-c", "a.c"])
    assert said == [
        "emcc",
        "-I/python",
        "-I/wide",
        "-ffile-prefix-map=/build/=",
        "-Iother",
        "-c",
        "a.c",
    ]


def test_a_module_is_linked_so_that_pyodide_finds_its_start() -> None:
    target = "numpy/_core/_simd.cpython-311-x86_64-linux-gnu.so"
    said = corrected(["em++", "-o", target, "a.o", "-shared", "-Wl,-O1"])
    assert said[:4] == ["em++", "-o", target, "a.o"]
    assert "-sEXPORTED_FUNCTIONS=_PyInit__simd" in said
    assert {"-sSIDE_MODULE=2", "-sWASM_BIGINT"} <= set(said)
    assert not {"-shared", "-Wl,-O1"} & set(said)
