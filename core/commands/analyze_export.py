"""`analyze --export`: what the page shows of one text, as a file that opens anywhere."""

from functools import partial
from pathlib import Path

from core.analyzer import Analyzer
from core.explain.explanation import Analysis
from core.files import replace_file
from core.types import UNITS
from core.view.highlight import SCALES
from core.view.html.analysis import analysis_html
from core.view.pictures.chart_svg import svg_png
from core.view.pictures.token_strip import token_strip_svg
from core.words.lookup import person_language, word_in


def export_analysis(path: Path, analyzer: Analyzer, analysis: Analysis, *, unit: str | None) -> str:
    """Write an analysis as HTML with all methods, or its text as SVG or PNG, by the file's ending.

    Args:
        unit: one of `core.types.UNITS`, the first unless said otherwise.

    Returns:
        The size of the file in words.

    Raises:
        FileUnwritableError: the folder cannot be written to.
    """
    content = _content(path.suffix.lower(), analyzer, analysis, unit=unit or UNITS[0])
    with replace_file(path) as temporary:
        temporary.write_bytes(content)
    return f"{len(content) / 1000:,.0f} kB"


def _content(suffix: str, analyzer: Analyzer, analysis: Analysis, *, unit: str) -> bytes:
    language, attribution = person_language(), analysis.attribution
    word = partial(word_in, language)
    if suffix == ".html":
        explanation = analyzer.explain(attribution.tokenized, target=attribution.target, unit=unit)
        page = analysis_html(
            explanation,
            analyzer.bundle,
            method=attribution.method,
            scale=SCALES[0],
            language=language,
            word=word,
            report=analyzer.report,
        )
        return page.encode()
    drawing = token_strip_svg(
        analysis, analyzer.bundle, scale=SCALES[0], unit=unit, theme="light", word=word
    )
    return drawing.encode() if suffix == ".svg" else svg_png(drawing)
