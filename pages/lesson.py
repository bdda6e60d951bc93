"""授業: a lesson on the projector, seven steps of questions about one sentence."""

from core.ui.routing import bootstrap_page

bootstrap_page("pages/lesson.py")

from core.ui.lesson.frame import lesson_frame  # noqa: E402 - nothing runs before the guard
from core.ui.loaders import get_analyzer  # noqa: E402
from core.ui.messages import errors_in_one_sentence  # noqa: E402
from core.ui.share_block import restore_shared  # noqa: E402
from core.ui.sidebar import sidebar_block  # noqa: E402

with errors_in_one_sentence():
    restore_shared(page="lesson")
    analyzer = get_analyzer(sidebar_block())

lesson_frame(analyzer)
