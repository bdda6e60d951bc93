"""A document in the terminal: its category, the strip of its sentences, one row per sentence."""

from collections import Counter
from string import ascii_letters

from rich.console import Console
from rich.table import Table
from rich.text import Text

from core.batch.documents import Document, SentencePrediction

# One sign and one colour a label, again from the beginning where there are more labels.
_SIGNS = "123456789" + ascii_letters
_COLOURS = ("#a6cee3", "#b2df8a", "#fb9a99", "#fdbf6f", "#cab2d6", "#ffff99")  # Brewer, light


def print_document(document: Document) -> None:
    """Print the pooled label, the strip and the table of the sentences to stdout.

    The strip has one sign per sentence: the number of its label, "-" where it has no token.
    """
    console = Console(highlight=False)
    print(f"label: (P){document.label}({document.confidence:.2f})")
    console.print(_legend(document))
    console.print(_strip(document))
    console.print(_table(document))


def _cell(document: Document, sentence: SentencePrediction) -> Text:
    if sentence.prediction is None:
        return Text("-")
    return _sign(document.labels.index(sentence.prediction.label))


def _sign(label_id: int) -> Text:
    colour = _COLOURS[label_id % len(_COLOURS)]
    return Text(_SIGNS[label_id % len(_SIGNS)], style=f"black on {colour}")


def _legend(document: Document) -> Text:
    """Each label's sign, name and number of sentences."""
    counts = Counter(s.prediction.label for s in document.sentences if s.prediction is not None)
    parts = [
        Text.assemble(_sign(label_id), f" {label} {counts[label]}")
        for label_id, label in enumerate(document.labels)
    ]
    return Text("  ").join(parts)


def _strip(document: Document) -> Text:
    return Text().join(_cell(document, sentence) for sentence in document.sentences)


def _table(document: Document) -> Table:
    table = Table(box=None)
    for name in ("start", "end"):
        table.add_column(name, justify="right")
    table.add_column("label", no_wrap=True)
    for name in ("probability", "tokens", "truncated"):
        table.add_column(name, justify="right")
    table.add_column("sentence", overflow="fold")
    for sentence in document.sentences:
        prediction = sentence.prediction
        numbers = ["-", "-", "0", "0"]
        if prediction is not None:
            numbers = [
                prediction.label,
                f"{prediction.confidence:.2f}",
                str(len(prediction.tokenized.tokens)),
                str(prediction.num_truncated),
            ]
        table.add_row(
            str(sentence.start),
            str(sentence.end),
            *map(Text, numbers),
            _shown(document.text[sentence.start : sentence.end]),
        )
    return table


def _shown(text: str) -> Text:
    """One line, and nothing that a terminal obeys."""
    printable = "".join(char if char.isprintable() else " " for char in text)
    return Text(" ".join(printable.split()))
