"""Make every result again in other arithmetic and compare it.

Each arithmetic has a process of its own, since libraries choose their code
when they are loaded. What they find is kept in arithmetic.json.
"""

import os
import platform
import subprocess
import sys
from typing import Annotated

import typer

from lecture_site.basics.progress import times_of_stages
from lecture_site.commands import check_names, prepared, script
from lecture_site.other_processors.arithmetics import prove
from lecture_site.processes.arithmetic import VARIABLE, available
from lecture_site.processes.arithmetic_rows import keep

TESTS = ("tests/lecture_code", "tests/lecture_measurements", "tests/labs")
KNOWN = available(platform.machine())


def main(
    names: Annotated[
        list[str] | None,
        typer.Argument(help=f"Of {', '.join(KNOWN)}. [default: all]"),
    ] = None,
    here: Annotated[bool, typer.Option("--here", hidden=True)] = False,
) -> None:
    """Prove all arithmetics, or this process its own."""
    check_names(names or [], KNOWN)
    if here:
        sys.exit(prove_here())
    failed = [name for name in names or KNOWN if not prove_in(name)]
    if failed:
        sys.exit(f"not the same everywhere: {', '.join(failed)}")


def prove_in(name: str) -> bool:
    """Prove an arithmetic in processes of its own."""
    environment = os.environ | {VARIABLE: name}
    commands = (
        [__file__, "--here"],
        ["-m", "pytest", "-q", "--numprocesses", "auto", *TESTS],
    )
    codes = [
        subprocess.run(
            [sys.executable, *command], env=environment, check=False
        ).returncode
        for command in commands
    ]
    return not any(codes)


def prove_here() -> int:
    """Prove the arithmetic of this process; return how much differs."""
    project, console = prepared()
    row = prove(project, console)
    keep(row, project)
    console.print(
        f"{row.name}: {row.same} of {row.products} the same, "
        f"{row.within_tolerance} within tolerance, {row.differs} differ",
        style="red" if row.differs else "green",
        highlight=False,
    )
    console.print(f"took {times_of_stages()}", highlight=False)
    return min(row.differs, 1)


if __name__ == "__main__":
    script(main, __doc__)
