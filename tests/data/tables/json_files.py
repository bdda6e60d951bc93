"""Reads the JSON that tests write."""

import json

from core.data.table import read_table


def read_content(folder, content, name="a.json"):
    """The columns, the rows, and the names of the notes with their values."""
    path = folder / name
    if not isinstance(content, str | bytes):
        content = json.dumps(content, ensure_ascii=False)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    table = read_table(path)
    notes = {note.name: dict(note.values) for note in table.reading.notes}
    return list(table.frame.columns), table.frame.to_numpy(object).tolist(), notes
