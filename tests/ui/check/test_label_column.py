"""Where the chosen column holds no labels, the page says what to choose instead."""

from core.ui.shell.as_written import escape_markdown
from core.words.lookup import WORDS
from tests.ui.pages import open_page, says

IDS = "".join(
    f"清水寺へ行き、うどんを食べた。,id_{n},{'京都' if n % 2 else 'グルメ'}\n" for n in range(60)
)


def upload(content):
    page = open_page("check", source="upload")
    page.file_uploader(key="check_uploader").upload("a.csv", content.encode())
    return page.run()


def box(page, label):
    (found,) = [one for one in page.selectbox if one.label == WORDS[label]["ja"]]
    return found


def warned(page):
    return [one.value for one in page.warning if "種類の値があり" in one.value]


def test_another_column_is_named_and_with_it_nothing_is_said():
    page = upload(f"本文,**番号**,分類\n{IDS}")
    assert warned(page) == []
    page = box(page, "check_column_label").set_value("**番号**").run()
    sentence = WORDS["check_no_labels_but"]["ja"].format(
        column=escape_markdown("**番号**"), kinds=60, known=0, better="分類"
    )
    assert warned(page) == [sentence]
    # No matrix without a row to judge.
    assert says(page, WORDS["check_matrix_unlabelled"]["ja"])
    page = box(page, "check_column_label").set_value("分類").run()
    assert warned(page) == []


def test_where_no_column_holds_labels_none_is_to_be_chosen():
    page = upload("本文,label\n" + "".join(f"{n}回目の雨が降った。,{n}\n" for n in range(60)))
    assert warned(page) == [
        WORDS["check_no_labels"]["ja"].format(column="label", kinds=60, known=0)
    ]
    assert warned(box(page, "check_column_label").set_value("").run()) == []


def test_a_long_label_is_cut_in_the_list_of_the_rows():
    rows = "".join(f"{n}回目も清水寺へ行った。,{n}{'長' * 1_000}\n" for n in range(3))
    page = upload(f"本文,label\n{rows}")
    shown = [one.proto.body for one in page.get("html") if "0長" in one.proto.body]
    assert len(shown) == 1
    assert f"0{'長' * 199}…" in shown[0]
