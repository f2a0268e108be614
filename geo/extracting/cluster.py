"""
Tasks given to the Dask cluster that somebody has; the parts come back as Parquet, in the order of the tasks.

Paths and ranges of bytes go to the workers, never texts: they see the same files under the same paths, and
have the same version of this package. What becomes of a lost worker's tasks is Dask's business.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from io import BytesIO
from itertools import islice
from typing import Any

import msgspec

from geo.articles import Found, Task
from geo.errors import InputError
from geo.events import Weights, using_weights, weights_in_use
from geo.extracting import store as stores
from geo.extracting.parts import Findings
from geo.extracting.store import code_version
from geo.extracting.workers import groups_of, worker
from geo.models import Decision, Finding

CLUSTER_BLOCK = 8_000_000
"""Bytes of a range: enough for the time that a task takes on its way."""
AHEAD = 4
"""Tasks that wait for each thread of the cluster."""
TIMEOUT = "20s"
_REST = b"factorymap"
"""Where the counts of a part stand among the metadata of its table."""


def by_cluster(address: str) -> Callable[..., Iterator[Findings]]:
    """
    Whoever works on tasks: the cluster whose scheduler has this address (`tcp://host:8786`).

    Raises
    ------
    InputError
        When the work begins, if Dask is not installed, no scheduler answers, a worker has another version of
        factorymap, or the cluster goes away.
    """

    def work(
        tasks: Iterable[Task], *, jobs: int | None, sieved: bool, rows: tuple[Decision, ...]
    ) -> Iterator[Findings]:
        distributed = _distributed()
        try:
            with distributed.Client(address, timeout=TIMEOUT, set_as_default=False) as client:
                _check(client, address)
                yield from _worked(client, tasks, (sieved, rows, weights_in_use()))
        except (OSError, TimeoutError, ValueError, distributed.comm.CommClosedError) as error:
            raise InputError(
                f"no Dask scheduler answers at {address} ({str(error)[:100] or type(error).__name__}). "
                "Start one with `dask scheduler`, or leave --dask out."
            ) from None
        except (distributed.KilledWorker, distributed.client.FutureCancelledError) as error:
            raise InputError(
                f"the cluster at {address} gave a task up ({str(error)[:100]}). Give its workers more memory."
            ) from None

    return work


def _distributed() -> Any:
    try:
        import distributed
        import pyarrow  # noqa: F401
    except ImportError:
        raise InputError('a Dask cluster needs pip install "factorymap[dask]"') from None
    return distributed


def _check(client: Any, address: str) -> None:
    """InputError unless there are workers, and all have this version."""
    versions = client.run(version_there)
    if not versions:
        raise InputError(
            f"the scheduler at {address} has no workers. Start some with `dask worker {address}`."
        )
    others = [name for name, version in versions.items() if version != code_version()]
    if others:
        raise InputError(f"worker {others[0]} has another version of factorymap. Install the same on all.")


def version_there() -> str:
    """On a worker: its version."""
    return stores.code_version()


Manner = tuple[bool, tuple[Decision, ...], Weights]
"""Whether there is a sieve, decisions on names, and the weights that decide."""


def _worked(client: Any, tasks: Iterable[Task], manner: Manner) -> Iterator[Findings]:
    """The parts; of each thread of the cluster a few tasks wait, so that neither side runs ahead."""
    waiting: deque[Any] = deque()
    coming = groups_of(tasks)
    ahead = AHEAD * max(1, sum(client.nthreads().values()))
    while True:
        for group in islice(coming, max(0, ahead - len(waiting))):
            waiting.append(client.submit(as_parquet, group, manner, pure=False))
        if not waiting:
            return
        for packed in waiting.popleft().result():
            yield from_parquet(packed)


def as_parquet(tasks: list[Task], manner: Manner) -> list[bytes]:
    """On a worker: the part of each task as a Parquet file in memory."""
    sieved, rows, weights = manner
    work = worker(sieved, rows)
    with using_weights(weights):
        return [to_parquet(work(task)) for task in tasks]


def to_parquet(part: Findings) -> bytes:
    """
    A part as Parquet: a row for each document.

    Columns: `number` within the task, `own_id`, `published_on`, `pcodes` of its events, and `finding`, which
    is all of it as MessagePack. Counts, and documents that were left out, stand in the metadata.
    """
    import pyarrow
    from pyarrow import parquet

    table = pyarrow.table(
        {
            "number": [number for number, _, _ in part.findings],
            "own_id": [own for _, own, _ in part.findings],
            "published_on": pyarrow.array(
                [one.document.published_on for _, _, one in part.findings], pyarrow.string()
            ),
            "pcodes": pyarrow.array(
                [sorted({event.pcode for event in one.events if event.pcode}) for _, _, one in part.findings],
                pyarrow.list_(pyarrow.string()),
            ),
            "finding": pyarrow.array(
                [msgspec.msgpack.encode(one) for _, _, one in part.findings], pyarrow.binary()
            ),
        }
    )
    rest = msgspec.msgpack.encode((part.broken, part.remarks, part.found))
    out = BytesIO()
    parquet.write_table(table.replace_schema_metadata({_REST: rest}), out, compression="zstd")
    return out.getvalue()


def from_parquet(packed: bytes) -> Findings:
    """The part that `to_parquet` has packed."""
    from pyarrow import parquet

    table = parquet.read_table(BytesIO(packed))
    broken, remarks, found = _rest().decode(table.schema.metadata[_REST])
    findings = zip(
        table["number"].to_pylist(),
        table["own_id"].to_pylist(),
        map(_finding().decode, table["finding"].to_pylist()),
        strict=True,
    )
    return Findings(tuple(findings), broken, remarks, found)


@cache
def _rest() -> msgspec.msgpack.Decoder[Any]:
    told = tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...], Found]
    return msgspec.msgpack.Decoder(told)


@cache
def _finding() -> msgspec.msgpack.Decoder[Finding]:
    return msgspec.msgpack.Decoder(Finding)
