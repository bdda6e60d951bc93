"""How the labels of a file and of a model fit together, in words."""

from core.batch.label_counts import LabelCounts
from core.text.tokenizer import clean_text
from core.words.lookup import Word

_NAMED = 10  # labels
_LONGEST = 40  # characters of one of them


def label_sentences(counts: LabelCounts, *, word: Word) -> list[str]:
    """Say how the labels of a file and of a model fit together; nothing where they are the same.

    The labels are as the file gives them: text, no Markdown.
    """
    sentences = []
    if counts.num_strangers:
        many = "check_kinds_at_least" if counts.nameless else "check_kinds"
        names = [
            word("check_label_rows", label=_name(label), count=f"{rows:,}")
            for label, rows in counts.strangers.most_common(_NAMED)
        ]
        if more := len(counts.strangers) - len(names):
            names.append(word("check_more_labels", kinds=word(many, count=f"{more:,}")))
        sentences.append(
            word(
                "check_strangers",
                kinds=word(many, count=f"{len(counts.strangers):,}"),
                count=f"{counts.num_strangers:,}",
                names=word("list_joint").join(names),
            )
        )
    if counts.loose:
        sentences.append(word("check_loose_labels", count=f"{counts.loose:,}"))
    if counts.absent:
        names = [word("quoted", text=_name(label)) for label in counts.absent[:_NAMED]]
        if more := len(counts.absent) - len(names):
            kinds = word("check_kinds", count=f"{more:,}")
            names.append(word("check_more_labels", kinds=kinds))
        sentences.append(word("check_absent_labels", names=word("list_joint").join(names)))
    return sentences


def _name(label: str) -> str:
    label = clean_text(label)
    return label if len(label) <= _LONGEST else f"{label[:_LONGEST]}…"
