# @title Install what is missing, in the versions that were tested
import importlib.metadata as metadata
import json
import os
import subprocess
import sys
from pathlib import Path

WHEEL = ""
SHA256 = ""
SITE = ""  # of the wheel
TESTED: dict[str, str] = {}
OLDEST: dict[str, str] = {}  # what is older is replaced
CPU = "https://download.pytorch.org/whl/cpu"  # no gigabytes of CUDA


def version(name: str) -> str:
    try:
        return metadata.version(name).partition("+")[0]
    except metadata.PackageNotFoundError:
        return ""


def is_older(ours: str, theirs: str) -> bool:
    pair = [[int(part) for part in v.split(".")[:2]] for v in (ours, theirs)]
    return pair[0] < pair[1]


def is_this_wheel() -> bool:
    if not version("lecture-code"):
        return False
    record = metadata.distribution("lecture-code").read_text("direct_url.json")
    origin = json.loads(record or "{}")
    is_checkout = origin.get("dir_info", {}).get("editable", False)
    return is_checkout or SHA256 in str(origin.get("archive_info"))


def address_of_wheel() -> str:
    here = Path(globals().get("__file__", WHEEL)).resolve().parent
    if (here / WHEEL).exists():
        return (here / WHEEL).as_uri()
    if not SITE:
        raise SystemExit(f"Put {WHEEL} beside this file and run it again.")
    return SITE + WHEEL


def pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it gave no reason"])[-1]
        raise SystemExit(f"pip {' '.join(arguments)} failed: {last}")


wanted = {}
for name, tested in TESTED.items():
    ours = version(name)
    if not ours or is_older(ours, OLDEST.get(name, "0.0")):
        wanted[name] = f"{name}=={tested}"
    elif ours != tested:
        print(f"{name} {ours} is kept; tested was {tested}, digits may differ")
if not is_this_wheel():
    address = f"{address_of_wheel()}#sha256={SHA256}"
    wanted["lecture_code"] = f"lecture-code @ {address}"
    if version("lecture-code"):  # pip would keep it for its equal version
        pip("uninstall", "--yes", "lecture-code")
if wanted:
    loaded = wanted.keys() & sys.modules.keys()
    if "torch" in wanted and "PIP_FIND_LINKS" not in os.environ:
        # Nothing else may come from that index.
        pip("install", "--quiet", "--index-url", CPU, wanted.pop("torch"))
    if wanted:
        pip("install", "--quiet", *wanted.values())
    if loaded:
        raise SystemExit("Restart the kernel, then run this again.")
