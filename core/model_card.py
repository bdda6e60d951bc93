"""The text of MODEL_CARD.md: what a model is, what it learnt from, how good it measured."""

from collections.abc import Mapping

from core.config import ModelConfig, TrainConfig

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


def model_card(
    *,
    name: str,
    model: ModelConfig,
    train: TrainConfig,
    data: Mapping[str, object],
    report: Mapping[str, object],
    sources: str,
    command: str,
) -> str:
    """Write the card in Markdown."""
    test = report["test"]
    protocol = data.get("protocol", "unknown")
    notes = [_LEAK_NOTE if train.select_on == "test" else _READ_ONCE_NOTE]
    if train.keep_tags:
        notes.append(_TAG_NOTE)
    if protocol == "random":
        notes.append(_RANDOM_NOTE)
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
        f"({model.lstm_units}) → Dense softmax. Window: {model.sequence_length} tokens; what is "
        f"longer is cut off at the end. Padding: {padding}.",
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
        "",
        "## Measured accuracy",
        "",
        "| part | accuracy | 95 % interval | macro F1 | always "
        f"“{test['majority_label']}” | sentences |",
        "|---|---|---|---|---|---|",
    ]
    for part in ("validation", "test"):
        if part in report:
            row = report[part]
            lines.append(
                f"| {part} | {row['accuracy']:.3f} | {row['low']:.3f}–{row['high']:.3f} | "
                f"{row['macro_f1']:.3f} | {row['majority_baseline']:.3f} | "
                f"{row['num_examples']:,} |"
            )
    lines += [
        "",
        "The interval is a bootstrap over whole articles where the data name them.",
        *[text for note in notes for text in ("", note)],
        "",
        "## Limits",
        "",
        "* A closed world: any text, nonsense too, gets one of these categories.",
        "* The probabilities are those of the softmax; they are not calibrated.",
        "* Attention says where information was mixed, not why the category was chosen.",
        "* KNB sentences were written by students in Kyoto around 2006: newer words are known only "
        "through the word vectors.",
        "",
        sources.strip(),
        "",
    ]
    return "\n".join(lines)
