"""`python -m core bench explain`: every method beside the packages shap and lime."""

import argparse
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands.common import DEFAULT_MODEL, Record, Subparsers, number, progress_bar
from core.commands.output import print_record
from core.errors import NoSentencesError
from core.paths import DATA

if TYPE_CHECKING:
    import numpy as np

    from core.analyzer import Analyzer
    from core.types import PositionScores

_SAMPLES = DATA / "samples.csv"
_SIZES = (20, 66)  # tokens
_TIMES_FASTER = 20  # what is aimed at
_FEW_STEPS = 4  # of integrated gradients: not what is shown, but what a hurried one is worth

# What one text came to: "methods" and "packages", each explainer's figures by its name.
_Measured = Mapping[str, Mapping[str, Record]]


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "explain", help="time and judge every method beside shap and lime on the same model"
    )
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL, metavar="DIR")
    parser.add_argument(
        "--texts", type=number(int, 1), default=5, help="how many of 20 and of 66 tokens, at most"
    )
    parser.add_argument(
        "--runs", type=number(int, 1), default=3, help="of each of our methods; the median counts"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from threadpoolctl import threadpool_limits

    from core.analyzer import Analyzer
    from core.commands.bench.other_explainers import PACKAGES, check_packages

    check_packages()
    analyzer = Analyzer.load(arguments.model)
    texts = {
        size: _texts_of(analyzer, size, count=arguments.texts)
        for size in _SIZES
        if size <= analyzer.bundle.model.sequence_length
    }
    sizes = {}
    with progress_bar() as bar, threadpool_limits(limits=1):  # one core for all of them
        task = bar.add_task("texts", total=sum(map(len, texts.values())), note="")
        for size, of_size in texts.items():
            measured: list[_Measured] = []
            for text in of_size:
                # The first text shows everybody what it is about; only then the clock counts.
                if not measured:
                    _measure(analyzer, text, runs=1)
                measured.append(_measure(analyzer, text, runs=arguments.runs))
                bar.advance(task)
            sizes[str(size)] = {"texts": of_size, **_summary(measured)}
    record = {
        "schema": 1,
        "model": {"name": analyzer.bundle.name, "sha256": analyzer.bundle.sha256},
        "packages": {package: version(package) for package in PACKAGES},
        "runs": arguments.runs,
        "times_faster": _TIMES_FASTER,
        "sizes": sizes,
        "command": arguments.command_line,
    }
    print_record(arguments, record, _table)
    return 0


def _texts_of(analyzer: "Analyzer", size: int, *, count: int) -> list[str]:
    """Return the first texts of exactly so many tokens: samples, joined where one is too short.

    Every character of theirs belongs to one token: the packages want it so. There may be fewer
    than `count`.
    """
    from core.data.dataset import read_samples

    samples = [example.text for example in read_samples(_SAMPLES)]
    found: list[str] = []
    start = 0
    while start < len(samples) and len(found) < count:
        text, end = samples[start], start + 1
        while len(tokens := analyzer.tokenizer.tokenize(text).tokens) < size and end < len(samples):
            text, end = text + samples[end], end + 1
        pieces = "".join(text[token.start : token.end] for token in tokens)
        if len(tokens) < size:
            break  # all that are left are too few
        if len(tokens) == size and pieces == text:
            found.append(text)
            start = end
        else:
            start += 1
    if not found:
        raise NoSentencesError(tokens=size)
    return found


def _measure(analyzer: "Analyzer", text: str, *, runs: int) -> _Measured:
    """Explain one text's predicted label by all methods and packages; time and judge them."""
    from core.commands.bench.other_explainers import PACKAGES, TextModel
    from core.explain.faithfulness import judge, random_band
    from core.explain.methods.integrated_gradients import integrated_gradients
    from core.explain.methods.registry import METHODS
    from core.text.align import seen_token_ids, token_scores

    classifier = analyzer.classifier
    encoded = analyzer.encode(analyzer.tokenize(text))
    token_ids = seen_token_ids(encoded)  # (T,)
    model = TextModel(classifier, analyzer.tokenizer, window=analyzer.bundle.model.sequence_length)
    target = int(model([text])[0].argmax())
    band = random_band(classifier, token_ids, target)
    hurried = partial(integrated_gradients, num_steps=_FEW_STEPS, max_steps=_FEW_STEPS)
    methods: dict[str, Callable[..., PositionScores]] = {
        **{name: method.score for name, method in METHODS.items()},
        f"integrated_gradients:{_FEW_STEPS}": hurried,
    }

    def own_scores(score: "Callable[..., PositionScores]") -> "np.ndarray":
        return token_scores(score(classifier, encoded, target), encoded)

    def row(explain: "Callable[[], np.ndarray]", times: int) -> Record:
        before = model.num_texts
        scores, seconds = _timed(explain, times)
        faithfulness = judge(classifier, token_ids, scores, target, band=band)
        return {
            "seconds": seconds,
            "asked": model.num_texts - before,
            "comprehensiveness": faithfulness.comprehensiveness,
            "verdict": faithfulness.verdict,
        }

    return {
        "methods": {name: row(partial(own_scores, score), runs) for name, score in methods.items()},
        "packages": {
            name: row(partial(explain, model, text, target), 1)
            for name, explain in PACKAGES.items()
        },
    }


def _timed(explain: "Callable[[], np.ndarray]", times: int) -> tuple["np.ndarray", float]:
    """Return the last answer and the median of the seconds."""
    seconds = []
    for _ in range(times):
        started = time.perf_counter()
        answer = explain()
        seconds.append(time.perf_counter() - started)
    return answer, statistics.median(seconds)


def _summary(measured: Sequence[_Measured]) -> _Measured:
    """Bring the texts of one size together: median of the seconds, mean of the rest.

    A method also gets the ratio of the times, and whether it is at least as good and so much
    faster.
    """
    summary = {
        kind: {
            name: {
                "seconds": statistics.median(
                    of_text[kind][name]["seconds"] for of_text in measured
                ),
                "comprehensiveness": statistics.mean(
                    of_text[kind][name]["comprehensiveness"] for of_text in measured
                ),
                "good": sum(of_text[kind][name]["verdict"] == "good" for of_text in measured),
            }
            for name in names
        }
        for kind, names in measured[0].items()
    }
    packages = summary["packages"]
    for name, row in packages.items():
        counts = (of_text["packages"][name]["asked"] for of_text in measured)
        row["asked"] = round(statistics.mean(counts))
    for row in summary["methods"].values():
        row["times_faster"] = {
            name: package["seconds"] / row["seconds"] for name, package in packages.items()
        }
        row["reached"] = {
            name: row["times_faster"][name] >= _TIMES_FASTER
            and row["comprehensiveness"] >= package["comprehensiveness"]
            for name, package in packages.items()
        }
    return summary


def _table(record: Record) -> str:
    """Lay the explainers out in columns, one block for every number of tokens."""
    versions = record["packages"]
    lines = [
        f"model:  {record['model']['name']} ({record['model']['sha256'][:12]}), on one core; "
        + ", ".join(f"{package} {number}" for package, number in versions.items()),
        f"target: at least {record['times_faster']} times faster at the same or a better "
        "comprehensiveness",
    ]
    for size, block in record["sizes"].items():
        count = len(block["texts"])
        lines += [
            "",
            f"{size} tokens, {count} texts: {block['texts'][0]}" + " …" * (count > 1),
            f"{'':<25} {'ms':>9} {'comprehensiveness':>18} {'good':>6}"
            + "".join(f" {'× ' + package:>8}" for package in versions)
            + "  target reached against",
        ]
        for name, row in block["methods"].items():
            ratios = "".join(f" {row['times_faster'][package]:>8.1f}" for package in versions)
            reached = ", ".join(package for package in versions if row["reached"][package])
            lines.append(f"{_figures(name, row, count)}{ratios}  {reached}".rstrip())
        for name, row in block["packages"].items():
            lines.append(
                f"{_figures('package ' + name, row, count)}  {row['asked']} texts asked about"
            )
    return "\n".join(lines)


def _figures(name: str, row: Record, count: int) -> str:
    good = f"{row['good']}/{count}"
    return f"{name:<25} {1000 * row['seconds']:>9.1f} {row['comprehensiveness']:>18.3f} {good:>6}"
