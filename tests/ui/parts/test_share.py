"""Links and files of the page 分析, driven through Streamlit's AppTest."""

import json
from urllib.parse import parse_qs

import pytest

from core.analyzer import Analyzer
from core.lab.edits import Edit
from core.paths import MODELS
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.loaders import ARTICLE_EXAMPLES
from core.view.json.shared_view import SharedView, replay_edits, write_shared_file
from tests.ui.pages import component, new_app, open_app, submit

UDON = ARTICLE_EXAMPLES["グルメ"]
TEXT = "*清水寺* & <b>$金閣寺$</b>\nへ行った。"
EDITS = (
    Edit(operation="replace", tokens=(1,), replacement="銀閣寺"),
    Edit(operation="unk", tokens=(0,)),
)


@pytest.fixture(scope="module")
def analyzer():
    return Analyzer.load(MODELS / "default")


@pytest.fixture(scope="module")
def view(analyzer):
    return SharedView(
        page="analyze",
        text=TEXT,
        model="default",
        sha256=analyzer.bundle.sha256,
        lang="ja",
        method="output_max",
        target="スポーツ",
        unit="word",
        panel="padding",
        edits=EDITS,
    )


def open_page(query=(), *, popover=False):
    page = new_app(**dict(query))
    page.session_state["visits_popover"] = popover
    return page.run()


def shown(page):
    return "".join(part["text"] for part in component(page, "token_view")["segments"])


def link(page):
    """What the button would copy, as the browser that opens it sends it."""
    return {name: values[-1] for name, values in parse_qs(component(page, "link")["query"]).items()}


def upload(page, content):
    page.file_uploader[0].upload("view.json", content).run()
    assert not page.exception
    return page


def warnings(page):
    # The warning of the method "output_max" is always there.
    return [w.value.replace("\\", "") for w in page.warning if "重みではありません" not in w.value]


def test_a_link_restores_text_choices_and_edits(analyzer, view):
    page = open_page(view.to_query())
    assert not page.exception
    assert page.text_area(key="text").value == TEXT
    assert shown(page) == replay_edits(analyzer, TEXT, EDITS).present.text
    assert page.selectbox(key="method").value == "output_max"
    assert page.selectbox(key="target").value == "スポーツ"
    assert page.segmented_control(key="unit").value == "word"
    assert page.segmented_control(key="panel").value == "padding"
    assert warnings(page) == []
    # The button gives the same link again, and what has a default too.
    assert link(page).items() >= view.to_query().items()
    page.button(key="undo").click().run()
    assert link(page)["edits"] == '[["replace",[1],"銀閣寺"]]'
    assert len(page.query_params["edits"]) > len(link(page)["edits"])


def test_the_address_holds_the_text_only_while_it_is_shown(view):
    page = open_page(view.to_query())
    page.selectbox(key="method").set_value("attention").run()
    assert page.query_params["text"] == TEXT
    page.button(key="example_2").click().run()
    assert page.text_area(key="text").value == ARTICLE_EXAMPLES["京都"]
    assert shown(page) == ARTICLE_EXAMPLES["京都"]
    assert page.query_params.keys() & {"text", "edits", "sha256"} == set()
    assert link(page)["text"] == ARTICLE_EXAMPLES["京都"]
    assert "edits" not in link(page)


def test_typing_takes_the_text_out_of_the_address(view):
    page = open_page(view.to_query())
    submit(page, "寺")
    assert shown(page) == "寺"
    assert "text" not in page.query_params


def test_a_visit_without_a_link_never_puts_a_text_into_the_address():
    page = open_page()
    page.button(key="example_2").click().run()
    assert "text" not in page.query_params
    assert link(page)["text"] == ARTICLE_EXAMPLES["京都"]


def test_the_text_survives_another_page():
    page = open_page()
    page.button(key="example_2").click().run()
    page.switch_page("pages/check.py").run()
    page.switch_page("pages/analyze.py").run()
    assert shown(page) == ARTICLE_EXAMPLES["京都"]


