"""The workflows name what exists, and may do no more than they must."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".github" / "workflows"
NAMES = sorted(path.name for path in FOLDER.glob("*.yml"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
# What a job may do beyond reading the code, and why it has to.
MAY = {
    "publish.yml address": {"pages": "read"},
    "publish.yml publish": {"pages": "write", "id-token": "write"},
    "publish.yml notebooks": {"contents": "write"},
    "links.yml report": {"issues": "write"},
}
Job = dict[str, Any]


def workflow(name: str) -> dict[Any, Any]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    read: dict[Any, Any] = yaml.safe_load(text)
    return read


def events(name: str) -> dict[str, Any]:
    triggers = workflow(name)[True]  # YAML reads "on" as a truth value
    return triggers if isinstance(triggers, dict) else {triggers: None}


def jobs(name: str) -> dict[str, Job]:
    found: dict[str, Job] = workflow(name)["jobs"]
    return found


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for name in NAMES:
        for job, content in jobs(name).items():
            for step in content.get("steps", []):
                yield f"{name} {job}", step


def test_every_step_runs_or_uses_something_and_says_what_it_runs() -> None:
    assert list(steps())
    for where, step in steps():
        assert ("run" in step) != ("uses" in step), (where, step)
        assert "uses" in step or step.get("name"), (where, step)


def used() -> list[str]:
    """Return what steps use, with the comment that stands behind it."""
    texts = [(FOLDER / name).read_text(encoding="utf-8") for name in NAMES]
    lines = re.findall(r"^ +(?:- )?uses: (.*)$", "\n".join(texts), re.M)
    return [line for line in lines if not line.startswith("./")]


def test_actions_are_github_s_own_and_cannot_be_changed_by_others() -> None:
    """A tag can be moved to another commit; a commit stays what it is."""
    assert used()
    for action in used():
        assert re.fullmatch(
            r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action
        )


def test_one_action_has_one_version() -> None:
    versions = set(used())
    assert len(versions) == len({v.partition("@")[0] for v in versions})


def test_what_runs_the_lecture_s_code_finds_no_token() -> None:
    """Neither one that a checkout leaves, nor rights beyond reading."""
    for where, step in steps():
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False, where
    for name in NAMES:
        for job, content in jobs(name).items():
            if "write" in content.get("permissions", {}).values():
                told = str(content["steps"])
                assert "checkout@" not in told, (name, job)
                assert not re.search(r"\bmake |scripts/|\.ci/", told), job
                assert "-m pip" not in told, job


def test_a_token_is_handed_over_by_the_environment() -> None:
    for where, step in steps():
        assert "github.token" not in step.get("run", ""), where


def test_no_text_of_strangers_becomes_a_command() -> None:
    """Such as the title of a pull request or the name of its branch."""
    for where, step in steps():
        assert "github.event" not in step.get("run", ""), where
        assert "github.head_ref" not in step.get("run", ""), where


def test_tools_are_installed_in_the_version_of_the_makefile() -> None:
    (version,) = re.findall(r"^UV_VERSION := (.+)$", MAKEFILE, re.M)
    installed = [
        found
        for _, step in steps()
        for found in re.findall(r"pip install uv(\S*)", step.get("run", ""))
    ]
    assert installed
    assert set(installed) == {f"=={version}"}


@pytest.mark.parametrize("name", NAMES)
def test_jobs_may_only_do_what_they_must(name: str) -> None:
    assert workflow(name)["permissions"] == {"contents": "read"}
    for job, content in jobs(name).items():
        assert content.get("permissions", {}) == MAY.get(f"{name} {job}", {})


@pytest.mark.parametrize("name", NAMES)
def test_no_secret_is_used_and_no_stranger_s_code_is_trusted(
    name: str,
) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "pull_request_target" not in events(name)


@pytest.mark.parametrize("name", NAMES)
def test_jobs_end_and_wait_for_jobs_that_exist(name: str) -> None:
    for job, content in jobs(name).items():
        needs = content.get("needs", [])
        assert (
            {needs}
            if isinstance(needs, str)
            else set(needs) <= set(jobs(name))
        )
        called = content.get("uses")
        assert called or content["timeout-minutes"] <= 90, job
        if called:
            assert "workflow_call" in events(Path(called).name)


# The folder "new" holds the same project, from another commit.
PATHS = r"(?:new/)?(scripts/\w+\.py|\.ci/\w+|tests(?:/[\w.]+)+)"


def test_scripts_and_targets_that_are_run_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    named: set[str] = set()
    for where, step in steps():
        run = step.get("run", "")
        named |= set(re.findall(r"\bmake (?:-C \w+ )?([a-z]+)", run))
        for path in re.findall(PATHS, run):
            assert (ROOT / path).exists(), (where, path)
    assert named
    assert named <= targets


def test_options_that_are_given_to_a_script_exist() -> None:
    for where, step in steps():
        run = step.get("run", "").replace("\\\n", " ")
        for path, rest in re.findall(r"(scripts/\w+\.py)(.*)", run):
            script = (ROOT / path).read_text(encoding="utf-8")
            for option in re.findall(r" (--[\w-]+)", rest):
                assert f'"{option}"' in script, (where, option)


@pytest.mark.skipif(os.name == "nt", reason="bash is another program there")
def test_shell_scripts_can_be_parsed() -> None:
    for where, step in steps():
        run = re.sub(r"\$\{\{.*?\}\}", "x", step.get("run", ""))
        parsed = subprocess.run(
            ["bash", "-n"],
            input=run,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert parsed.stderr == "", where


def test_outputs_and_steps_that_are_asked_for_exist() -> None:
    for name in NAMES:
        for job, content in jobs(name).items():
            ids = {step.get("id") for step in content.get("steps", [])}
            asked = set(re.findall(r"steps\.(\w+)\.", str(content)))
            assert asked <= ids, (name, job)
            for other, output in re.findall(
                r"needs\.(\w+)\.outputs\.(\w+)", str(content)
            ):
                assert other in content["needs"]
                assert output in jobs(name)[other]["outputs"]


def test_artifacts_that_are_fetched_were_kept_by_a_job_before() -> None:
    kept = [
        step["with"]["name"]
        for _, step in steps()
        if "upload-artifact" in step.get("uses", "")
    ]
    fetched = {
        step["with"]["name"]
        for _, step in steps()
        if "download-artifact" in step.get("uses", "")
    }
    assert fetched == {"site", "links"}
    assert fetched <= set(kept)
    assert len(kept) == len(set(kept))


def test_every_pull_request_is_checked_and_only_main_is_published() -> None:
    assert "pull_request" in events("check.yml")
    assert events("publish.yml")["push"] == {"branches": ["main"]}
    assert "pull_request" not in events("publish.yml")
    called = jobs("publish.yml")["check"]
    assert called["uses"] == "./.github/workflows/check.yml"
    assert (
        called["with"].keys()
        == events("check.yml")["workflow_call"]["inputs"].keys()
    )
    assert jobs("publish.yml")["publish"]["needs"] == "check"
    run = [step.get("run") for step in jobs("check.yml")["check"]["steps"]]
    assert "bash .ci/run" in run


def test_results_of_earlier_runs_are_kept_where_the_build_looks() -> None:
    """In a folder of the platform, which a pull request only reads."""
    kept = [
        s for _, s in steps() if s.get("uses", "").startswith("actions/cache")
    ]
    where = workflow("check.yml")["env"]["LECTURE_RESULTS"]
    assert {step["with"]["path"] for step in kept} == {where}
    assert len({step["with"]["key"] for step in kept}) == 1
    (build,) = (
        s for _, s in steps() if "make -C old site" in s.get("run", "")
    )
    assert build["env"]["LECTURE_RESULTS"] == f"../{where}"
    shared = [
        name
        for name in NAMES
        if "LECTURE_RESULTS" in (FOLDER / name).read_text("utf-8")
    ]
    assert shared == ["check.yml"]  # the others make everything anew


def test_links_to_other_sites_are_followed_every_week() -> None:
    ((_, cron),) = events("links.yml")["schedule"][0].items()
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", cron)
