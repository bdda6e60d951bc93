"""What a model may have learnt of the rows that it is judged by."""

from core.batch.predict import BatchResult
from core.data.dataset import fingerprint
from core.data.knb import remove_topic_tag
from core.model.bundle import Bundle
from core.types import Example

# From the best to the worst footing for a figure of a model.
PROVENANCES = ("untouched", "unknown", "selected", "overlapping", "learnt")


def rows_fingerprint(result: BatchResult) -> str:
    """Return a name that two sets of rows share only if texts, labels and articles are the same."""
    rows = zip(result.texts, result.true_labels, result.groups, strict=True)
    return fingerprint(Example(text=text, label=label, group=group) for text, label, group in rows)


def provenance(bundle: Bundle, result: BatchResult) -> str:
    """Say whether a model may have learnt the rows.

    Only the very rows of a part of the split that the model was trained on are known to hold
    nothing, or everything, of what it learnt.

    Returns:
        One of `PROVENANCES`: "untouched" by the training, "selected" where the epoch was chosen
        on them, "learnt", "unknown" where they are not a part of that split.
    """
    rows = rows_fingerprint(result)
    parts = [
        name
        for name, known in bundle.record["data"].get("fingerprints", {}).items()
        if known == rows
    ]
    if any(part in bundle.train.train_on for part in parts):
        return "learnt"
    if bundle.train.select_on in parts:
        return "selected"
    return "untouched" if parts else "unknown"


def provenance_beside(bundle: Bundle, other: Bundle, result: BatchResult) -> str:
    """Say whether a model may have learnt the rows, knowing another model beside it.

    Returns:
        What `provenance` does; or "overlapping" where the rows are a part of the other model's
        split and this model learnt from another split of the same source: it has most likely
        learnt most of them.
    """
    own = provenance(bundle, result)
    same_source = bundle.record["data"].get("source") == other.record["data"].get("source")
    if own == "unknown" and same_source and provenance(other, result) != "unknown":
        return "overlapping"
    return own


def split_protocol(bundle: Bundle) -> str:
    """Return how the examples that a model learnt from were split, "unknown" where none says."""
    return bundle.record["data"].get("protocol", "unknown")


def count_tags(result: BatchResult) -> int:
    """Count the rows that begin with a topic tag of the KNB corpus, which gives the label away."""
    return sum(remove_topic_tag(text) != text for text in result.texts)
