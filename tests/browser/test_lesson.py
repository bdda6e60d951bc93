"""The lesson as a class sees it: by keyboard alone, on a projector, in both languages."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from core.analyzer import Analyzer
from core.paths import MODELS
from core.ui.lesson.steps import STEPS
from core.ui.shell.loaders import ARTICLE_EXAMPLES
from core.words.lookup import LANGUAGE_NAMES, WORDS, word_in

UDON = ARTICLE_EXAMPLES["グルメ"]
OWN_TEXT = "きのうは友だちと京都の清水寺へ行って、店で抹茶のアイスを食べた。"  # 25 tokens
SMALLEST = 24
PAUSE = 500  # ms

COMPLAINTS = (Path(__file__).parent / "complaints.js").read_text(encoding="utf-8")
SETTLED = """([question, onward, notes]) =>
    document.querySelector('.lesson-question')?.textContent === question
    && document.querySelector('.st-key-lesson_onward')?.innerText.trim() === onward
    && Boolean(document.querySelector('.st-key-lesson_notes')) === notes
    && document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-stale=true], [data-testid=stSkeleton]')
    && [...document.querySelectorAll('[data-testid=stVegaLiteChart]')]
        .every(chart => chart.querySelector('svg text'))
"""
FOCUSED = "() => document.activeElement.ariaLabel || document.activeElement.innerText"

# What is said with the answer to a question and not before; of two, one.
ANSWERS = {
    ("pieces", "cuts"): ["lesson_pieces_cuts_answer"],
    ("pieces", "changes"): ["lesson_pieces_changes_answer"],
    ("padding", "ids"): ["lesson_padding_ids_answer"],
    ("padding", "window"): ["lesson_padding_window_filled"],
    ("padding", "shift"): ["lesson_padding_shift_answer"],
    ("embeddings", "neighbours"): ["vocabulary_nearest"],
    ("embeddings", "opposite"): ["lesson_embeddings_opposite_answer"],
    ("embeddings", "map"): ["lesson_embeddings_map_kept"],
    ("attention", "row"): ["lesson_attention_row_answer"],
    ("attention", "matrix"): ["lesson_attention_matrix_answer"],
    ("attention", "collapse"): ["lesson_attention_collapse_answer"],
    ("attention", "padding"): ["lesson_attention_padding_answer"],
    ("lstm", "lstm"): ["lesson_lstm_places"],
    ("lstm", "softmax"): ["lesson_lstm_softmax_answer"],
    ("lstm", "calibrated"): ["lesson_lstm_calibrated_answer"],
    ("explanation", "quiz"): ["lesson_explanation_attention"],
    ("explanation", "swap"): ["lesson_explanation_stays", "lesson_explanation_changes"],
    ("explanation", "label"): ["lesson_explanation_stands_still"],
    ("explanation", "delete"): ["lesson_explanation_agree", "lesson_explanation_disagree"],
    ("limits", "tags"): ["lesson_limits_pair"],
    ("limits", "split"): ["lesson_limits_split_answer"],
    ("limits", "nonsense"): ["lesson_limits_nonsense_stored"],
    ("limits", "unseen"): ["lesson_limits_unseen_answer"],
}


@pytest.fixture(scope="module")
def ours():
    return Analyzer.load(MODELS / "default")


def values_of(ours, text):
    """The numbers and tokens that the answers about a text must hold, by the key of the word."""
    tokenized = ours.tokenize(text)
    pieces = [token.piece for token in tokenized.tokens]
    padding = ours.bundle.model.sequence_length - len(pieces)
    size = f"{ours.tokenizer.vocabulary_size:,}"
    row = ours.analyze(tokenized, query=0).attribution.token_scores
    received = ours.analyze(tokenized).attribution.token_scores
    (prediction,) = ours.predict([text])
    measured = ours.report.calibration
    return {
        "lesson_pieces_cuts_answer": {"characters": len(text), "tokens": len(pieces)},
        "lesson_padding_ids_answer": {"size": size},
        "lesson_padding_window_filled": {"name": "default", "padding": padding},
        "lesson_padding_shift_answer": {"place": padding + 3, "token": 3, "piece": pieces[2]},
        "lesson_embeddings_opposite_answer": {"count": size},
        "lesson_attention_row_answer": {
            "token": pieces[0],
            "best": pieces[row.argmax()],
            "weight": f"{row.max():.2f}",
        },
        "lesson_attention_matrix_answer": {"count": len(pieces)},
        "lesson_attention_collapse_answer": {
            "token": pieces[received.argmax()],
            "score": f"{received.max():.2f}",
        },
        "lesson_lstm_softmax_answer": {
            "label": prediction.label,
            "probability": f"{prediction.raw_probabilities.max():.2f}",
        },
        "lesson_lstm_calibrated_answer": {"after": f"{measured['ece_after']:.3f}"},
    }


def answer_pattern(language, part, values):
    """What the answer says; a value that is not known here may be anything."""

    def pattern(key):
        filled = [
            re.escape(piece.replace("**", ""))
            if number % 2 == 0
            else re.escape(str(values.get(key, {}).get(piece, ""))) or ".+?"
            for number, piece in enumerate(re.split(r"\{(\w+)\}", WORDS[key][language]))
        ]
        return "".join(filled)

    return "|".join(pattern(key) for key in ANSWERS[part])


def settle(page, language, step, part, *, revealed=False, notes=False):
    if not revealed:
        onward = "lesson_reveal"
    else:
        onward = "lesson_next_step" if part == step.parts[-1] else "lesson_next_question"
    question = word_in(language, f"lesson_{step.name}_{part}_ask")
    page.wait_for_function(SETTLED, arg=[question, word_in(language, onward), notes])


def check_place(page, step, part, *, revealed=False, notes=False):
    number = STEPS.index(step) + 1
    expected = {
        "step": str(number) if number > 1 else "",
        "part": part if part != step.parts[0] else "",
        "answer": "1" if revealed else "",
        "notes": "1" if notes else "",
    }
    address = parse_qs(urlsplit(page.url).query)
    assert {key: address.get(key, [""])[0] for key in expected} == expected


def check_said(page, language, step, part, values, *, revealed):
    said = re.sub(r"\s+", " ", page.locator(".st-key-lesson_content").inner_text())
    pattern = answer_pattern(language, (step.name, part), values)
    assert bool(re.search(pattern, said)) == revealed, said


def check_sight(page, *, smallest=SMALLEST):
    # A chart follows the width of its frame a moment later.
    for _ in range(20):
        found = page.evaluate(COMPLAINTS, smallest)
        if not found:
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{page.url}: {found}")


def tab_to(page, name):
    stops = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
        if stops[-1].startswith(name):
            return
    pytest.fail(f"{name} is not among {stops}")


def check_arrows_and_notes(page, language):
    """→ through all steps with the notes open, and ← back without them."""
    bar = page.locator(".st-key-lesson_bar")
    place = bar.bounding_box()
    page.keyboard.press("n")
    for step in STEPS:
        settle(page, language, step, step.parts[0], notes=True)
        check_place(page, step, step.parts[0], notes=True)
        notes = page.locator(".st-key-lesson_notes")
        assert word_in(language, f"lesson_{step.name}_notes") in notes.inner_text()
        check_sight(page)
        assert bar.bounding_box()["y"] == place["y"]
        page.keyboard.press("ArrowRight")
    # Behind the last step there is none; the next key waits, as a hand does, until that is drawn.
    page.wait_for_timeout(PAUSE)
    settle(page, language, STEPS[-1], STEPS[-1].parts[0], notes=True)
    page.keyboard.press("n")
    for step in STEPS[::-1]:
        settle(page, language, step, step.parts[0])
        check_place(page, step, step.parts[0])
        page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(PAUSE)
    settle(page, language, STEPS[0], STEPS[0].parts[0])


def write_own_text(page, language):
    tab_to(page, word_in(language, "lesson_change_text"))
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.tagName === 'TEXTAREA'")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(OWN_TEXT)
    page.keyboard.press("Control+Enter")
    page.locator(".lesson-text").get_by_text(OWN_TEXT).wait_for()
    page.locator("[data-testid=stPopoverBody]").wait_for(state="detached")


def speak_another_language_and_back(page, language, step, part):
    """Esc ends the presentation, the other language and back, the presentation again."""
    page.keyboard.press("Escape")
    page.locator("[data-testid=stSidebar]").wait_for()
    check_sight(page, smallest=0)
    # Streamlit's group of radio buttons is entered at its first one, whichever is chosen.
    tab_to(page, LANGUAGE_NAMES["ja"])
    for spoken in ("en", "ja") if language == "ja" else ("ja", "en"):
        if page.evaluate(FOCUSED) != LANGUAGE_NAMES[spoken]:
            page.keyboard.press("ArrowRight" if spoken == "en" else "ArrowLeft")
        page.keyboard.press("Space")
        settle(page, spoken, step, part, revealed=True)
        check_place(page, step, part, revealed=True)
        check_sight(page, smallest=0)
    tab_to(page, word_in(language, "present"))
    page.keyboard.press("Space")
    page.locator(".st-key-presentation button").wait_for()
    settle(page, language, step, part, revealed=True)


@pytest.mark.parametrize(("language", "own_at"), [("ja", "attention"), ("en", "padding")])
def test_the_whole_lesson_by_keyboard_on_a_projector(open_page, ours, language, own_at):
    page = open_page(f"/lesson?present=1&lang={language}", ready=[".lesson-question", ".dot"])
    settle(page, language, STEPS[0], STEPS[0].parts[0])
    check_arrows_and_notes(page, language)
    values = values_of(ours, UDON)
    for step in STEPS:
        for part in step.parts:
            for revealed in (False, True):
                settle(page, language, step, part, revealed=revealed)
                check_place(page, step, part, revealed=revealed)
                check_said(page, language, step, part, values, revealed=revealed)
                check_sight(page)
                if (step.name, part, revealed) == (own_at, step.parts[0], True):
                    write_own_text(page, language)
                    values = values_of(ours, OWN_TEXT)
                    settle(page, language, step, part, revealed=True)
                    check_place(page, step, part, revealed=True)
                    check_said(page, language, step, part, values, revealed=True)
                    check_sight(page)
                if (step.name, part, revealed) == ("lstm", "softmax", True):
                    speak_another_language_and_back(page, language, step, part)
                page.keyboard.press("Enter")
    assert page.locator("[data-testid=stException], [data-testid=stAlert]").count() == 0
