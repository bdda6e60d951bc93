"""`python -m core bench explain`: every method beside the packages shap and lime."""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from core.commands.common import DEFAULT_MODEL, number, progress_bar
from core.errors import NoSentencesError
from core.paths import DATA

_SAMPLES = DATA / "samples.csv"
_SIZES = (20, 66)  # tokens
_TIMES_FASTER = 20  # what is aimed at


def add_parser(subparsers) -> None:
    parser = subparsers.add_parser(
        "explain", help="time and judge every method beside shap and lime on the same model"
    )
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL, metavar="DIR")
    parser.add_argument(
        "--texts", type=number(int, 1), default=3, help="how many of 20 and of 66 tokens"
    )
    parser.add_argument(
        "--runs", type=number(int, 1), default=5, help="of each of our methods; the median counts"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from threadpoolctl import threadpool_limits

    from core.analyzer import Analyzer
    from core.other_explainers import PACKAGES, check_packages

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
            measured = []
            for text in of_size:
                # The first text shows everybody what it is about; only then the clock counts.
                if not measured:
                    _measure(analyzer, text, runs=1)
                measured.append(_measure(analyzer, text, runs=arguments.runs))
                bar.advance(task)
            sizes[str(size)] = {"texts": of_size, "explainers": _summary(measured)}
    record = {
        "schema": 1,
        "model": {"name": analyzer.bundle.name, "sha256": analyzer.bundle.sha256},
        "packages": {package: version(package) for package in PACKAGES},
        "runs": arguments.runs,
        "times_faster": _TIMES_FASTER,
        "sizes": sizes,
        "command": arguments.command_line,
    }
    print(json.dumps(record, ensure_ascii=False) if arguments.json else _table(record))
    return 0


def _texts_of(analyzer, size: int, *, count: int) -> list[str]:
    """Return the first texts of exactly so many tokens: samples, joined where one is too short.

    Every character of theirs belongs to one token: the packages want it so.
    """
    from core.dataset import read_samples

    samples = [example.text for example in read_samples(_SAMPLES)]
    found: list[str] = []
    start = 0
    while start < len(samples) and len(found) < count:
        for text in _joined(samples[start:]):
            tokens = analyzer.tokenizer.tokenize(text).tokens
            if len(tokens) >= size:
                break
        pieces = [text[token.start : token.end] for token in tokens]
        if len(tokens) == size and all(pieces) and "".join(pieces) == text:
            found.append(text)
        start += 1
    if len(found) < count:
        raise NoSentencesError(tokens=size)
    return found


def _joined(samples: Sequence[str]) -> Iterator[str]:
    for end in range(1, len(samples) + 1):
        yield "".join(samples[:end])


def _measure(analyzer, text: str, *, runs: int) -> dict[str, dict[str, object]]:
    """Explain one text's predicted label by all methods and packages; time and judge them."""
    from core.align import seen_token_ids, token_scores
    from core.attribution import METHODS
    from core.faithfulness import judge, random_band
    from core.other_explainers import PACKAGES, TextModel

    classifier = analyzer.classifier
    encoded = analyzer.encode(analyzer.tokenize(text))
    token_ids = seen_token_ids(encoded)  # (T,)
    model = TextModel(classifier, analyzer.tokenizer, window=analyzer.bundle.model.sequence_length)
    target = int(model([text])[0].argmax())
    band = random_band(classifier, token_ids, target)
    measured = {}

    def note(name: str, explain: Callable[[], object], times: int) -> None:
        asked = model.num_asked
        scores, seconds = _timed(explain, times)
        faithfulness = judge(classifier, token_ids, scores, target, band=band)
        measured[name] = {
            "seconds": seconds,
            "asked": model.num_asked - asked,
            "comprehensiveness": faithfulness.comprehensiveness,
            "verdict": faithfulness.verdict,
        }

    for name, method in METHODS.items():
        note(
            name,
            lambda method=method: token_scores(method(classifier, encoded, target), encoded),
            runs,
        )
    for package, explain in PACKAGES.items():
        note(package, lambda explain=explain: explain(model, text, target), 1)
    return measured


def _timed(explain: Callable[[], object], times: int) -> tuple[object, float]:
    """Return the last answer and the median of the seconds."""
    seconds = []
    for _ in range(times):
        started = time.perf_counter()
        answer = explain()
        seconds.append(time.perf_counter() - started)
    return answer, statistics.median(seconds)


def _summary(measured) -> dict[str, dict[str, object]]:
    """Bring the texts of one size together: median of the seconds, mean of the rest.

    Ours get the ratio of the times, and whether they are at least as good and so much faster.
    """
    from core.other_explainers import PACKAGES

    summary = {}
    for name in measured[0]:
        rows = [of_text[name] for of_text in measured]
        summary[name] = {
            "seconds": statistics.median(row["seconds"] for row in rows),
            "comprehensiveness": statistics.mean(row["comprehensiveness"] for row in rows),
            "good": sum(row["verdict"] == "good" for row in rows),
        }
        if name in PACKAGES:
            summary[name]["asked"] = round(statistics.mean(row["asked"] for row in rows))
    for name, row in summary.items():
        if name in PACKAGES:
            continue
        row["times_faster"] = {
            package: summary[package]["seconds"] / row["seconds"] for package in PACKAGES
        }
        row["reached"] = {
            package: row["times_faster"][package] >= _TIMES_FASTER
            and row["comprehensiveness"] >= summary[package]["comprehensiveness"]
            for package in PACKAGES
        }
    return summary


def _table(record) -> str:
    """Lay the explainers out in columns, one block for every number of tokens."""
    packages = record["packages"]
    lines = [
        f"model:  {record['model']['name']} ({record['model']['sha256'][:12]}), on one core; "
        + ", ".join(f"{package} {number}" for package, number in packages.items()),
        f"target: at least {record['times_faster']} times faster at the same or a better "
        "comprehensiveness",
    ]
    for size, block in record["sizes"].items():
        count = len(block["texts"])
        lines += [
            "",
            f"{size} tokens, {count} texts: {block['texts'][0]}" + " …" * (count > 1),
            f"{'':<25} {'ms':>9} {'comprehensiveness':>18} {'good':>5}"
            + "".join(f" {'× ' + package:>8}" for package in packages)
            + "  target reached against",
        ]
        for name, row in block["explainers"].items():
            line = (
                f"{name:<25} {1000 * row['seconds']:>9.1f} {row['comprehensiveness']:>18.3f} "
                f"{row['good']}/{count:<3}"
            )
            if name in packages:
                line += f"  {row['asked']} texts asked about"
            else:
                line += "".join(f" {row['times_faster'][package]:>8.1f}" for package in packages)
                line += "  " + ", ".join(p for p in packages if row["reached"][p])
            lines.append(line.rstrip())
    return "\n".join(lines)
