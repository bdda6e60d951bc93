"""The text of MODEL_CARD.md: what a model is, what it learnt from, how good it measured."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core.model.bundle import SOURCES_FILE, Bundle, load_bundle, replace_report
from core.model.config import ModelConfig, TrainConfig
from core.model.report import Figures, ModelReport, read_report

_LEAK_NOTE = (
    "**Too good.** The epoch was chosen by its accuracy on this very part, as the 2019 article "
    "did. The figure says what the recipe reports, not what the model can do."
)
_READ_ONCE_NOTE = "The test part was read once, after the training."
_TAG_NOTE = (
    "The topic tags (［グルメ］ …) were left in the texts: the first sentence of every article "
    "carries its label."
)
_RANDOM_NOTE = (
    "Sentences of one article fall on both sides of this split, so the figure is higher than it "
    "would be on articles the model has never seen."
)
_UNCALIBRATED_NOTE = (
    "The probabilities are those of the softmax, not calibrated: no sentences were left to fit a "
    "temperature on."
)


def model_card(
    *,
    name: str,
    model: ModelConfig,
    train: TrainConfig,
    data: Mapping[str, Any],
    report: ModelReport,
    encoder: Mapping[str, object],
    command: str,
) -> str:
    """Write the card in Markdown."""
    test = report.test
    protocol = data.get("protocol", "unknown")
    notes = [_LEAK_NOTE if train.select_on == "test" else _READ_ONCE_NOTE]
    if train.keep_tags:
        notes.append(_TAG_NOTE)
    if protocol == "random":
        notes.append(_RANDOM_NOTE)
    pooling = " → maximum over time" if model.pooling == "max" else ""
    padding = "never seen (masked)" if model.masked else "seen: attention leaks into it"
    lines = [
        f"# {name}",
        "",
        f"Tells which of {len(model.labels)} categories a Japanese sentence belongs to: "
        + ", ".join(model.labels)
        + ".",
        "",
        "## Network",
        "",
        f"Preset `{model.preset}`: Embedding ({model.vocabulary_size:,} × {model.embedding_dim}) → "
        f"SeqSelfAttention ({model.attention_units}, additive) → Bidirectional LSTM "
        f"({model.lstm_units}){pooling} → Dense softmax. Window: {model.sequence_length} tokens; "
        f"what is longer is cut off at the end. Padding: {padding}.",
        "",
        "## Training",
        "",
        f"`{command}`",
        "",
        f"Data: {data.get('source', 'own')}, split: {protocol}, "
        + ", ".join(f"{part} {count:,}" for part, count in data["counts"].items())
        + " sentences. Learnt from: "
        + " and ".join(train.train_on)
        + f". Epoch chosen on: {train.select_on}.",
        *_encoder_lines(encoder),
        "",
        "## Measured accuracy",
        "",
        "| part | accuracy | 95 % interval | macro F1 | always "
        f"“{test['majority_label']}” | sentences |",
        "|---|---|---|---|---|---|",
    ]
    for part in ("validation", "test"):
        row = report.part(part)
        if row is not None:
            lines.append(
                f"| {part} | {row['accuracy']:.3f} | {row['low']:.3f}–{row['high']:.3f} | "
                f"{row['macro_f1']:.3f} | {row['majority_baseline']:.3f} | "
                f"{row['num_examples']:,} |"
            )
    lines += [
        "",
        "The interval is over whole articles where the data name them: a bootstrap, or the exact "
        "one where there are few.",
        *[text for note in notes for text in ("", note)],
        *_calibration_lines(report.calibration),
        *_protocol_lines(report.protocols),
        *_attention_lines(report.check("attention")),
        *_scope_lines(report.check("scope")),
        "",
        "## Limits",
        "",
        "* A closed world: any text, nonsense too, gets one of these categories.",
        "* Attention says where information was mixed, not why the category was chosen.",
        "* KNB sentences were written by students in Kyoto around 2006: newer words are known only "
        "through the word vectors.",
        "",
        f"The texts behind the word vectors and the pretrained layers, and all licences: "
        f"[{SOURCES_FILE}]({SOURCES_FILE}).",
        "",
    ]
    return "\n".join(lines)


def store_protocols(folder: Path, records: Mapping[str, Figures]) -> None:
    """Add the figures of some protocols to a bundle's report and card; older ones give way.

    Raises:
        FileMissingError, FileChangedError, FileUnreadableError: naming the file.
    """
    bundle = load_bundle(folder)
    _replace_report(bundle, read_report(folder).with_protocols(records))


def store_part(folder: Path, part: str, record: Figures) -> None:
    """Put the figures of one part of the split into a bundle's report and card, for older ones.

    Args:
        part: "validation" or "test".
        record: as `core.stats.evaluate.report_to_json` gives it.

    Raises:
        FileMissingError, FileChangedError, FileUnreadableError: naming the file.
    """
    bundle = load_bundle(folder)
    _replace_report(bundle, read_report(folder).with_part(part, record))


def store_checks(
    folder: Path,
    name: str,
    record: Figures,
    *,
    scope: Mapping[str, object] | None = None,
) -> None:
    """Add what one of the `checks` measured to a bundle's report and card; an older one gives way.

    Args:
        name: of the check: "attention", …
        scope: what becomes the bundle's scope file; None leaves it as it is.

    Raises:
        FileMissingError, FileChangedError, FileUnreadableError: naming the file.
    """
    bundle = load_bundle(folder)
    _replace_report(bundle, read_report(folder).with_check(name, record), scope=scope)


def _replace_report(
    bundle: Bundle,
    report: ModelReport,
    *,
    scope: Mapping[str, object] | None = None,
) -> None:
    card = model_card(
        name=bundle.name,
        model=bundle.model,
        train=bundle.train,
        data=bundle.record["data"],
        report=report,
        encoder=bundle.record["encoder"],
        command=bundle.record["command"],
    )
    replace_report(bundle.folder, report.content, card, scope=scope)


def _encoder_lines(encoder: Mapping[str, object]) -> list[str]:
    if not encoder:
        return []
    return [
        "",
        f"All layers below the classifier start from pretrained ones (`{encoder['command']}`, "
        f"{encoder['sentences']:,} unlabelled sentences); none of them is of the KNB corpus.",
    ]


def _calibration_lines(calibration: Figures) -> list[str]:
    if calibration["temperature"] == 1.0:
        return ["", _UNCALIBRATED_NOTE]
    # Reports of older versions know no Brier score.
    brier = ""
    if "brier_after" in calibration:
        brier = (
            f", the Brier score from {calibration['brier_before']:.3f} to "
            f"{calibration['brier_after']:.3f}"
        )
    return [
        "",
        f"The probabilities are calibrated: the logits are divided by "
        f"{calibration['temperature']:.3f}, fitted on the validation part. On the test part the "
        f"expected calibration error goes from {calibration['ece_before']:.3f} to "
        f"{calibration['ece_after']:.3f}, the negative log-likelihood from "
        f"{calibration['nll_before']:.3f} to {calibration['nll_after']:.3f}{brier}.",
    ]


def _protocol_lines(protocols: Mapping[str, Figures]) -> list[str]:
    if not protocols:
        return []
    rows = [
        "",
        "## The recipe by protocol",
        "",
        "Ten folds (`topics_today`: this very model); what the protocols are: `docs/accuracy.md`.",
        "",
        "| protocol | accuracy | 95 % interval | macro F1 | linear n-grams | majority | ECE | "
        "Brier | examples | minutes |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name, record in protocols.items():
        rows.append(
            f"| {name} | {record['accuracy']:.3f} | {record['low']:.3f}–{record['high']:.3f} | "
            f"{record['macro_f1']:.3f} | {record['linear_baseline']:.3f} | "
            f"{record['majority_baseline']:.3f} | {record['ece_after']:.3f} | "
            f"{_brier_cell(record)} | {record['num_examples']:,} | {record['minutes']} |"
        )
    commands = dict.fromkeys(str(record["command"]) for record in protocols.values())
    return [*rows, "", *[f"`{command}`" for command in commands]]


def _brier_cell(record: Figures) -> str:
    return f"{record['brier_after']:.3f}" if "brier_after" in record else "–"


def _attention_lines(record: Figures | None) -> list[str]:
    if record is None:
        return []
    rows = [
        "",
        "## What attention buys",
        "",
        f"The recipe trained anew with each kind of attention, seeds "
        f"{', '.join(map(str, record['seeds']))}, and asked about the same "
        f"{record['num_examples']:,} test sentences (split: {record['protocol']}; always "
        f"“{record['majority_label']}”: {record['majority_baseline']:.3f}). What the kinds are: "
        "`docs/experiments.md`. The intervals say what other articles would give; how far "
        "other seeds go stands in the last column, and is not in them.",
        "",
        "| attention | accuracy | 95 % interval | minus learned | 95 % interval | every seed |",
        "|---|---|---|---|---|---|",
    ]
    for name, row in record["variants"].items():
        rows.append(
            f"| {name} | {row['accuracy']:.3f} | {row['low']:.3f}–{row['high']:.3f} | "
            f"{row['difference']:+.3f} | "
            f"{row['difference_low']:+.3f} to {row['difference_high']:+.3f} | "
            f"{', '.join(f'{accuracy:.3f}' for accuracy in row['accuracies'])} |"
        )
    return [*rows, "", f"`{record['command']}` ({record['minutes']} minutes)"]


def _scope_lines(record: Figures | None) -> list[str]:
    if record is None:
        return []
    test, baseline = record["test"], record["test"]["baseline"]
    kinds = ", ".join(
        f"{kind} {row['flagged']}/{row['total']}" for kind, row in record["kinds"].items()
    )
    rows = [
        "",
        "## Out of scope",
        "",
        f"A text counts as perhaps out of scope when its score (`{record['method']}`, see "
        f"`docs/checks.md`) is above {record['threshold']:.3f}. Score and threshold were chosen on "
        "the validation part; on the test part:",
        "",
        "| score | sentences predicted right, flagged | foreign texts, flagged | AUROC |",
        "|---|---|---|---|",
    ]
    for name, row in ((record["method"], test), ("largest probability", baseline)):
        rows.append(
            f"| {name} | {_share(row['false_alarms'])} | {_share(row['detected'])} | "
            f"{row['auroc']:.3f} |"
        )
    if record["learnt"]:
        rows += [
            "",
            "The network has learnt the validation sentences, so the score does not ask it.",
        ]
    return [*rows, "", f"By kind: {kinds}.", "", f"`{record['command']}`"]


def _share(row: Figures) -> str:
    return f"{row['share']:.3f} ({row['low']:.3f}–{row['high']:.3f}) of {row['total']:,}"
