"""Make every result again in other arithmetic and compare it.

Each arithmetic has a process of its own, since libraries choose their code
when they are loaded. What they find is kept in arithmetic.json.
"""

import argparse
import os
import platform
import subprocess
import sys

from lecture_site.basics.progress import times_of_stages
from lecture_site.commands import prepared, telling_problems
from lecture_site.other_processors.arithmetics import prove
from lecture_site.processes.arithmetic import VARIABLE, available
from lecture_site.processes.arithmetic_rows import keep

TESTS = ("tests/lecture_code", "tests/lecture_measurements", "tests/labs")


def main() -> None:
    """Prove all arithmetics, or this process its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    known = available(platform.machine())
    parser.add_argument(
        "names", nargs="*", default=known, help=f"of {', '.join(known)}"
    )
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    unknown = set(given.names) - set(known)
    if unknown:
        parser.error(f"{', '.join(unknown)}: known are {', '.join(known)}")
    if given.here:
        sys.exit(prove_here())
    failed = [name for name in given.names if not prove_in(name)]
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
    with telling_problems():
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
    main()
