"""The headers of the Python in the browser."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from lecture_site.runtime.building.headers import (
    write_python_headers,
    write_wide_time,
)


def test_the_settings_are_those_of_pyodide(tmp_path: Path) -> None:
    native = tmp_path / "native"
    native.mkdir()
    (native / "Python.h").write_text("")
    (native / "pyconfig.h").write_text("")
    template = tmp_path / "pyconfig.h"
    template.write_text(
        "#define SIZEOF_LONG 8\n/* #undef HAVE_A */\n#define HAVE_B 1\n"
        "#  define HAVE_C 1\n"
    )
    library = tmp_path / "python_stdlib.zip"
    with ZipFile(library, "w") as packed:
        packed.writestr(
            "_sysconfigdata__emscripten_wasm32-emscripten.py",
            "build_time_vars = {'SIZEOF_LONG': 4, 'HAVE_A': 1, 'HAVE_B': 0, "
            "'HAVE_C': 1, 'CC': 'emcc'}",
        )
    folder = tmp_path / "python"
    write_python_headers(native, template, library, folder)
    assert (folder / "Python.h").exists()
    assert (folder / "pyconfig.h").read_text().splitlines() == [
        "#pragma once",
        "#define _GNU_SOURCE 1",
        "#define HAVE_A 1",
        "#define HAVE_C 1",
        "#define SIZEOF_LONG 4",
    ]


def test_a_time_has_64_bits(tmp_path: Path) -> None:
    (tmp_path / "bits").mkdir()
    types = tmp_path / "bits" / "alltypes.h"
    types.write_text("typedef long time_t;\ntypedef long off_t;\n")
    write_wide_time(tmp_path, tmp_path / "wide")
    assert (tmp_path / "wide/bits/alltypes.h").read_text() == (
        "typedef long long time_t;\ntypedef long off_t;\n"
    )
    types.write_text("typedef int time_t;")
    with pytest.raises(ValueError, match="not among"):
        write_wide_time(tmp_path, tmp_path / "again")
