"""What stands above the notes for programs is not read."""

import pytest

from slide_aligner.notes.front_matter import blank_front_matter
from slide_aligner.notes.markdown import notes_of_text


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Hidden\n---\n",
        "---\ntitle: Hidden\n...\n",
        "---\n# Hidden\ntitle: x\n---\n",
        "---\n---\n",
        "---yaml\ntitle: Hidden\n---\n",
        '---json\n{"title": "Hidden"}\n---\n',
        '+++\ntitle = "Hidden"\n+++\n',
        '{\n  "title": "# Hidden",\n  "a": {"b": []}\n}\n',
        '{"title": "Hidden"}  \n',
    ],
)
def test_front_matter_is_emptied_and_leaves_the_lines(front: str) -> None:
    text = f"{front}\n# Top\n\nwords\n"
    (section,) = notes_of_text(text, "").sections
    assert section.heading == "Top"
    assert section.line == front.count("\n") + 2


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nText.\n\n---\n",
        '{"never": "closed"\n\n# A',
        '{"a": 1} and words\n',
        "{{ macro }}\n",
        "{: .wide }\n",
        '{"a": ' * 100_000,
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert blank_front_matter(text) == text
