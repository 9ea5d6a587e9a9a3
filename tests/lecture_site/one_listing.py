"""A checkout with one listing, whose result machines share."""

import io
from pathlib import Path

from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.basics.targets import FileTarget
from lecture_site.exchange.entry import Wanted
from lecture_site.processes.isolated import Task
from lecture_site.processes.program import run_program
from lecture_site.products.making import bring_up_to_date
from lecture_site.products.product import Product
from lecture_site.staleness.fingerprint import Imports

PROGRESS = "what is stale"


class Checkout:
    """A checkout with one listing, which notes when it has run."""

    def __init__(self, root: Path) -> None:
        self.project = Project(root)
        self.ran = root / "ran"
        self.source = root / "listing.py"
        (root / "docs").mkdir(parents=True)
        self.write("0.25")

    def write(self, printed: str) -> None:
        self.source.write_text(
            "from pathlib import Path\n"
            "Path(__file__).with_name('ran').touch()\n"
            f"print('loss', {printed})\n",
            encoding="utf-8",
        )

    def product(self, *, is_committed: bool = True) -> Product:
        return Product(
            task=Task("listing a", run_program, (str(self.source),)),
            source=self.source,
            target=FileTarget(self.project.root / "kept.out"),
            mentioned_as="listing",
            again="python listing.py",
            is_committed=is_committed,
        )

    def make(self, **how: bool) -> str:
        """Bring the listing up to date; return what was told."""
        self.ran.unlink(missing_ok=True)
        told = io.StringIO()
        committed = how.pop("is_committed", True)
        problems = bring_up_to_date(
            [self.product(is_committed=committed)],
            self.project,
            console=Console(file=told, width=300),
            **{"record": False, **how},
        )
        lines = told.getvalue().splitlines()
        said = [line for line in lines if not line.startswith(PROGRESS)]
        return "\n".join([*said, *map(str, problems)])

    @property
    def kept(self) -> str:
        return (self.project.root / "kept.out").read_text(encoding="utf-8")

    @property
    def wanted(self) -> Wanted:
        imports = Imports(self.project)
        return Wanted("listing a", self.product().fingerprint(imports))


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
