"""Joined sentences: those of one article, in order, each text with its own start."""

import numpy as np
import pytest

from core.training.augment import join_following
from core.types import Example


def sentences(*rows):
    return [Example(text=text, label="京都", group=group) for text, group in rows]


ARTICLES = sentences(("一", "甲"), ("二", "甲"), ("三", "甲"), ("四", "乙"), ("五", ""), ("六", ""))


def joined(examples, probability, seed=0):
    rng = np.random.default_rng(seed)
    return join_following(examples, probability=probability, rng=rng)


def test_probability_0_leaves_every_sentence_alone():
    assert joined(ARTICLES, 0.0) == ["一", "二", "三", "四", "五", "六"]


def test_a_sentence_is_joined_with_the_next_ones_of_its_article_only():
    assert joined(ARTICLES, 1.0) == ["一二三", "二三", "三", "四", "五", "六"]


def test_joining_ends_once_there_are_150_characters():
    long = sentences(("あ" * 149, "甲"), ("い", "甲"), ("う", "甲"), ("え", "甲"))
    assert joined(long, 1.0)[0] == "あ" * 149 + "い"


@pytest.mark.parametrize("probability", [0.2, 0.5])
def test_the_next_sentence_is_joined_as_often_as_asked(probability):
    pairs = sentences(*[("文", f"記事{row // 2}") for row in range(4000)])
    share = np.mean([text == "文文" for text in joined(pairs, probability)[::2]])
    assert share == pytest.approx(probability, abs=0.04)


def test_the_same_seed_joins_the_same_sentences():
    assert joined(ARTICLES * 9, 0.5, seed=3) == joined(ARTICLES * 9, 0.5, seed=3)
    assert joined(ARTICLES * 9, 0.5, seed=3) != joined(ARTICLES * 9, 0.5, seed=4)
