"""Units: every token in exactly one, in order, and the total of the scores stays the same."""

import csv
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import FileMissingError
from core.files import read_json
from core.paths import DATA, MODELS
from core.text.tokenizer import Tokenizer
from core.text.units import (
    UNITS,
    WORD_WEIGHTS,
    Unit,
    _parser,
    group_tokens,
    join_tokens,
    unit_boundaries,
    unit_scores,
    widen,
    word_boundaries,
)
from core.training.units.boundaries import score_boundaries
from core.training.units.knb_gold import GoldSentence, read_gold
from core.training.units.unit_report import read_judged, report_units
from core.types import Token, TokenizedText
from tests.conftest import SAMPLES, SHARED_KNB
from tests.strategies import ANY_TEXT, MIXED_TEXT

JUDGED = DATA / "bunsetsu_judged.csv"

with_corpus = pytest.mark.skipif(
    not SHARED_KNB.exists(), reason=f"the KNB corpus is not here: {SHARED_KNB}"
)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.load(MODELS / "default" / "tokenizer.model")


@pytest.fixture(scope="module")
def corpus() -> list[GoldSentence]:
    return read_gold(SHARED_KNB)


def _tokens(*spans: tuple[int, int]) -> tuple[Token, ...]:
    return tuple(Token(piece="x", id=2, start=start, end=end) for start, end in spans)


def _texts(tokenized: TokenizedText, unit: str) -> list[str]:
    return [tokenized.text[u.start : u.end] for u in group_tokens(tokenized, unit)]


def _cut(marked: str) -> list[str]:
    return marked.split("|")


def _numbers(units: tuple[Unit, ...]) -> list[tuple[int, ...]]:
    return [unit.tokens for unit in units]


def _assert_partition(tokenized: TokenizedText, units: tuple[Unit, ...]) -> None:
    assert [token for unit in units for token in unit.tokens] == list(range(len(tokenized.tokens)))
    for unit in units:
        assert unit.tokens
        members = [tokenized.tokens[number] for number in unit.tokens]
        filled = [token for token in members if token.start < token.end]
        if filled:
            assert unit.start == min(token.start for token in filled)
            assert unit.end == max(token.end for token in filled)


def test_what_a_reader_reads(tokenizer):
    tokenized = tokenizer.tokenize("並んで買ったカヌレ、外はカリッ。")
    assert _texts(tokenized, "piece") == _cut("並|ん|で|買|っ|た|カ|ヌ|レ|、|外|は|カリ|ッ|。")
    assert _texts(tokenized, "word") == _cut("並んで|買った|カヌレ|、|外|は|カリッ|。")
    assert _texts(tokenized, "bunsetsu") == _cut("並んで|買った|カヌレ、|外は|カリッ。")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ﾎﾞｳﾘﾝｸﾞで１８０", ["ﾎﾞｳﾘﾝｸﾞ", "で", "１８０"]),
        ("USB-Cで統一", ["USB-C", "で", "統一"]),
        ("まだ足りん😭😭笑", ["まだ", "足りん", "😭😭", "笑"]),
        ("㍿🤣", ["㍿", "🤣"]),
        ("👨\u200d👩\u200d👧", ["👨\u200d👩\u200d👧"]),
        ("京都 へ\n行く", ["京都", " へ", "\n行く"]),
        ("  京都", ["京都"]),
        (
            "ま\u200bだ足\u00adりん😭\u200b😭\u2060笑\ufeff",
            ["ま\u200bだ", "足\u00adりん", "😭\u200b😭\u2060", "笑\ufeff"],
        ),
        ("京都 \u200bへ\u200b\n行く", ["京都", " \u200bへ\u200b", "\n行く"]),
        ("うと\u3099んを食へ\u3099た", ["うと\u3099ん", "を", "食へ\u3099た"]),
    ],
)
def test_words(tokenizer, text, words):
    assert _texts(tokenizer.tokenize(text), "word") == words


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_blank_text_has_no_units(tokenizer, unit, text):
    tokenized = tokenizer.tokenize(text)
    assert group_tokens(tokenized, unit) == ()
    assert unit_scores(np.empty(0), ()).tolist() == []


