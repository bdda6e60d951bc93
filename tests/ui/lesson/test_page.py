"""The page 授業: its frame and the steps 1 and 2 with the shipped models, through AppTest."""

import html
import re

from core.ui.lesson import frame
from core.ui.lesson.place import Place, onward, to_step
from core.ui.lesson.steps import STEPS
from core.ui.shell.loaders import ARTICLE_EXAMPLES
from core.view.html.styles import COSINES_STYLE, LESSON_STYLE
from core.words.lookup import WORDS
from tests.ui.pages import checked, open_app, send_event

UDON = ARTICLE_EXAMPLES["グルメ"]
CHANGED = "㍿のﾗｰﾒﾝ🤣"


def open_lesson(**address):
    page = open_app()
    page.switch_page("pages/lesson.py")
    page.query_params.clear()
    page.query_params |= address
    return checked(page.run())


def drawn(page):
    """The HTML that the lesson draws, without the styles."""
    return "".join(
        element.proto.body
        for element in page.get("html")
        if not element.proto.body.startswith(("<style", "<script"))
    )


def plain(markup):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", markup)))


def written(page):
    return " ".join(element.value for element in page.markdown)


def address(page):
    keys = ("step", "part", "answer", "notes")
    return {key: page.query_params[key] for key in keys if key in page.query_params}


def press(page, key):
    """Send what the browser sends when a key of the lesson is pressed."""
    return checked(send_event(page, "lesson_keys", "key", key))


def use_text(page, text):
    page.text_area(key="lesson_field").set_value(text)
    button = next(b for b in page.button if b.label == WORDS["analyze_button"]["ja"])
    return checked(button.click().run())


def test_every_style_sheet_of_the_lesson_is_there_once():
    written = [element.proto.body for element in open_lesson().get("html")]
    for path in (LESSON_STYLE, COSINES_STYLE):
        assert written.count(f"<style>{path.read_text(encoding='utf-8')}</style>") == 1


def test_enter_alone_leads_through_every_question_and_answer():
    place, seen = Place(), []
    while not seen or place != seen[-1]:
        seen.append(place)
        place = onward(place)
    assert [(place.step.name, place.part, place.revealed) for place in seen] == [
        (step.name, part, revealed)
        for step in STEPS
        for part in step.parts
        for revealed in (False, True)
    ]


def test_a_step_begins_with_its_first_question_and_keeps_the_notes():
    place = Place(number=2, part="shift", revealed=True, notes=True)
    assert to_step(place, 3) == Place(number=3, part=STEPS[2].parts[0], notes=True)
    assert to_step(place, 0) == to_step(place, len(STEPS) + 1) == place


def test_every_question_has_its_words():
    keys = [f"lesson_{step.name}_{part}_ask" for step in STEPS for part in step.parts]
    keys += [f"lesson_{step.name}_{word}" for step in STEPS for word in ("title", "notes")]
    assert [key for key in keys if key not in WORDS] == []
    assert [step.parts for step in STEPS if not 1 <= len(step.parts) <= 4] == []


def test_the_address_opens_the_lesson_and_every_control_keeps_the_place():
    page = open_lesson(step="2", part="shift", answer="1", notes="1", lang="ja")
    assert "2/7 番号と余白 問い 3/3" in plain(drawn(page))
    assert WORDS["lesson_padding_notes"]["ja"] in written(page)

    page = use_text(page, CHANGED)
    assert CHANGED in plain(drawn(page))
    page = checked(page.segmented_control(key="lang").set_value("en").run())
    page = checked(page.selectbox(key="model").set_value("article").run())
    assert "2/7 Numbers and padding question 3/3" in plain(drawn(page))
    assert address(page) == {"step": "2", "part": "shift", "answer": "1", "notes": "1"}
    assert CHANGED in plain(drawn(page))


