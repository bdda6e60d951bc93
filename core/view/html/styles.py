"""Style sheets of the HTML that the pages draw; a page loads each one that it needs, once."""

from pathlib import Path

_FOLDER = Path(__file__).parent
LESSON_STYLE = _FOLDER / "lesson.css"
MODEL_STYLE = _FOLDER / "model.css"
COSINES_STYLE = _FOLDER / "cosine_bars.css"  # of both
