"""What the name of each feature means.

A number at the end of a similarity's name says over how many neighbouring
units its words were blurred, as the width of a Gaussian. In front, `r_` holds
it against the unit's best slide, `c_` against the slide's best unit.
"""

from __future__ import annotations

SIMILARITIES = {
    "tf": "Cosine of the words, those rare on slides weighing more (TF-IDF).",
    "tf_1": "`tf`, with the units around.",
    "r_tf": "`tf` over that of the unit's best slide.",
    "r_tf_1": "`tf_1` over that of the unit's best slide.",
    "c_tf_1": "`tf_1` over that of the slide's best unit.",
    "r_tf_3": "`tf` with more units around, over the unit's best slide's.",
    "tf2": "Cosine of the words, those rare on slides and in the notes more.",
    "tf2_1": "`tf2`, with the units around.",
    "llr": "Log-likelihood ratio: words from this slide, or from anywhere?",
    "llr_2": "`llr`, with the units around.",
    "llr_n": "`llr` for each word of the unit.",
    "r_llr_2": "`llr_2` over that of the unit's best slide.",
    "c_llr_2": "`llr_2` over that of the slide's best unit.",
    "bm25": "Okapi BM25, the unit as the query and slides as the documents.",
    "bm25_2": "`bm25`, with the units around.",
    "local": "Rare shared words, more if few of the slides around have them.",
    "local_2": "`local`, with the units around.",
    "new": "Share said of what the slide shows and the one before does not.",
    "new_2": "`new`, with the units around, and 3 at most.",
    "gone": "Share said of what the slide shows and the next one does not.",
    "gone_2": "`gone`, with the units around, and 3 at most.",
    "share_u": "Share of the unit's rare words that the slide shows.",
    "share_z": "Share of the slide's rare words that the unit says.",
    "ch": "Cosine of the character n-grams, rare ones weighing more.",
    "ch_1": "`ch`, with the units around.",
    "r_ch_3": "`ch` with more units around, over the unit's best slide's.",
    "title": "Share of the title that the unit says, by rarity of the words.",
    "title_m": "How many words of the title the unit says, by their rarity.",
    "title_2": "`title`, with the units around.",
    "head": "Cosine of the words of the unit's heading and the title.",
    "empty": "1 if the slide has fewer than three words.",
    "loglen": "Logarithm of the slide's number of words.",
    "pos": "How near the places are, as shares of notes and deck.",
    "pos2": "`pos`, by the square of the distance.",
}
OF_VECTORS = {
    "vec": "Cosine of the sentence vectors of unit and slide.",
    "vec_2": "`vec`, with the units around.",
    "vec_title": "Cosine of the sentence vectors of unit and title.",
    "c_vec": "`vec` less its mean over the units.",
    "r_vec": "`vec` less that of the unit's best slide.",
    "r_vec_2": "`vec_2` less that of the unit's best slide.",
}
CUES = {
    "okay": "Begins as one who goes on: okay, right, yes.",
    "so": "Begins with so.",
    "now": "Begins with now, next, then, finally or let.",
    "and": "Begins with a conjunction or a pronoun.",
    "pronoun": "Begins with a pronoun or a conjunction, in a longer list.",
    "lets": "Has let's, let me or move on.",
    "look": "Has look, talk about, see here or example.",
    "heres": "Has here is, this is, these are or this slide.",
    "next": "Has next, another, last, finally or a number in a row.",
    "ask": "Has question or yes.",
    "here": "Has any of the words with which one turns to a slide.",
    "bullet": "Is an item of a list.",
    "prevbullet": "The unit before is an item of a list.",
    "newblock": "The unit before is an item of a list and this one is not.",
    "len": "Logarithm of the number of words, less the mean.",
    "prevlen": "`len` of the unit before.",
    "minlen": "The smaller of `len` and `prevlen`.",
    "cohesion": "How alike the passages before and after are, standardised.",
    "dip": "How alike these passages are, less the mean around.",
    "heading": "The heading is not that of the unit before.",
}
SLIDES = {
    "length": "Logarithm of the number of words, less the mean.",
    "empty": "1 if there are fewer than three words.",
    "like_next": "Cosine of the words of the slide and the next one.",
}
