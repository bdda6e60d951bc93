"""Texts for the property tests: anything, and what Japanese text is made of at its worst."""

from hypothesis import strategies as st

from core.text.invisible import without_invisible

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

# One of every kind of character that nobody sees.
UNSEEN = (
    *"\u00ad\u034f\u061c\u115f\u1160\u17b4\u180b\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202e",
    *"\u2060\u2063\u2066\u2069\u206f\u3164\ufe00\ufe0e\ufe0f\ufeff\uffa0\ufff0\U0001bca0",
    *"\U0001d173\U000e0001\U000e0067\U000e007f\U000e0100\U000e01ef",
)


@st.composite
def with_unseen(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tuple[str, str]:
    """Draw a text of characters that are seen, and the same with others put anywhere."""
    seen = without_invisible(draw(texts))
    gaps = draw(
        st.lists(
            st.lists(st.sampled_from(UNSEEN), max_size=3).map("".join),
            min_size=len(seen) + 1,
            max_size=len(seen) + 1,
        )
    )
    return seen, gaps[0] + "".join(map("".join, zip(seen, gaps[1:], strict=True)))
