"""Texts for the property tests: anything, and what Japanese text is made of at its worst."""

from hypothesis import strategies as st

# One character that normalisation makes several of.
EXPANDING = ("㍿", "㌔", "㈱", "½", "…", "゛", "ﷺ")

ATOMS = (
    *EXPANDING,
    *"京都もちろん、グルメ。ー々ＦＵＬＬａ１ﾊﾝｶｸabc12<>&\"'｛",
    "ｶﾞ",
    "ﾊﾟ",
    "か\u3099",
    "は\u309a",
    "👨\u200d👩\u200d👧",
    "👍🏽",
    "🇯🇵",
    "🤣",
    "𠮷",
    " ",
    "　",
    "\n",
    "\t",
    "▁",
    "\u200b",
    "\ufeff",
)

# A lone surrogate cannot be written as UTF-8; `Analyzer` replaces it before the tokenizer.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
MIXED_TEXT = st.lists(st.sampled_from(ATOMS)).map("".join)
