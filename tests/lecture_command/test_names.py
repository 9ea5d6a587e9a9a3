import pytest

from lecture_command.names import (
    UnknownNameError,
    full_name,
    snippet,
    snippets_of,
)

KNOWN = ["one/start", "one/end", "two/end"]


@pytest.mark.parametrize(
    "name",
    [
        "backpropagation/worked_example",
        "worked_example",
        "worked_example.py",
        "snippets/backpropagation/worked_example.py",
        r"C:\lecture\snippets\backpropagation\worked_example.py",
    ],
)
def test_a_snippet_has_several_names(name: str) -> None:
    assert snippet(name).name == "backpropagation/worked_example"


def test_an_unknown_name_suggests_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as error:
        snippet("workd_example")
    assert "did you mean backpropagation/worked_example" in str(error.value)


def test_a_name_that_resembles_nothing_leads_to_the_list() -> None:
    with pytest.raises(UnknownNameError, match="lecture list has them all"):
        snippet("zzzzzz")


def test_a_name_of_two_things_is_asked_back() -> None:
    with pytest.raises(UnknownNameError, match="one/end or two/end: say"):
        full_name("end", KNOWN, "/", "snippet")
    assert full_name("start", KNOWN, "/", "snippet") == "one/start"


def test_a_page_is_all_its_snippets_but_none_of_them() -> None:
    pages = {each.page for each in snippets_of(["summary", "one_neuron"])}
    assert pages == {"summary", "neural_networks"}
    with pytest.raises(UnknownNameError, match="summary is a page"):
        snippet("summary")


def test_what_is_named_twice_is_run_once() -> None:
    twice = ["one_neuron", "neural_networks/one_neuron"]
    assert len(snippets_of(twice)) == 1