def test_another_checksum_is_announced_and_edits_are_left_out(view):
    page = open_page(view.to_query() | {"sha256": "0" * 16})
    other, edits = warnings(page)
    assert other.endswith("default 00000000")
    assert edits.endswith(": 2")
    assert shown(page) == TEXT
    # The models of the menu are named for what they are.
    page.selectbox(key="model").set_value("article").run()
    assert warnings(page) == []
    assert "sha256" not in page.query_params


def test_a_missing_model_is_announced_and_its_name_is_no_markdown(view):
    name = "![x](http://example.com/x.png)"
    page = open_page(view.to_query() | {"model": name, "edits": ""})
    (_,) = warnings(page)
    assert page.warning[0].value.endswith(escape_markdown(name))
    assert "![" not in page.warning[0].value
    assert page.selectbox(key="model").value == "default"
    assert shown(page) == TEXT


@pytest.mark.parametrize(
    ("query", "said", "text"),
    [
        ({"text": "寺" * 301}, "受け取った文字数: 301", UDON),
        ({"text": TEXT, "edits": "[" * 301}, "受け取った文字数: 301", UDON),
        ({"text": TEXT, "edits": '[["delete",[0]]]'}, '受け取ったもの: [["delete",[0]]]', TEXT),
    ],
)
def test_a_broken_link_is_one_sentence(query, said, text):
    page = open_page(query)
    assert not page.exception
    (warning,) = warnings(page)
    assert warning.endswith(said)
    assert shown(page) == text
    assert [w.replace("\\", "") for w in warnings(page.run())] == [warning]


def test_edits_of_tokens_that_are_not_there_are_one_sentence():
    page = open_page({"text": TEXT, "edits": '[["delete",[99],""]]'})
    assert not page.exception
    assert next(info.value for info in page.info).startswith("トークンの編集を復元できないので")
    assert shown(page) == TEXT


def test_a_text_too_long_for_a_link_is_saved_in_a_file(view):
    page = open_page(view.to_query())
    submit(page, "寺へ行った。" * 51)
    data = component(page, "link")
    assert data["query"] is None
    assert "受け取った文字数: 306" in data["reason"]


def test_a_file_restores_the_view_in_another_visit(analyzer, view):
    content = write_shared_file(view)
    page = upload(open_page({"scale": "absolute"}, popover=True), content)
    assert shown(page) == replay_edits(analyzer, TEXT, EDITS).present.text
    assert page.selectbox(key="method").value == "output_max"
    assert page.selectbox(key="target").value == "スポーツ"
    assert page.segmented_control(key="scale").value == "relative"
    assert "text" not in page.query_params
    assert link(page).items() >= view.to_query().items()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"schema": 2}, "(読めるのは 1): 2"),
        ({"text": 7}, "壊れています(TypeError)"),
        ({"choices": {"method": "magic"}}, "知らない見方です: magic"),
        ({"choices": {"target": "*犬*"}}, "このモデルにないラベルです: *犬*"),
    ],
)
def test_a_file_that_cannot_be_opened_is_one_sentence_and_loses_nothing(view, change, said):
    page = open_page(view.to_query(), popover=True)
    before = shown(page), dict(page.query_params)
    page = upload(page, json.dumps(view.to_json() | change).encode())
    (error,) = page.error
    assert said in error.value.replace("\\", "")
    assert (shown(page), dict(page.query_params)) == before


def test_a_file_of_another_model_is_announced(view):
    content = write_shared_file(view).replace(view.sha256.encode(), b"0" * 64)
    page = upload(open_page(popover=True), content)
    other, edits = warnings(page)
    assert other.endswith("default 00000000")
    assert edits.endswith("受け取ったもの: 2")
    assert shown(page) == TEXT


def test_a_link_of_the_lesson_holds_its_place(analyzer):
    page = open_app()
    page.switch_page("pages/lesson.py")
    page.query_params.clear()
    shared = {"text": TEXT, "model": "default", "step": "2", "answer": "1"}
    page.query_params |= {**shared, "sha256": "0" * 16}
    page.run()
    assert not page.exception
    assert warnings(page)[0].endswith("default 00000000")
    # The language is the page's, the checksum that of the model that answers.
    expected = {**shared, "lang": "ja", "sha256": analyzer.bundle.sha256[:16]}
    data = component(page, "lesson_link")
    assert {n: v[-1] for n, v in parse_qs(data["query"]).items()} == expected
