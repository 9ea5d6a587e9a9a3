"""What products gave on the emulated machine, kept while it is being made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from lecture_site.basics.json_files import write_whole
from lecture_site.basics.sources import read_source
from lecture_site.other_processors.arm.machine import PROCESSOR


@dataclass
class ArmResults:
    """Raw results: no digit is rounded, and nothing is compared yet.

    Parameters
    ----------
    listings : dict
        What each listing printed.
    measurements : dict
        The value of each measurement for every seed.
    tests : dict
        For each file of tests how many "passed", and the "failures".
    failed : dict
        Why a product ended with an error.
    not_run : dict
        Why a product has no result: it took too long.
    took : dict
        Seconds of each product.
    made_from : dict
        The fingerprint of the sources of each product.
    """

    listings: dict[str, str] = field(default_factory=dict)
    measurements: dict[str, list[float]] = field(default_factory=dict)
    tests: dict[str, dict[str, Any]] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    not_run: dict[str, str] = field(default_factory=dict)
    took: dict[str, float] = field(default_factory=dict)
    made_from: dict[str, str] = field(default_factory=dict)

    def take(self, kind: str, answer: dict[str, Any], digest: str) -> None:
        """Take an answer of the emulated machine in."""
        name = answer["name"]
        self.drop(name)
        if "value" in answer:
            getattr(self, kind)[name] = answer["value"]
        elif "error" in answer:
            self.failed[name] = answer["error"]
        else:
            self.not_run[name] = answer["over"]
        self.took[name], self.made_from[name] = answer["took"], digest

    def drop(self, name: str) -> None:
        """Forget a product."""
        for entries in vars(self).values():
            entries.pop(name, None)

    def keep_only(self, digests: Mapping[str, str]) -> None:
        """Forget what is gone, and what was made from other sources."""
        for name, digest in list(self.made_from.items()):
            if digests.get(name) != digest:
                self.drop(name)

    def has(self, name: str) -> bool:
        """Tell whether a product was run to its end."""
        return name in self.made_from and name not in self.not_run

    def save(self, path: Path) -> None:
        """Write a JSON file; never half of one."""
        fields = asdict(self) | {
            "tests": {
                "passed": sum(file["passed"] for file in self.tests.values()),
                "failed": sum(
                    len(file["failures"]) for file in self.tests.values()
                ),
                "files": self.tests,
            },
            "processor": PROCESSOR,
        }
        text = json.dumps(fields, indent=1, sort_keys=True, ensure_ascii=False)
        write_whole(path, f"{text}\n")

    @classmethod
    def load(cls, path: Path) -> ArmResults:
        """Read a file that `save` wrote; nothing if there is none."""
        if not path.exists():
            return cls()
        fields = json.loads(read_source(path))
        del fields["processor"]
        return cls(**fields | {"tests": fields["tests"]["files"]})
