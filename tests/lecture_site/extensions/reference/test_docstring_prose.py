"""The words of a docstring become Markdown that says the same."""

import pytest

from lecture_site.extensions.reference.prose import as_markdown, plain


def leads(name: str) -> str:
    return f"page.md#{name}" if name == "Tensor" else ""


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (":math:`x^2` is it", r"\(x^2\) is it"),
        (":math:`x\n  + 1`", r"\(x + 1\)"),
        ("of ``p[...] = 1``", "of `p[...] = 1`"),
        ("a `Tensor`, a `relu`", "a [`Tensor`](page.md#Tensor), a `relu`"),
        ("n_samples * 2", "n&#95;samples &#42; 2"),
        ("- 1 < x & [y]", "&#45; 1 &lt; x &amp; &#91;y&#93;"),
        (
            "arXiv:1412.6980.",
            "[arXiv:1412.6980](https://arxiv.org/abs/1412.6980).",
        ),
        (
            "doi:10.1000/1_2.",
            "[doi:10.1000/1&#95;2](https://doi.org/10.1000/1_2).",
        ),
        ("(https://x.org/a_b)", "(<https://x.org/a_b>)"),
        (
            "One\n\n.. math:: a = b, \\\\\n    c\n\nthen",
            "One\n\n\n\n\\[\na = b, \\\\ c\n\\]\n\nthen",
        ),
        ("One\n\n.. math::\n\n    a\n", "One\n\n\n\n\\[\na\n\\]"),
        ("", ""),
    ],
)
def test_what_is_said_is_shown(said: str, shown: str) -> None:
    found = as_markdown(said, leads)
    assert found == shown.replace("&lt;", "&#60;").replace("&amp;", "&#38;")


def test_no_sign_means_anything() -> None:
    assert plain("# *a* `b` {c} $d$ ~e~ <i>") == (
        "&#35; &#42;a&#42; &#96;b&#96; &#123;c&#125; &#36;d&#36; "
        "&#126;e&#126; &#60;i&#62;"
    )
