"""What nobody sees changes nothing that a shipped model says, to the last bit."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.analyzer import Analyzer
from core.batch.documents import analyze_document
from core.errors import EmptyTextError
from core.paths import MODELS
from core.text.invisible import without_invisible
from core.text.units import UNITS, group_tokens
from core.types import UNK_ID
from tests.strategies import ANY_TEXT, ATOMS, UNSEEN, with_unseen

NAMES = ["default", "article"]

WORDS = (
    *ATOMS,
    *(
        "京都へ行った。",
        "葛城市",
        "辻さん",
        "ラーメン",
        "ﾎﾞｳﾘﾝｸﾞ",
        "〜",
        "～",
        "−",
        "－",
        "！",
        "「",
        "」",
    ),
    *("❤️", "㊗️", "👩🏽‍🚀", "🙋‍♂️", "🏳️‍🌈", "1️⃣", "（￣^￣）ゞ", "゛゜", "(´▽｀)", "★", "☆", "←", "■"),
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=25).map("".join)


@cache
def model(name: str) -> Analyzer:
    return Analyzer.load(MODELS / name)


def expected_spans(seen: str, noisy: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where the spans of the seen text are in the noisy one, by counting."""
    places = [place for place, c in enumerate(noisy) if without_invisible(c)] + [len(noisy)]
    assert "".join(noisy[place] for place in places[:-1]) == seen
    return [(places[start], places[end]) for start, end in spans]


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=200)
@given(pair=with_unseen(TEXTS | ANY_TEXT))
def test_the_answer_is_the_same_to_the_last_bit(name, pair):
    analyzer, (seen, noisy) = model(name), pair
    try:
        (one,) = analyzer.predict([seen])
    except EmptyTextError:
        with pytest.raises(EmptyTextError):
            analyzer.predict([noisy])
        return
    (other,) = analyzer.predict([noisy])
    assert other.tokenized.text == noisy
    for figure in ("probabilities", "raw_probabilities"):
        assert getattr(one, figure).tobytes() == getattr(other, figure).tobytes()
    assert (one.scope_score, one.num_truncated) == (other.scope_score, other.num_truncated)
    ours, theirs = (
        analyzer.classifier.run(analyzer.encode(prediction.tokenized))
        for prediction in (one, other)
    )
    assert ours.attention_weights.tobytes() == theirs.attention_weights.tobytes()
    tokens, noisy_tokens = one.tokenized.tokens, other.tokenized.tokens
    assert [token.id for token in noisy_tokens] == [token.id for token in tokens]
    assert [(t.start, t.end) for t in noisy_tokens] == expected_spans(
        seen, noisy, [(token.start, token.end) for token in tokens]
    )
    for token, noisy_token in zip(tokens, noisy_tokens, strict=True):
        assert without_invisible(noisy_token.piece) == without_invisible(token.piece)
        assert token.id == UNK_ID or noisy_token.piece == token.piece


@pytest.mark.parametrize("unit", UNITS)
@settings(max_examples=100)
@given(pair=with_unseen(TEXTS))
def test_units_hold_the_same_tokens(unit, pair):
    one, other = (model("default").tokenizer.tokenize(text) for text in pair)
    assert [u.tokens for u in group_tokens(other, unit)] == [
        u.tokens for u in group_tokens(one, unit)
    ]


@settings(max_examples=100)
@given(pair=with_unseen(st.lists(st.sampled_from((*WORDS, "\n", "。", "？"))).map("".join)))
def test_a_document_is_answered_the_same(pair):
    seen, noisy = pair
    try:
        one = analyze_document(model("default"), seen)
    except EmptyTextError:
        with pytest.raises(EmptyTextError):
            analyze_document(model("default"), noisy)
        return
    other = analyze_document(model("default"), noisy)
    assert "".join(noisy[s.start : s.end] for s in other.sentences) == noisy
    ours, theirs = (
        [s.prediction.probabilities.tobytes() for s in document.sentences if s.prediction]
        for document in (one, other)
    )
    assert ours == theirs
    assert one.probabilities.tobytes() == other.probabilities.tobytes()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("character", UNSEEN, ids=ascii)
def test_nothing_but_what_nobody_sees_is_no_text(name, character):
    for text in (character, f" {character}\n", character * 1000):
        with pytest.raises(EmptyTextError):
            model(name).predict([text])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("葛󠄀城市と辻󠄀さん", "葛城市と辻さん"),
        ("飯\u200b田\u2060へ京\u00ad都\ufeffから", "飯田へ京都から"),
        ("スノボ行こうよ～今年は雪多いって", "スノボ行こうよ〜今年は雪多いって"),
        ("うまい～～～", "うまい〜〜〜"),
        ("気温は－５度", "気温は−５度"),
        ("今日は寒い—でも行く", "今日は寒い―でも行く"),
        ("ﾊﾞｽでﾎﾟｯﾌﾟｺｰﾝ、ｳﾞｧｲｵﾘﾝ", "バスでポップコーン、ヴァイオリン"),
        ("ハ\u3099スてﾞガ\u200bﾞム", "バスでガ\u3099ム"),
        ("か\u3099くせいふ\u309aろは\u3099ん", "がくせいぷろばん"),
        ("ｽﾎﾟｰﾂ\u200b観戦", "スポーツ観戦"),
    ],
)
def test_two_spellings_of_one_text_are_one(name, text, usual):
    (one,), (other,) = (model(name).predict([spelling]) for spelling in (text, usual))
    assert [t.id for t in one.tokenized.tokens] == [t.id for t in other.tokenized.tokens]
    assert [t.piece for t in one.tokenized.tokens] == [t.piece for t in other.tokenized.tokens]
    np.testing.assert_array_equal(one.probabilities, other.probabilities)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("葛󠄀城市", [("葛城", 0, 3), ("市", 3, 4)]),
        ("京\u200b都\u00ad", [("京都", 0, 4)]),
        ("\ufeff京都", [("京都", 1, 3)]),
        ("❤️", [("❤️", 0, 2)]),
        ("㊗️", [("祝", 0, 2)]),
        ("👍🏽", [("👍🏽", 0, 2)]),
        ("👨‍👩‍👧", [("👨‍👩‍👧", 0, 5)]),
        ("1️⃣", [("1", 0, 3), ("\u20e3", 0, 3)]),
        ("🇯🇵", [("🇯🇵", 0, 2)]),
        ("‼️", [("!", 0, 2), ("!", 0, 2)]),
        ("ﾊﾞｽ～", [("バス", 0, 3), ("〜", 3, 4)]),
        ("か\u3099\u200bー", [("が", 0, 3), ("ー", 3, 4)]),
        (
            "（￣^￣）ゞ",
            [
                ("(", 0, 1),
                *(("▁", 1, 4), ("\u0304^", 1, 4), ("▁", 1, 4), ("\u0304", 1, 4)),
                (")", 4, 5),
                ("ゞ", 5, 6),
            ],
        ),
        ("゛゜", [("\u3099", 0, 2), ("▁", 0, 2), ("\u309a", 0, 2)]),
        ("か゛い", [("か", 0, 1), ("▁", 1, 2), ("\u3099", 1, 2), ("い", 2, 3)]),
    ],
)
def test_tokens_and_their_characters(text, expected):
    tokens = model("default").tokenize(text).tokens
    assert [(token.piece, token.start, token.end) for token in tokens] == expected
