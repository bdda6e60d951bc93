"""授業: a lesson on the projector, seven steps of questions about one sentence."""

from core.ui.shell.routing import bootstrap_page

bootstrap_page("pages/lesson.py")

from core.ui.lesson.frame import lesson_frame  # noqa: E402 - nothing runs before the guard
from core.ui.parts.share import restore_shared  # noqa: E402
from core.ui.shell.loaders import get_analyzer  # noqa: E402
from core.ui.shell.messages import errors_in_one_sentence  # noqa: E402
from core.ui.shell.sidebar import sidebar_block  # noqa: E402

with errors_in_one_sentence():
    restore_shared(page="lesson")
    analyzer = get_analyzer(sidebar_block())

lesson_frame(analyzer)