def test_keys_and_buttons_move_alike_and_the_address_leaves_out_the_first():
    page = open_lesson(step="9", part="shift", answer="yes", lang="ja")
    assert "1/7 文を切る 問い 1/2" in plain(drawn(page))
    assert page.button(key="lesson_back").disabled
    page = press(page, "onward")
    assert address(page) == {"answer": "1"}
    page = checked(page.button(key="lesson_onward").click().run())
    assert address(page) == {"part": "changes"}
    page = press(press(page, "notes"), "onward")
    assert address(page) == {"part": "changes", "answer": "1", "notes": "1"}
    page = checked(page.button(key="lesson_forward").click().run())
    assert address(page) == {"step": "2", "notes": "1"}
    assert address(press(press(page, "notes"), "back")) == {}


def test_step_1_shows_the_cuts_only_with_the_answer(default):
    page = open_lesson(lang="ja")
    assert UDON in plain(drawn(page))
    page = press(page, "onward")
    pieces = [token.piece for token in default.tokenize(UDON).tokens]
    assert " ".join(pieces) in plain(drawn(page)).replace("  ", " ")
    assert f"{len(UDON)} 文字が {len(pieces)} 個" in written(page)


def test_step_1_says_what_was_read_instead_and_brings_an_example_where_nothing_was():
    page = open_lesson(part="changes", answer="1", lang="ja")
    assert WORDS["lesson_pieces_unchanged"]["ja"] in written(page)
    assert "ﾗｰﾒﾝ → ラーメン" in plain(drawn(page))
    page = use_text(page, CHANGED)
    for change in ("㍿ → 株式会社", "ﾗｰﾒﾝ → ラーメン", "🤣 → 〈unk〉"):
        assert change in plain(drawn(page))
    assert WORDS["lesson_pieces_example_label"]["ja"] not in written(page)


def test_step_2_gives_the_ids_the_padding_and_the_shift_of_encode(default):
    tokenized = default.tokenize(UDON)
    token_index = default.encode(tokenized).token_index[0].tolist()
    page = open_lesson(step="2", answer="1", lang="ja")
    ids = " ".join(f"{token.piece} {token.id}" for token in tokenized.tokens)
    assert ids in plain(drawn(page)).replace("  ", " ")

    page = press(page, "onward")
    assert "**default** の窓は 128 席、文は 20 トークン" in written(page)
    assert "108" not in plain(drawn(page))  # not before the answer
    page = press(page, "onward")
    assert "**default**: 128 席 = **余白 108**" in written(page)
    assert "**article**: 66 席 = **余白 46**" in written(page)
    assert [drawn(page).count(f"flex: {count} 1 0") for count in (108, 46, 1)] == [1, 1, 40]

    page = press(press(page, "onward"), "onward")
    place = token_index.index(2) + 1
    assert f"{place} - 108 = **3 番目**のトークン「おいしい」" in written(page)
    assert f" {place} 3 おいしい " in plain(drawn(page)).replace("  ", " ")


def test_a_text_longer_than_the_window_has_no_padding_and_says_what_is_cut(default):
    page = use_text(open_lesson(step="2", part="window", answer="1", lang="ja"), UDON * 7)
    assert len(default.tokenize(UDON * 7).tokens) == 140
    assert "**default**: 128 席 = **余白 0** + トークン 128(うしろの 12 トークン" in written(page)


def test_the_lesson_goes_on_without_the_articles_model_and_without_a_text(monkeypatch):
    monkeypatch.setattr(frame, "model_names", lambda: ["default"])
    page = open_lesson(step="2", part="window", lang="ja")
    assert WORDS["lesson_padding_no_article"]["ja"] in written(page)
    page = use_text(page, "　")
    assert len(page.error) == 1
    assert address(press(page, "forward")) == {"step": "3"}


def test_what_a_class_writes_stays_text():
    page = use_text(open_lesson(lang="ja"), "<script>alert(1)</script>うどん")
    for page_now in (page, press(page, "onward")):
        assert "<script>" not in drawn(page_now)
    assert "&lt;" in drawn(page)
