"""Folders that are costly to make: one worker of a run makes them, all of them read them."""

import os
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock


def shared_folder(tmp_path_factory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder that `make` fills; who comes second waits and takes it as it is.

    No test may write into it.

    Args:
        name: of the folder, and where it lies: one for every content.
        make: is called with a path where nothing is yet.
    """
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # that of the whole run
    folder = base / "shared" / name
    folder.parent.mkdir(exist_ok=True)
    with FileLock(base / f"{name}.lock"):
        if not folder.exists():
            unfinished = tmp_path_factory.mktemp("unfinished") / name
            make(unfinished)
            unfinished.rename(folder)
    return folder
