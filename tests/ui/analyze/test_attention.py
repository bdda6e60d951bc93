"""The panel 注目の効果 on the page 分析, driven through Streamlit's AppTest."""

from core.words.lookup import WORDS
from tests.check_records import ATTENTION
from tests.ui.analyze.panel_scripts import last_chart, rows
from tests.ui.pages import open_app, says


def test_the_accuracies_of_every_attention_are_drawn(with_checks):
    with_checks(attention=ATTENTION)
    page = open_app(panel="attention")
    assert not page.exception
    shown = rows(page, "interval")
    assert shown["accuracy"].tolist() == [0.70, 0.65, 0.7033, 0.75]
    assert shown["interval"].tolist() == [
        "0.620–0.780",
        "0.570–0.730",
        "0.620–0.790",
        "0.680–0.820",
    ]


def test_a_difference_is_told_from_the_noise_in_words(with_checks):
    with_checks(attention=ATTENTION)
    page = open_app(panel="attention")
    sentences = [
        WORDS[f"buys_{verdict}"]["ja"].format(
            variant=WORDS[f"buys_variant_{name}"]["ja"], difference=difference, low=low, high=high
        )
        for name, verdict, difference, low, high in (
            ("uniform", "worse", "−0.050", "−0.080", "−0.020"),
            ("none", "same", "＋0.003", "−0.020", "＋0.030"),
            ("unmasked", "better", "＋0.050", "＋0.010", "＋0.090"),
        )
    ]
    for sentence in sentences:
        assert says(page, sentence)
        assert sentence in last_chart(page).alt
    assert "いつも最多の分類 0.375" in last_chart(page).alt
    assert says(page, "406 文")


def test_trainings_that_overlap_tell_no_difference(with_checks):
    variants = ATTENTION["variants"]
    # As its interval says, uniform is worse; one of its trainings is as good as one of learned.
    uniform = {**variants["uniform"], "accuracies": [0.65, 0.66, 0.69]}
    with_checks(attention={**ATTENTION, "variants": {**variants, "uniform": uniform}})
    assert says(
        open_app(panel="attention"),
        WORDS["buys_same"]["ja"].format(
            variant=WORDS["buys_variant_uniform"]["ja"],
            difference="−0.050",
            low="−0.080",
            high="−0.020",
        ),
    )


def test_both_sides_of_the_debate_are_heard(with_checks):
    with_checks()
    page = open_app(panel="attention")
    assert says(page, "Jain & Wallace 2019")
    assert says(page, "Wiegreffe & Pinter 2019")


def test_the_stored_variants_all_have_words(default):
    stored = default.report.check("attention")["variants"]
    assert all(f"buys_variant_{name}" in WORDS for name in (*stored, "pretrained"))
