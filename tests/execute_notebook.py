"""Run a notebook from top to bottom: `python tests/execute_notebook.py NOTEBOOK COPY`.

In a process of its own: what a notebook's client leaves open ends with it.
"""

import sys
from pathlib import Path

import nbformat
from jupyter_client import AsyncKernelManager
from nbclient import NotebookClient


def execute_notebook(notebook: Path, copy: Path) -> None:
    """Write an executed copy; the sockets are files beside it, nobody else can reach them."""
    content = nbformat.read(notebook, as_version=4)
    manager = AsyncKernelManager(
        kernel_name="python3",
        transport="ipc",
        connection_file=str(copy.with_name("kernel.json")),
    )
    where = {"metadata": {"path": notebook.parent}}
    NotebookClient(content, km=manager, timeout=300, resources=where).execute()
    nbformat.write(content, copy)


if __name__ == "__main__":
    execute_notebook(Path(sys.argv[1]), Path(sys.argv[2]))
