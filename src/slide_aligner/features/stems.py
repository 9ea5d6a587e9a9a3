r"""Two texts that share words speak of the same thing.

Running text, TeX and the characters that a slide draws are brought to the same
stems: `\nabla L`, "∇L" and "gradients" all hold `gradient`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

import snowballstemmer

from slide_aligner.features.aliases import Aliases, shipped_aliases

_NO_WORDS = re.compile(
    r"\\(?:begin|end|label|ref|eqref|cite|tag|color|hspace|vspace)\*?\s*"
    r"\{[^{}]*\}"
)
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?|\\[^A-Za-z]")
_CASES = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_PLURAL = re.compile(r"([A-Z]{2})s$")
_CONTRACTED = re.compile(r"(?<=\w)['’](?:s|t|re|ve|ll|d|m)\b", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_]+")
_CJK = (
    "\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003134f"
)
_RUNS = re.compile(f"[{_CJK}]+|[^{_CJK}]+")
_IS_CJK = re.compile(f"[{_CJK}]")


def words(text: str, aliases: Aliases | None = None) -> list[str]:
    """Return the stems of a text's words, in order, repeats included.

    Parameters
    ----------
    text : str
        Running text, formulas as TeX or as characters.
    aliases : Aliases, optional
        What formulas stand for; the package's own by default.

    Returns
    -------
    list of str
        Lower-case stems without English stop words. Names in camelCase and
        snake_case are split, Chinese, Japanese and Korean become pairs of
        neighbouring characters.
    """
    spoken = _spoken(text, aliases or shipped_aliases())
    found: list[str] = []
    for token in _TOKEN.findall(spoken):
        found.extend(_stems(token))
    return found


def _spoken(text: str, aliases: Aliases) -> str:
    """Say characters and commands in words, before capitals are lost."""
    said = text.translate(aliases.characters)
    if "\\" in said:
        said = _NO_WORDS.sub(" ", said)
        said = _COMMAND.sub(
            lambda match: f" {aliases.commands.get(match[1] or '', '')} ", said
        )
    said = _CONTRACTED.sub("", said)
    if said.isascii():
        return said
    # Only now: a mathematical letter becomes a plain one, which has words too.
    return unicodedata.normalize("NFKC", said).translate(aliases.characters)


@lru_cache(maxsize=200_000)
def _stems(token: str) -> tuple[str, ...]:
    if not token.isascii() and _IS_CJK.search(token):
        return tuple(
            stem
            for run in _RUNS.findall(token)
            for stem in (_pairs(run) if _IS_CJK.match(run) else _stems(run))
        )
    stems = (_stem(part.casefold()) for part in _parts(token))
    return tuple(stem for stem in stems if stem)


def _parts(token: str) -> list[str]:
    """Split `batchNorm` into its parts, but also keep it whole.

    A slide may write ReLU where the notes write relu: hence the whole; parts
    of two letters say nothing.
    """
    if token.islower():
        return [token]
    singular = _PLURAL.sub(r"\1", token)
    parts = _CASES.split(singular)
    if len(parts) == 1:
        return parts
    return [*(part for part in parts if len(part) > 2), singular]


def _pairs(run: str) -> list[str]:
    if len(run) == 1:
        return [run]
    return [run[start : start + 2] for start in range(len(run) - 1)]


def _stem(word: str) -> str:
    if word in _stop_words():
        return ""
    if not word.isalpha():  # an index or a name: it has no endings
        return word
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> snowballstemmer.EnglishStemmer:
    return snowballstemmer.stemmer("english")


@cache
def _stop_words() -> frozenset[str]:
    text = files(__package__).joinpath("stop_words.txt")
    return frozenset(text.read_text(encoding="utf-8").split())
