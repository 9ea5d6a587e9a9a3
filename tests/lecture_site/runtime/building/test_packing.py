"""The wheel of NumPy has the same bytes whenever it is packed."""

from pathlib import Path
from zipfile import ZipFile

from lecture_site.runtime.building.packing import differences, write_wheel

TAG = "cp311-cp311-emscripten_3_1_46_wasm32"
FILES = {
    "numpy/__init__.py": "",
    "numpy/__init__.pyi": "",
    "numpy/_core/umath.cpython-311-x86_64-linux-gnu.so": "\0asm",
    "numpy/_core/include/numpy/array.h": "",
    "numpy/_core/tests/test_a.py": "",
    "numpy/testing/__init__.py": "",
    "numpy/__config__.py": '"path": r"/home/me/python",\n"name": "emcc",\n',
}


def packed(folder: Path) -> Path:
    sources, package = folder / "sources", folder / "package"
    for name, text in FILES.items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    sources.mkdir()
    (sources / "PKG-INFO").write_text("Name: numpy\nVersion: 2.4.6\n")
    (sources / "LICENSE.txt").write_text("free")
    return write_wheel(package, sources, TAG, folder)


def test_it_has_what_a_page_needs_and_its_licence(tmp_path: Path) -> None:
    wheel = packed(tmp_path)
    assert wheel.name == f"numpy-2.4.6-{TAG}.whl"
    about = "numpy-2.4.6.dist-info"
    assert ZipFile(wheel).namelist() == [
        f"{about}/METADATA",
        f"{about}/RECORD",
        f"{about}/WHEEL",
        f"{about}/licenses/LICENSE.txt",
        "numpy/__config__.py",
        "numpy/__init__.py",
        "numpy/_core/umath.cpython-311-wasm32-emscripten.so",
        "numpy/testing/__init__.py",
    ]


def test_it_says_nothing_of_the_machine(tmp_path: Path) -> None:
    config = ZipFile(packed(tmp_path)).read("numpy/__config__.py")
    assert config == b'"path": r"",\n"name": "emcc",\n'


def test_two_are_the_same_and_a_difference_is_named(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    first, second = packed(one), packed(other)
    assert first.read_bytes() == second.read_bytes()
    assert differences(first, second) == []
    with ZipFile(second, "a") as more:
        more.writestr("numpy/more.py", "")
    assert differences(first, second) == ["numpy/more.py"]
