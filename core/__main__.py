"""`python -m core`."""

import signal
import sys
from types import FrameType

# Until there is something to clean up, Ctrl+C ends the program without a word.
hears_interrupts = signal.getsignal(signal.SIGINT) is signal.default_int_handler
if hears_interrupts:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from core.cli import main  # noqa: E402


def _leave(number: int, frame: FrameType | None) -> None:
    """End as on Ctrl+C, so that no temporary file is left behind."""
    sys.exit(128 + number)


if hears_interrupts:
    signal.signal(signal.SIGINT, signal.default_int_handler)
for name in ("SIGTERM", "SIGHUP"):  # a closed terminal; not everywhere
    if signal.getsignal(number := getattr(signal, name, signal.SIGTERM)) is signal.SIG_DFL:
        signal.signal(number, _leave)
sys.exit(main())
