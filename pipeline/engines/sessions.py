"""Sessions of onnxruntime that use what processors there are, and give memory back."""

import ctypes
import os
from pathlib import Path
from typing import Any

MOST_THREADS = 4
"""Beyond, several workers of one machine would only stand in each other's way."""
GIVEN_BACK_BYTES = 4 * 2**20
"""What is at least so large goes back to the system as soon as it is free."""
M_MMAP_THRESHOLD = -3
"""Its number in glibc's malloc.h."""


def opened(model: Path | bytes) -> Any:
    """An `onnxruntime.InferenceSession` of a file, or of its content.

    Raises:
        Exception: of onnxruntime's many kinds, when it is no model that it can run.
    """
    import onnxruntime as ort  # noqa: PLC0415 (importing does nothing)

    give_memory_back()
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads()
    options.log_severity_level = 4
    # The arena would keep the largest picture's memory for good.
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    # A waiting thread would else burn the time of whoever shares the machine.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    source = model if isinstance(model, bytes) else str(model)
    return ort.InferenceSession(source, options, providers=["CPUExecutionProvider"])


def threads() -> int:
    """So many threads a network gets."""
    usable = (
        os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    )
    return min(MOST_THREADS, len(usable))


def wait_asleep() -> None:
    """Have the threads of libraries with OpenMP sleep while they wait; to be called before they are imported.

    They wait for each other after every layer. Where they do that awake, on a machine that is busy, two take
    ten times as long as one; asleep they cost nothing.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def give_memory_back() -> None:
    """Keep this process from holding what networks freed, where the system's malloc is glibc's.

    It would raise its threshold to 32 MiB by itself, and fill with holes: measured with CRAFT,
    700 MB after a few pictures, and 150 MB this way, for a twentieth more time.
    """
    try:
        ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, GIVEN_BACK_BYTES)
    except (OSError, AttributeError, TypeError):
        return
