"""Every token points at the characters of the original text it came from."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import FileUnreadableError, VocabularySizeError
from core.text.invisible import without_invisible
from core.text.tokenizer import WORD_BOUNDARY, Tokenizer, set_sampling_seed, train_tokenizer
from core.types import PAD_ID, UNK_ID
from tests.strategies import ANY_TEXT, ATOMS, EXPANDING, MIXED_TEXT, with_unseen

# Characters that vanish or become a blank when the text is normalised.
BLANKS = str.maketrans(dict.fromkeys("▁ \n\t　\u200b\ufeff", ""))


def _cut(tokenizer, text: str) -> list[tuple[str, int, int]]:
    return [(token.piece, token.start, token.end) for token in tokenizer.tokenize(text).tokens]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(BLANKS)


@pytest.mark.parametrize(
    "text", ["", " ", "　", "\n", " \t\n　", "\u200b", "▁", "\ufe0f", "\u3164 \u00ad", "\U000e0100"]
)
def test_blank_text_gives_no_token(tiny_tokenizer, text):
    assert tiny_tokenizer.tokenize(text).tokens == ()
    assert tiny_tokenizer.tokenize(text).text == text


# The tiny vocabulary keeps most characters apart, so the pieces below do not hang on training.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ＦＵＬＬ", [("F", 0, 1), ("U", 1, 2), ("L", 2, 3), ("L", 3, 4)]),
        ("ﾊﾝｶｸ", [("ハ", 0, 1), ("ン", 1, 2), ("カ", 2, 3), ("ク", 3, 4)]),
        ("ｶﾞ", [("ガ", 0, 2)]),
        ("か\u3099", [("が", 0, 2)]),
        ("①", [("1", 0, 1)]),
        ("㍿", [("株", 0, 1), ("式", 0, 1), ("会", 0, 1), ("社", 0, 1)]),
        ("株式会社", [("株", 0, 1), ("式", 1, 2), ("会", 2, 3), ("社", 3, 4)]),
        ("a\nb", [("a", 0, 1), ("▁", 1, 2), ("b", 2, 3)]),
        ("👨\u200d👩\u200d👧", [("👨\u200d👩\u200d👧", 0, 5)]),
        ("あ゛", [("あ", 0, 1), ("▁", 1, 2), ("\u3099", 1, 2)]),
        ("￣^￣", [("\u0304", 0, 1), ("^", 1, 2), ("▁", 2, 3), ("\u0304", 2, 3)]),
        ("￣∇￣", [("\u0304∇", 0, 3), ("▁", 0, 3), ("\u0304", 0, 3)]),
        ("ｶ\u200bﾞ\u2060", [("ガ", 0, 4)]),
        ("Ｆ\u00adＵ\u200b\n\u200bＬ", [("F", 0, 2), ("U", 2, 4), ("▁", 4, 6), ("L", 6, 7)]),
        ("❤\ufe0f", [("❤\ufe0f", 0, 2)]),
        ("1\ufe0f\u20e3", [("1", 0, 3), ("\u20e3", 0, 3)]),
    ],
)
def test_offsets_point_into_the_original_text(tiny_tokenizer, text, expected):
    assert _cut(tiny_tokenizer, text) == [("▁", 0, 0), *expected]


def test_leading_blanks_belong_to_nothing(tiny_tokenizer):
    first, *_ = _cut(tiny_tokenizer, "  \n京都  へ  ")
    assert first[1:] in [(3, 3), (3, 5)]
    assert _cut(tiny_tokenizer, "\ufeffあ") == [("▁", 1, 1), ("あ", 1, 2)]


def test_markup_is_text(tiny_tokenizer):
    cut = _cut(tiny_tokenizer, "<b>&amp;")
    assert "".join(piece for piece, _, _ in cut) == "▁<b>&amp;"
    assert cut[-1][2] == 8


@settings(max_examples=150)
@given(text=ANY_TEXT | MIXED_TEXT)
def test_offsets_are_within_the_text_and_monotone(tiny_tokenizer, text):
    tokenized = tiny_tokenizer.tokenize(text)
    assert tokenized.text == text
    starts = [token.start for token in tokenized.tokens]
    ends = [token.end for token in tokenized.tokens]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start <= end <= len(text) for start, end in zip(starts, ends, strict=True))


@settings(max_examples=150)
@given(text=ANY_TEXT | MIXED_TEXT)
def test_only_the_added_mark_at_the_beginning_is_empty(tiny_tokenizer, text):
    for number, token in enumerate(tiny_tokenizer.tokenize(text).tokens):
        if token.start == token.end:
            assert (number, token.piece) == (0, "▁")


@settings(max_examples=300)
@given(text=ANY_TEXT | MIXED_TEXT)
def test_every_character_is_in_at_most_one_span(tiny_tokenizer, text):
    tokens = tiny_tokenizer.tokenize(text).tokens
    spans = sorted({(token.start, token.end) for token in tokens if token.start < token.end})
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@settings(max_examples=300)
@given(pair=with_unseen(ANY_TEXT | MIXED_TEXT))
def test_what_nobody_sees_changes_no_id_however_a_text_is_cut(tiny_tokenizer, pair):
    seen, noisy = tiny_tokenizer.token_ids(pair, num_threads=1)
    assert noisy == seen
    one, other = (tiny_tokenizer.tokenize(text).tokens for text in pair)
    assert [token.id for token in other] == [token.id for token in one] == seen
    drawn = []
    for text in pair:
        set_sampling_seed(0)
        drawn.append([token.id for token in tiny_tokenizer.sample(text, alpha=0.2).tokens])
    assert drawn[0] == drawn[1]


def test_an_emoji_that_the_vocabulary_knows_in_part_stays_whole():
    lines = ["👨👩👧は👍だ", "👍🏽と👨", "👩は👨", "👧と👩", "🏽は👧"] * 40
    known = Tokenizer(train_tokenizer(lines, vocabulary_size=11, character_coverage=1.0))
    cut = _cut(known, "👨\u200d👩\u200d👧と👍🏽")
    assert len(cut) > 4  # several pieces
    assert {(start, end) for _, start, end in cut if start < end} == {(0, 5), (5, 6), (6, 8)}


def test_a_vocabulary_is_learnt_from_what_is_seen():
    lines = [
        "葛\U000e0100城市～\u200b京都ｶﾞﾑ",
        "京\u00ad都へ\ufeff行く－５度",
        "京都は❤\ufe0f",
    ] * 40
    seen = "".join(Tokenizer(train_tokenizer(lines, vocabulary_size=19)).pieces[2:])
    assert {"葛", "〜", "−", "ガ"} <= set(seen)
    assert without_invisible(seen) == seen


@settings(max_examples=150)
@given(text=MIXED_TEXT)
def test_the_pieces_joined_are_the_normalised_text(tiny_tokenizer, text):
    pieces = [token.piece for token in tiny_tokenizer.tokenize(text).tokens]
    assert "".join(pieces).translate(BLANKS) == _plain(text)


# Not so where one character gives several pieces: each of the pieces of ㍿ covers all of it.
@settings(max_examples=150)
@given(
    text=st.lists(st.sampled_from([atom for atom in ATOMS if atom not in EXPANDING])).map("".join)
)
def test_a_piece_is_its_characters_normalised(tiny_tokenizer, text):
    for token in tiny_tokenizer.tokenize(text).tokens:
        assert token.piece.translate(BLANKS) == _plain(text[token.start : token.end])


@settings(max_examples=50)
@given(text=ANY_TEXT | MIXED_TEXT)
def test_ids_belong_to_the_pieces_and_to_the_fast_path(tiny_tokenizer, text):
    tokens = tiny_tokenizer.tokenize(text).tokens
    assert [token.id for token in tokens] == tiny_tokenizer.token_ids([text], num_threads=1)[0]
    for token in tokens:
        assert token.id == UNK_ID or tiny_tokenizer.pieces[token.id] == token.piece


def _sampled(tokenizer, text: str, times: int, *, alpha: float) -> list[tuple[str, ...]]:
    return [
        tuple(token.piece for token in tokenizer.sample(text, alpha=alpha).tokens)
        for _ in range(times)
    ]


@settings(max_examples=100)
@given(text=MIXED_TEXT)
def test_a_text_cut_at_random_has_the_same_characters(tiny_tokenizer, text):
    sampled = tiny_tokenizer.sample(text, alpha=0.2)
    assert sampled.text == text
    plain = "".join(token.piece for token in tiny_tokenizer.tokenize(text).tokens)
    assert "".join(token.piece for token in sampled.tokens) == plain
    starts = [token.start for token in sampled.tokens]
    ends = [token.end for token in sampled.tokens]
    assert (starts, ends) == (sorted(starts), sorted(ends))
    for token in sampled.tokens:
        assert token.id == UNK_ID or tiny_tokenizer.pieces[token.id] == token.piece


@pytest.mark.parametrize("text", ["", "　", "\n"])
def test_blank_text_gives_no_token_by_chance_either(tiny_tokenizer, text):
    assert tiny_tokenizer.sample(text, alpha=0.2).tokens == ()


def test_the_sampling_seed_decides_the_draws(tiny_tokenizer, samples):
    draws = []
    for seed in (0, 0, 1):
        set_sampling_seed(seed)
        draws.append(_sampled(tiny_tokenizer, samples[2].text, 20, alpha=0.2))
    assert draws[0] == draws[1] != draws[2]
    assert len(set(draws[0])) > 10


def test_a_large_alpha_cuts_as_without_chance(tiny_tokenizer, samples):
    text = samples[2].text
    best = tuple(token.piece for token in tiny_tokenizer.tokenize(text).tokens)
    assert set(_sampled(tiny_tokenizer, text, 20, alpha=1000.0)) == {best}


def test_the_smaller_alpha_the_more_the_cuts_differ(tiny_tokenizer, samples):
    set_sampling_seed(0)
    few, many = (
        len(set(_sampled(tiny_tokenizer, samples[2].text, 50, alpha=alpha))) for alpha in (3.0, 0.1)
    )
    assert few < many


def test_the_vocabulary(tiny_tokenizer):
    assert tiny_tokenizer.vocabulary_size == len(tiny_tokenizer.pieces) == 1200
    assert tiny_tokenizer.pieces[PAD_ID] == "<pad>"
    assert tiny_tokenizer.pieces[UNK_ID] == "<unk>"
    assert len(set(tiny_tokenizer.pieces)) == 1200


def test_no_text_can_name_the_padding(tiny_tokenizer):
    for text in ("<pad>", "<unk>", "<s></s>"):
        assert PAD_ID not in tiny_tokenizer.token_ids([text])[0]


def test_load_reads_what_training_gave(tmp_path, samples):
    proto = train_tokenizer((example.text for example in samples), vocabulary_size=1000)
    (tmp_path / "tokenizer.model").write_bytes(proto)
    loaded = Tokenizer.load(tmp_path / "tokenizer.model")
    assert loaded.vocabulary_size == 1000
    text = samples[0].text
    assert loaded.tokenize(text) == Tokenizer(proto).tokenize(text)


@pytest.mark.parametrize("content", [None, b"", b"not a model", b"\xff" * 100])
def test_a_file_that_is_no_model_is_named(tmp_path, content):
    path = tmp_path / "tokenizer.model"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FileUnreadableError) as caught:
        Tokenizer.load(path)
    assert caught.value.received == {"path": path, "reason": "SentencePiece"}


@pytest.mark.parametrize("vocabulary_size", [3, 5000])
def test_too_little_text_for_the_vocabulary_is_told(vocabulary_size):
    with pytest.raises(VocabularySizeError) as caught:
        train_tokenizer(["京都へ行く。"] * 20, vocabulary_size=vocabulary_size)
    assert caught.value.received["vocabulary_size"] == vocabulary_size
    assert "\n" not in str(caught.value)


def test_no_text_at_all_is_told():
    with pytest.raises(VocabularySizeError):
        train_tokenizer([], vocabulary_size=100)


# 行く and 京都 stand beside each other so often that they would be one piece.
MARKED = [
    "京都‖へ‖行く",
    "京都‖の‖ラーメン‖を‖食べる",
    "東京‖へ‖行く",
    "東京‖の‖電話‖を‖買う",
    "京都‖ ‖へ‖ ‖行く",
    "ラーメン‖は‖京都",
    "行く‖京都",
] * 40


@pytest.fixture(scope="module")
def word_tokenizer():
    return Tokenizer(train_tokenizer(MARKED, vocabulary_size=25, whole_words=True))


def test_no_piece_holds_or_crosses_a_boundary(word_tokenizer):
    words = {word for line in MARKED for word in line.replace(" ", "▁").split(WORD_BOUNDARY)}
    pieces = word_tokenizer.pieces[2:]
    assert {"京都", "行く", "へ", "▁"} <= set(pieces)
    assert [piece for piece in pieces if not any(piece in word for word in words)] == []
    plain = [line.replace(WORD_BOUNDARY, "") for line in MARKED]
    crossing = Tokenizer(train_tokenizer(plain, vocabulary_size=28)).pieces
    assert "▁行く京都" in crossing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("京都へ行く", [("京都", 0, 2), ("へ", 2, 3), ("行く", 3, 5)]),
        ("行く京都", [("行く", 0, 2), ("京都", 2, 4)]),
        ("京都\n行く", [("京都", 0, 2), ("▁", 2, 3), ("行く", 3, 5)]),
        ("　 京都", [("京都", 2, 4)]),
        ("ﾗｰへ", [("ラ", 0, 1), ("ー", 1, 2), ("へ", 2, 3)]),
        ("㍿行く", [("株式会社", 0, 1), ("行く", 1, 3)]),
        ("京都‖へ", [("京都", 0, 2), ("‖", 2, 3), ("へ", 3, 4)]),
    ],
)
def test_whole_words_begin_without_a_mark(word_tokenizer, text, expected):
    assert _cut(word_tokenizer, text) == expected


def test_word_is_the_same_piece_at_the_beginning_and_in_the_middle(word_tokenizer):
    (first,) = word_tokenizer.token_ids(["京都"])[0]
    to, go = (word_tokenizer.pieces.index(piece) for piece in ("へ", "行く"))
    assert word_tokenizer.token_ids(["京都へ行く", "行く京都"]) == [[first, to, go], [go, first]]


def test_boundary_in_a_text_is_a_character_that_no_piece_knows(word_tokenizer):
    ids = [token.id for token in word_tokenizer.tokenize("京都‖へ").tokens]
    assert ids[1] == UNK_ID not in (ids[0], ids[2])


@settings(max_examples=100)
@given(text=ANY_TEXT | MIXED_TEXT)
def test_every_piece_of_whole_words_has_characters(word_tokenizer, text):
    tokens = word_tokenizer.tokenize(text).tokens
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert [token.id for token in tokens] == word_tokenizer.token_ids([text], num_threads=1)[0]


@pytest.mark.parametrize("text", ["", " ", "　\n", "▁"])
def test_blank_text_gives_no_whole_words(word_tokenizer, text):
    assert word_tokenizer.tokenize(text).tokens == ()
