"""Values of all kinds as the text that a person sees."""

import json
from datetime import date, datetime, time

from core.text.tokenizer import clean_text


def cell_text(value: object) -> str:
    """Return a cell as text: whole numbers without ".0", midnight without its hours.

    Lists and the like become JSON, a missing value "".
    """
    match value:
        case None:
            return ""
        case str():
            return clean_text(value)
        case bool():
            return "true" if value else "false"
        case float() if value != value:  # NaN
            return ""
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(sep=" ")
        case date() | time():
            return value.isoformat()
        case bytes():
            return value.decode("utf-8", "replace")
        case list() | dict():
            return clean_text(json.dumps(value, ensure_ascii=False, default=cell_text))
        case _:
            return str(value)