@pytest.mark.parametrize(
    ("spans", "boundaries", "expected"),
    [
        # The ▁ at the beginning joins what comes next, also behind leading blanks.
        ([(0, 0), (2, 3), (3, 4)], [3], [((0, 1), 2, 3), ((2,), 3, 4)]),
        ([(0, 1), (1, 1), (1, 2)], [1], [((0,), 0, 1), ((1, 2), 1, 2)]),
        # At the end it joins what was before; alone it is a unit.
        ([(0, 1), (1, 1)], [1], [((0, 1), 0, 1)]),
        ([(0, 0)], [], [((0,), 0, 0)]),
        # Several tokens on one character stay together.
        ([(0, 1), (0, 1), (0, 1), (1, 2)], [1], [((0, 1, 2), 0, 1), ((3,), 1, 2)]),
        # A boundary inside a token moves to its end.
        ([(0, 3), (3, 4)], [1], [((0,), 0, 3), ((1,), 3, 4)]),
        ([(0, 3), (3, 4)], [1, 2], [((0,), 0, 3), ((1,), 3, 4)]),
        ([(0, 2), (2, 4), (4, 5)], [3], [((0, 1), 0, 4), ((2,), 4, 5)]),
        # A unit without tokens (characters that normalisation drops) is none.
        ([(0, 1), (3, 4)], [1, 2, 3], [((0,), 0, 1), ((1,), 3, 4)]),
        # Never back to a unit that has ended.
        ([(0, 1), (4, 5), (1, 2)], [1, 2], [((0,), 0, 1), ((1, 2), 1, 5)]),
    ],
)
def test_joining_at_boundaries(spans, boundaries, expected):
    units = join_tokens(TokenizedText(text="あいうえお", tokens=_tokens(*spans)), boundaries)
    assert [(unit.tokens, unit.start, unit.end) for unit in units] == expected


def test_every_piece_is_a_unit_for_itself(tokenizer):
    tokenized = TokenizedText(text="㍿", tokens=_tokens((0, 0), (0, 1), (0, 1)))
    assert _numbers(group_tokens(tokenized, "piece")) == [(0,), (1,), (2,)]


@pytest.mark.parametrize("unit", ["", "words", "Piece"])
def test_another_unit_is_refused(unit):
    with pytest.raises(ValueError, match=f"Received: '{unit}'"):
        group_tokens(TokenizedText(text="京都", tokens=_tokens((0, 2))), unit)


@settings(max_examples=150)
@given(text=ANY_TEXT | MIXED_TEXT, data=st.data())
def test_units_of_any_text(tokenizer, text, data):
    tokenized = tokenizer.tokenize(text)
    count = len(tokenized.tokens)
    hidden = data.draw(st.integers(0, count))
    scores = np.array(data.draw(st.lists(st.floats(-9, 9), min_size=count, max_size=count)))
    scores[count - hidden :] = np.nan
    groups = {}
    for unit in UNITS:
        units = group_tokens(tokenized, unit)
        _assert_partition(tokenized, units)
        sums = unit_scores(scores, units)
        assert np.nansum(sums) == pytest.approx(np.nansum(scores), abs=1e-6)
        for score, group in zip(sums, units, strict=True):
            assert np.isnan(score) == np.isnan(scores[list(group.tokens)]).all()
        groups[unit] = {unit.tokens[0] for unit in units}
    # A 文節 consists of whole words, a word of whole pieces.
    assert groups["bunsetsu"] <= groups["word"] <= groups["piece"]


@settings(max_examples=150)
@given(
    text=MIXED_TEXT,
    spans=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5)), max_size=12),
    unit=st.sampled_from(UNITS),
)
def test_units_of_tokens_that_do_not_come_from_their_text(text, spans, unit):
    tokens = _tokens(*((start, start + length) for start, length in spans))
    tokenized = TokenizedText(text=text, tokens=tokens)
    _assert_partition(tokenized, group_tokens(tokenized, unit))


def test_scores_are_added_up_where_they_were_seen():
    tokens = _tokens((0, 1), (1, 2), (2, 3), (3, 4), (4, 5))
    units = join_tokens(TokenizedText(text="あいうえお", tokens=tokens), [2, 4])
    assert _numbers(units) == [(0, 1), (2, 3), (4,)]
    sums = unit_scores(np.array([0.5, -0.25, 1.0, np.nan, np.nan]), units)
    np.testing.assert_array_equal(sums, [0.25, 1.0, np.nan])


@pytest.mark.parametrize("groups", [[(0,)], [(0,), (2,)], [(1,), (0,)], [(0,), (1,), (2,)]])
def test_scores_of_other_tokens_are_refused(groups):
    units = [Unit(tokens=group, start=0, end=1) for group in groups]
    with pytest.raises(ValueError, match="must cover 2 tokens"):
        unit_scores(np.zeros(2), units)


