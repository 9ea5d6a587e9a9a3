"""What the commands in scripts/ share."""

import pytest

from lecture_site.basics.project import Project
from lecture_site.commands import refuse_bad_sources


def test_a_command_ends_before_it_reads_what_it_would_misread(
    small_site: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    refuse_bad_sources(small_site)
    (small_site.docs / "page.md").write_bytes(b"# Caf\xe9\n")
    with pytest.raises(SystemExit) as ended:
        refuse_bad_sources(small_site)
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert "docs/page.md:1: is not UTF-8: byte 6 is 0xe9" in said
    assert "Remedy: save it as UTF-8" in said
