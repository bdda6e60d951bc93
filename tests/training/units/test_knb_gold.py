"""The gold boundaries of the KNB corpus, from a small corpus and from the real one."""

from pathlib import Path

import pytest

from core.errors import FileMissingError, FileUnreadableError, NotTheCorpusError
from core.training.units.knb_gold import GoldSentence, read_gold
from tests.conftest import SHARED_KNB

KNP = """\
# S-ID:KN001_Kyoto_1-1-1-01 KNP:2008/02/25 SCORE:-36.5 MEMO:a b c d e
* 1D <文頭><場所>
京都 きょうと 京都 名詞 6 地名 4 * 0 * 0 NIL
+ 1D <助詞>
駅 えき 駅 名詞 6 普通名詞 1 * 0 * 0 NIL
へ へ へ 助詞 9 格助詞 1 * 0 * 0 NIL
* -1D <文末>
＊ ＊ ＊ 特殊 1 記号 5 * 0 * 0 NIL
行く いく 行く 動詞 2 * 0 子音動詞カ行 2 基本形 2 NIL
EOS
"""


def write_corpus(folder: Path, files: dict[str, str], *, encoding: str = "euc_jp") -> Path:
    """Write files "ARTICLE/SENTENCE" to the corpus1 of an unpacked corpus."""
    for name, text in files.items():
        file = folder / "corpus1" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode(encoding))
    return folder


@pytest.mark.parametrize("encoding", ["euc_jp", "utf-8"])
def test_a_sentence(tmp_path, encoding):
    corpus = write_corpus(
        tmp_path, {"KN2/b": KNP, "KN1/a": KNP, "KN1/empty": "EOS\n"}, encoding=encoding
    )
    expected = {
        "text": "京都駅へ＊行く",
        "words": frozenset({2, 3, 4, 5}),
        "bunsetsu": frozenset({4}),
    }
    assert read_gold(corpus) == [
        GoldSentence(article="KN1", **expected),
        GoldSentence(article="KN2", **expected),
    ]
    assert read_gold(corpus.parent / corpus.name) == read_gold(corpus)


def test_a_folder_that_holds_the_corpus(tmp_path):
    write_corpus(tmp_path / "KNBC", {"KN1/a": KNP})
    assert [sentence.article for sentence in read_gold(tmp_path)] == ["KN1"]


def test_what_is_no_corpus_is_named(tmp_path):
    with pytest.raises(FileMissingError):
        read_gold(tmp_path / "absent")
    with pytest.raises(NotTheCorpusError) as caught:
        read_gold(tmp_path)
    assert caught.value.received == {"path": tmp_path, "missing": "corpus1"}
    with pytest.raises(FileUnreadableError, match="bad: UTF-8, EUC-JP"):
        read_gold(write_corpus(tmp_path, {"KN1/bad": "京"}, encoding="utf-16"))


@pytest.mark.skipif(not SHARED_KNB.exists(), reason=f"the KNB corpus is not here: {SHARED_KNB}")
def test_the_real_corpus():
    sentences = read_gold(SHARED_KNB)
    assert len(sentences) == 4186
    assert len({sentence.article for sentence in sentences}) == 249
    assert sum(len(sentence.text) for sentence in sentences) == 123_226
    assert sum(len(sentence.words) for sentence in sentences) == 62_766
    assert sum(len(sentence.bunsetsu) for sentence in sentences) == 23_606
    assert all(sentence.bunsetsu <= sentence.words for sentence in sentences)
