"""A panel of 分析 without the page around it, and what its tests read off it."""

from tests.ui.analyze_page import UDON
from tests.ui.pages import checked, new_script, tables

SNOW = "スノボ行こうよ〜今年は雪多いって"


def _draw(panel, model, text, chosen):
    """Run by AppTest as a script of its own: the panel without the page around it."""
    from importlib import import_module

    from core.ui.analyze.controls import Choices
    from core.ui.shell.loaders import get_analyzer

    analyzer = get_analyzer(model)
    tokenized = analyzer.tokenize(text)
    draw = getattr(import_module(f"core.ui.analyze.{panel}"), f"{panel}_panel")
    choices = {
        "method": "attention",
        "target": analyzer.predict([tokenized])[0].label,
        "scale": "relative",
        "unit": "piece",
        "probabilities": "calibrated",
    }
    draw(analyzer, tokenized, Choices(**{**choices, **chosen}))


def open_panel(panel, *, text=UDON, model="default", methods=None, **chosen):
    """Draw a panel; `chosen` are other `Choices` than those that a page begins with."""
    page = new_script(_draw, panel, model, text, chosen)
    if methods is not None:
        page.query_params["methods"] = methods
    return checked(page.run())


def statuses(data):
    return [segment["status"] for segment in data["segments"] if segment["status"]]


def expected_statuses(analysis):
    tokens = analysis.prediction.tokenized.tokens
    return [
        f"{token.piece} {score:.4f}({rank:g} 位)"
        for token, score, rank in zip(
            tokens, analysis.attribution.token_scores, analysis.ranking.rank, strict=True
        )
    ]


def chart(page, alt):
    """The only chart whose description begins like that."""
    (found,) = [c.proto for c in page.get("vega_lite_chart") if c.proto.alt.startswith(alt)]
    return found


def last_chart(page):
    return page.get("vega_lite_chart")[-1].proto


def rows(page, column):
    """The rows of the last chart's table that has this column."""
    return next(table for table in tables(last_chart(page)) if column in table)