def test_ten_thousand_characters_are_fast(tokenizer, samples):
    text = ("".join(example.text for example in samples) * 2)[:10_000]
    assert len(text) == 10_000
    tokenized = tokenizer.tokenize(text)
    group_tokens(tokenized, "word")  # loads both parsers
    started = time.process_time()  # of this process: others may keep the processor busy
    for unit in UNITS:
        units = group_tokens(tokenized, unit)
        unit_scores(np.ones(len(tokenized.tokens)), units)
    assert time.process_time() - started < 3  # 0.3 s where it was written


def test_widening_keeps_every_character_in_its_place():
    assert widen("a 1!ｶﾞ京\n") == "ａ　１！カ\u3099京\n"
    narrow = "".join(map(chr, [*range(128), *range(0xFF61, 0xFFA0)]))
    assert len(widen(narrow)) == len(narrow)


def test_pictures_are_words_and_letters_in_disguise_are_not():
    parser = _parser("word")
    assert {1, 3} <= word_boundaries("は😭😭は", parser)
    assert 1 not in word_boundaries("👨\u200d👩\u200d👧", parser)
    assert 1 not in word_boundaries("❤\ufe0f", parser)
    # ℃ and ㍿ stand for letters: no rule, the weights decide.
    assert unit_boundaries("㍿", "word") == set()


def test_missing_weights_are_told(monkeypatch, tmp_path):
    monkeypatch.setattr("core.text.units.WORD_WEIGHTS", tmp_path / "absent.json")
    _parser.cache_clear()
    try:
        with pytest.raises(FileMissingError, match=r"absent\.json"):
            unit_boundaries("京都", "word")
        assert unit_boundaries("京都へ行く", "bunsetsu") == {3}
    finally:
        _parser.cache_clear()


def test_judged_sentences_are_samples_cut_at_marks():
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with SAMPLES.open(encoding="utf-8", newline="") as file:
        samples = {row["feature"]: row for row in csv.DictReader(file)}
    assert len({row["text"] for row in rows}) == len(rows) == 50
    cells = set()
    for row in rows:
        assert list(row) == ["text", "judged", "joined"]
        assert row["judged"].replace("|", "") == row["joined"].replace("|", "") == row["text"]
        assert "" not in row["judged"].split("|")
        sample = samples[row["text"]]
        cells.add((sample["label"], sample["register"], sample["year"]))
    assert len(cells) == 24  # every label, register and year
    assert all(sentence.joined <= sentence.school for sentence in read_judged(JUDGED))


def test_judged_figures_are_those_that_are_told(tokenizer):
    stored = read_json(DATA / "unit_scores.json")["bunsetsu"]
    rows = report_units([], read_judged(JUDGED), tokenizer=tokenizer, held_out=[])["bunsetsu"]
    for name in ("judged_raw", "judged", "judged_joined"):
        assert rows[name] == pytest.approx(stored[name])
    assert rows["judged"]["f1"] > 0.90
    assert rows["judged_joined"]["f1"] > 0.92


@with_corpus
def test_corpus_figures_are_those_that_are_told(tokenizer, corpus):
    stored = read_json(DATA / "unit_scores.json")
    unused = [sentence.words for sentence in corpus]
    rows = report_units(corpus, [], tokenizer=tokenizer, held_out=unused)
    for name in ("corpus_raw", "corpus"):
        assert rows["bunsetsu"][name] == pytest.approx(stored["bunsetsu"][name])
    assert rows["bunsetsu"]["corpus"]["f1"] > 0.96
    assert rows["word"]["pieces"] == pytest.approx(stored["word"]["pieces"])


@with_corpus
def test_the_shipped_weights_find_the_words_of_the_corpus(corpus):
    stored = read_json(DATA / "unit_scores.json")["word"]["held_out_raw"]
    sentences = corpus[::8]
    parser = _parser("word")
    found = [word_boundaries(sentence.text, parser) for sentence in sentences]
    scores = score_boundaries(found, [sentence.words for sentence in sentences])
    # They know all articles: better than those that never saw them.
    assert scores.f1 > stored["f1"] > 0.96


def test_the_weights_say_where_they_come_from():
    record = read_json(WORD_WEIGHTS)
    assert list(record) == ["source", "command", "weights"]
    assert "KNB" in record["source"]
    assert WORD_WEIGHTS.stat().st_size < 200_000
