"""What a script weighs includes whatever it imports, once."""

import gzip
from pathlib import Path

from lecture_site.page_scripts.weight import files_of, gzip_bytes

SCRIPTS = {
    "a.js": 'import{x}from"./shared/b.js";import"./shared/c.js";',
    "shared/b.js": 'import{y}from"./c.js";export{y as x};',
    "shared/c.js": "export const y = 1;",
    "shared/other.js": "const text = 'a.js';",
}


def test_imports_of_imports_are_followed_and_counted_once(
    tmp_path: Path,
) -> None:
    (tmp_path / "shared").mkdir()
    for name, text in SCRIPTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    needed = ["a.js", "shared/b.js", "shared/c.js"]
    assert files_of(tmp_path / "a.js") == [tmp_path / n for n in needed]
    assert gzip_bytes(tmp_path / "a.js") == sum(
        len(gzip.compress(SCRIPTS[name].encode(), 9)) for name in needed
    )
