"""Ray: reach a cluster or start one on this machine, and let its workers answer shards."""

import logging
import os
import secrets
import shutil
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import asdict
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from core.batch.shard_predictor import ShardPredictor
from core.batch.shards import Job, Shard
from core.errors import ClusterUnreachableError, PackageMissingError, WorkersLostError
from core.paths import ROOT

_LOCAL = "local"  # Ray's word for a cluster of its own
_MODEL = "model"
_OBJECT_STORE = 100 << 20  # bytes: only paths and numbers are kept there
_WAIT = 5  # seconds for a cluster to answer; Ray itself would wait for minutes
# Seconds without any finished shard. Ray starts a worker that died for ever, so rows that kill
# theirs each time would never end.
_NO_PROGRESS = 3_600
_SETTINGS = {
    "RAY_USAGE_STATS_ENABLED": "0",  # by default Ray reports to its makers
    "RAY_BACKEND_LOG_LEVEL": "fatal",  # by default it warns of things that are no concern here
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # a worker without GPU: as it will be by default
}


def check_ray() -> None:
    """Make sure that Ray is installed.

    Raises:
        PackageMissingError: it is not.
    """
    if find_spec("ray") is None:
        raise PackageMissingError(package="ray", requirements="requirements-cluster.txt")


@contextmanager
def open_cluster(address: str | None, *, model: Path, workers: int | None) -> Iterator[str]:
    """Reach a cluster, or start one on this machine that ends with the block.

    To the machines of another cluster go the code of the project and the model; the inputs and
    the folder for the answers have to lie where all machines see them under the same path.

    Args:
        address: "auto" or "host:port"; None for what RAY_ADDRESS says, else this machine. A Ray
            that runs in this process already is taken as it is.
        workers: how many processes this machine is to run; by default one for each processor.

    Yields:
        The model folder as the workers find it.

    Raises:
        ClusterUnreachableError: nobody answers there, or no Ray that fits.
    """
    os.environ.update(_SETTINGS)
    address = address or os.environ.get("RAY_ADDRESS") or _LOCAL
    if address == _LOCAL:
        # A secret for this run, so that no other user of the machine can send code to it. Without
        # one, Ray would leave its own in the person's home.
        os.environ.setdefault("RAY_AUTH_MODE", "token")
        os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))
        # Seconds to start; on a busy machine the 20 that Ray gives itself are too few.
        os.environ.setdefault("RAY_gcs_server_port_wait_time_s", "120")
        # Its workers are to find this code, wherever the command runs.
        paths = [str(ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
        os.environ["PYTHONPATH"] = os.pathsep.join(path for path in dict.fromkeys(paths) if path)
    import ray  # only here: after the settings, and where it is wanted

    if ray.is_initialized():
        yield str(model.resolve())
        return
    init = partial(ray.init, log_to_driver=False, logging_level=logging.ERROR)
    with TemporaryDirectory() as parcel:
        try:
            if address == _LOCAL:
                init(
                    address,
                    num_cpus=workers,
                    include_dashboard=False,
                    object_store_memory=_OBJECT_STORE,
                )
                folder = str(model.resolve())
            else:
                _check_answers(address)
                _pack(Path(parcel), model)
                init(address, runtime_env={"working_dir": parcel})
                folder = _MODEL  # in the parcel, where a worker starts
        except Exception as error:  # Ray raises ValueError, ConnectionError, bare Exception …
            raise ClusterUnreachableError(
                address=address, reason=str(error).partition("\n")[0]
            ) from error
    # Ray prints what befalls its workers; stdout is for results.
    with redirect_stdout(sys.stderr):
        try:
            yield folder
        finally:
            ray.shutdown()


def _check_answers(address: str) -> None:
    host, colon, port = address.removeprefix("ray://").rpartition(":")
    if colon and port.isdecimal():
        socket.create_connection((host, int(port)), timeout=_WAIT).close()


def _pack(parcel: Path, model: Path) -> None:
    """Put together what the other machines lack."""
    shutil.copytree(ROOT / "core", parcel / "core", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(model, parcel / _MODEL)


def answer_shards(
    shards: Sequence[Shard], job: Job, *, workers: int | None
) -> tuple[int, Iterator[dict[str, Any]]]:
    """Start the workers, inside `open_cluster`.

    Args:
        shards: at least one.
        workers: by default one for each processor of the cluster; more are not started.

    Returns:
        The number of workers, and what `ShardPredictor` says of one shard after the other, in the
        order in which they are done.

    Raises:
        WorkersLostError: while iterating; no worker can start, or all that do are killed.
    """
    import ray

    processors = int(ray.cluster_resources().get("CPU", 1))
    num_workers = min(workers or processors, processors, len(shards))
    return num_workers, _answers(shards, job, num_workers)


def _answers(shards: Sequence[Shard], job: Job, num_workers: int) -> Iterator[dict[str, Any]]:
    import ray.data

    logging.getLogger("ray.data").setLevel(logging.CRITICAL)  # what it raises is told
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    context.execution_no_progress_timeout_s = _NO_PROGRESS
    answers = ray.data.from_items(
        [asdict(shard) for shard in shards], override_num_blocks=len(shards)
    ).map(
        ShardPredictor,  # type: ignore[arg-type]  # Ray's types forget the classes of its manual
        fn_constructor_args=(job,),
        # One shard at a time: none waits behind another while a worker has nothing to do.
        compute=ray.data.ActorPoolStrategy(size=num_workers, max_tasks_in_flight_per_actor=1),
        num_cpus=1,
    )
    try:
        yield from answers.iter_rows()
    except ray.exceptions.RayActorError as error:
        *_, reason = str(error).strip().splitlines()
        raise WorkersLostError(out=job.out, reason=reason) from error
    except ray.data.exceptions.ExecutionTimeoutError as error:
        raise WorkersLostError(out=job.out, reason=f"{_NO_PROGRESS:,} s") from error
