"""`python -m core checks report`: everything about a model on some rows, on one page to print."""

import argparse
from datetime import datetime
from functools import partial
from pathlib import Path

from core.commands.common import Subparsers, progress_bar
from core.commands.label_lines import label_lines
from core.commands.measuring import add_model_argument
from core.commands.rows import add_rows_arguments, read_rows
from core.errors import LANGUAGES
from core.paths import DATA
from core.words.lookup import person_language


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "report", help="write all findings about a model into one HTML file"
    )
    add_model_argument(parser)
    parser.add_argument(
        "--other", type=Path, metavar="DIR", help="a second model, asked about the same rows"
    )
    add_rows_arguments(parser)
    parser.add_argument("--cases", type=Path, default=DATA / "behaviour", metavar="DIR")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument(
        "--lang", choices=LANGUAGES, default=person_language(), help="of the report"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from core.analyzer import Analyzer
    from core.batch.table import predict_frame
    from core.checks.behaviour import read_cases
    from core.checks.report import collect_report
    from core.files import check_new_file, write_text
    from core.view.html.report import report_html
    from core.words.lookup import word_in

    # A minute of work is not to end in a file that cannot be written.
    check_new_file(arguments.out)
    analyzer = Analyzer.load(arguments.model)
    other = None if arguments.other is None else Analyzer.load(arguments.other)
    cases = read_cases(arguments.cases)
    keep_tags = analyzer.bundle.train.keep_tags
    rows = read_rows(arguments, keep_tags=keep_tags, labels=analyzer.labels)
    with progress_bar() as bar:
        task = bar.add_task("rows", total=len(rows.table), note="")

        def show_progress(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        result = predict_frame(
            analyzer,
            rows.table,
            rows.columns,
            source=rows.source,
            reading=rows.reading,
            on_progress=show_progress,
        )
        bar.update(task, description="findings")
        report = collect_report(
            analyzer,
            result,
            made_at=datetime.now().astimezone(),
            cases=cases,
            other=other,
            on_progress=show_progress,
        )
    page = report_html(report, language=arguments.lang, word=partial(word_in, arguments.lang))
    write_text(arguments.out, page)
    print(f"{arguments.out}: {len(page.encode()) / 1000:,.0f} kB")
    for line in label_lines(report.labels.record()):
        print(line)
    return 0
