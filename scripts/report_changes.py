"""Say what differs between two built sites, as Markdown."""

import argparse
import json
from pathlib import Path

from lecture_site.basics.problems import ProblemError
from lecture_site.checks.changes import as_markdown, compare
from lecture_site.checks.snapshot import read_site
from lecture_site.commands import finish

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path, help="the site before")
    parser.add_argument("new", type=Path, help="the site now")
    parser.add_argument("--json", type=Path, help="write it as JSON too")
    chosen = parser.parse_args()
    try:
        changes = compare(read_site(chosen.old), read_site(chosen.new))
    except ProblemError as error:
        finish([error.problem])
    print(as_markdown(changes))
    if chosen.json:
        text = json.dumps(changes.as_json(), indent=1, ensure_ascii=False)
        chosen.json.write_text(f"{text}\n", encoding="utf-8")
