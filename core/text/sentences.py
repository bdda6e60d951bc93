"""Where the sentences of a Japanese text end."""

import re
from collections import Counter
from itertools import pairwise

from core.text.usual_form import usual_form

_OPENING = "「『（(【〔［[〈《“〝｢"
_CLOSING = "」』）)】〕］]〉》”〟｣"
# Writers mix the widths: "(笑）" is a pair.
_NARROW = str.maketrans("（［｢", "([「")
_PAIR_OF = dict(zip(_OPENING + _CLOSING, (_OPENING * 2).translate(_NARROW), strict=True))
_LINE_BREAKS = "\n\r\v\f\x85\u2028\u2029"

_LETTERS = "0-9A-Za-z０-９Ａ-Ｚａ-ｚ"
_SIGN = "|".join(
    (
        "[。｡‼⁇⁈⁉…‥]",
        "・・++",  # "・・・" is a "…" typed by hand
        f"(?<![{_LETTERS}])．",  # not in ３．５, Ｐ．Ｓ．, １．はじめに
        f"(?<![{_LETTERS}/])[！？!?]",  # not in Yahoo!JAPAN, example.jp/?page=2
        f"[！？!?](?![{_LETTERS}])",
    )
)
# What belongs to the sentence before: a quotation's end, emoji, hearts, stars, notes, a laugh.
_TAIL = "|".join(
    (
        f"[{re.escape(_CLOSING)}\u2600-\u2767\U0001f000-\U0001faff]",
        "[(（][笑爆泣涙汗怒苦照]{1,2}[)）]",
        r"[笑爆泣汗wｗ]++(?=\s|\Z)",
    )
)
_MARK = re.compile(rf"[{re.escape(_OPENING)}]|(?P<end>(?:{_SIGN})(?:{_SIGN}|{_TAIL})*+)\s*+")
_BREAK = re.compile(rf"[{_LINE_BREAKS}]\s*+")
_BRACKET_OR_BREAK = re.compile(f"[{re.escape(_OPENING + _CLOSING)}{_LINE_BREAKS}]")
# すごい！と思った。 is one sentence; after 。 a new one begins, whatever follows.
_GOES_ON = re.compile("(?<![。｡．])(?:[、，､]|って|と[、，いかのしす思言云考感聞書叫])")


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Cut a text into sentences.

    A sentence ends after a run of 。！？… and what clings to it (」, emoji, （笑）), and at every
    line break; never inside brackets that close on their line, so 「行こう。」と言った。 is one. An
    ASCII "." ends nothing. Blanks belong to the sentence before them, those at the beginning to
    the first: only a text of nothing but blanks gives a blank sentence. What nobody sees ends
    nothing; a line of nothing else is a sentence. The time taken grows with the length of the
    text, whatever it holds.

    Returns:
        Characters [start, end) in order; every character is in exactly one of them.
    """
    form = usual_form(text)
    begins = len(text) - len(text.lstrip())
    lines = {line.end() for line in _BREAK.finditer(text, begins)}
    signs = {form.places[end] for end in _sign_ends(form.text)}
    return tuple(pairwise(sorted({0, *lines, *signs, len(text)})))


def _sign_ends(text: str) -> list[int]:
    """Return where a sentence ends that no line break ends."""
    closings = _closings(text)
    ends = []
    position = 0
    while mark := _MARK.search(text, position):
        position = mark.end()
        if text[mark.start()] in _OPENING:
            position = closings.get(mark.start(), mark.start()) + 1
        elif not _GOES_ON.match(text, mark.end("end")) and not _BREAK.search(
            text, mark.end("end"), position
        ):
            ends.append(position)
    return ends


def _closings(text: str) -> dict[int, int]:
    """Return where each bracket is closed, for those that are before their line ends."""
    closings: dict[int, int] = {}
    opened: list[tuple[int, str]] = []
    waiting: Counter[str] = Counter()  # how many of each pair are in `opened`
    for mark in _BRACKET_OR_BREAK.finditer(text):
        sign = mark.group()
        if sign in _LINE_BREAKS:
            opened.clear()
            waiting.clear()
        elif sign in _OPENING:
            opened.append((mark.start(), _PAIR_OF[sign]))
            waiting[_PAIR_OF[sign]] += 1
        elif waiting[_PAIR_OF[sign]]:
            pair = None
            while pair != _PAIR_OF[sign]:  # brackets in between were never closed
                start, pair = opened.pop()
                waiting[pair] -= 1
            closings[start] = mark.start()
    return closings
