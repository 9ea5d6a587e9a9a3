"""Running text, TeX and drawn formulas come to the same words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linear_growth import assert_linear
from slide_aligner.features.aliases import load_aliases, shipped_aliases
from slide_aligner.features.stems import words
from terminal.errors import FileProblemError


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("The gradients of a layer", ["gradient", "layer"]),
        ("Normalising, normalised NORMALISATION!", ["normalis"] * 3),
        ("ReLU, relu and ReLUs", ["relu", "relu", "relu"]),
        (
            "batch_norm batchNorm",
            ["batch", "norm", "batch", "norm", "batchnorm"],
        ),
        (
            "PyTorch HTTPServer",
            ["torch", "pytorch", "http", "server", "httpserver"],
        ),
        ("ﬁne 𝐱 x² Ａ1", ["fine", "x", "x2", "a1"]),
        ("深層学習 層", ["深層", "層学", "学習", "層"]),
        ("GAN学習x", ["gan", "学習", "x"]),
        ("Straße", ["strass"]),
        ("0.1 and 3", ["0", "1", "3"]),
        ("It doesn't use Adam's steps", ["adam", "step"]),
        ("They’re f'(x)", ["f", "x"]),
        ("", []),
        ("the of and", []),
    ],
)
def test_text_becomes_stems(text: str, stems: list[str]) -> None:
    assert words(text) == stems


@pytest.mark.parametrize(
    ("tex", "drawn"),
    [
        (r"\nabla L", "∇L"),
        (r"\frac{\partial L}{\partial w}", "∂L ∂w"),
        (r"\sum_i x_i", "∑ i xi"),
        (r"\sigma(z)", "σ(z)"),
        (r"\sigma(z)", "𝜎(𝑧)"),
        (r"\nabla", "𝛁"),
        (r"a \to b", "a → b"),
        (r"\mu \pm \Sigma", "μ ± Σ"),
        (r"\mu", "\u00b5"),
        (r"\varepsilon", "\u03f5"),
    ],
)
def test_tex_and_a_drawn_formula_share_their_words(
    tex: str, drawn: str
) -> None:
    shared = [word for word in words(tex) if len(word) > 2]
    assert shared
    assert shared == [word for word in words(drawn) if len(word) > 2]


@pytest.mark.parametrize(
    ("tex", "stems"),
    [
        (r"\nabla", ["gradient"]),
        (r"\sigma", ["sigma", "sigmoid"]),
        (r"\mathrm{softmax}(z)", ["softmax", "z"]),
        (r"\operatorname*{argmax} \text{ the loss }", ["argmax", "loss"]),
        (r"\unknowncommand x", ["x"]),
        (r"\\ \, \{", []),
        (r"\begin{align} a \end{align} \label{eq:one}", []),
        (r"\textbf{bold}", ["bold"]),
    ],
)
def test_commands_become_words(tex: str, stems: list[str]) -> None:
    assert words(tex) == stems


def test_a_plain_word_is_never_a_command() -> None:
    assert words("nabla sigma top") == ["nabla", "sigma", "top"]


def test_the_package_brings_words_for_common_formulas() -> None:
    aliases = shipped_aliases()
    assert len(aliases.commands) >= 120
    assert len(aliases.characters) >= 60


def test_a_lecture_adds_its_own_words(tmp_path: Path) -> None:
    path = tmp_path / "aliases.toml"
    path.write_text(
        '[commands]\n"\\\\loss" = "loss function"\nnabla = "slope"\n'
        '[characters]\n"ŷ" = "prediction"\n',
        encoding="utf-8",
    )
    text = r"\loss \nabla ŷ \sum"
    own = load_aliases(path)
    assert words(text, own) == ["loss", "function", "slope", "predict", "sum"]
    assert words(text) == ["gradient", "ŷ", "sum"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[commands]\nnabla", "is not TOML"),
        ("[comands]\nx = 'y'", "'comands' is not known"),
        ("commands = 3", "'commands' is not known"),
        ("[commands]\nnabla = 3", "'nabla' in [commands] needs its words"),
        ("[characters]\nab = 'x'", "'ab' in [characters] is not a single"),
    ],
)
def test_a_wrong_file_of_words_names_the_entry(
    text: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "aliases.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileProblemError) as caught:
        load_aliases(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_twice_the_text_takes_twice_the_time() -> None:
    sentence = "Gradients $\\nabla L_{}$ flow through batchNorm{} layers. "

    def read(n_sentences: int) -> None:
        words("".join(sentence.format(n, n) for n in range(n_sentences)))

    assert_linear(read, 8_000)


@given(st.text())
def test_any_text_has_words_without_blanks(text: str) -> None:
    for word in words(text):
        assert word
        assert word.isalnum() or not word.isascii()


@given(st.text(alphabet="abcdefgh XYZ_1"))
def test_words_do_not_change_between_calls(text: str) -> None:
    assert words(text) == words(text)
