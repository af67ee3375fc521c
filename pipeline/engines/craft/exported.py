"""The graph of CRAFT on the disk: written once, and looked at whenever it is taken."""

import hashlib
import os
from pathlib import Path

from pipeline.engines.craft.weights import SHA256, load_weights, weights_file
from pipeline.engines.sessions import give_memory_back

EDITION = 1
"""To be raised with every change of the graph, so that older files are not taken."""


def exported(cache: Path) -> Path | bytes:
    """An .onnx file of the network in the folder `cache`, made when there is none that is whole.

    A file is named after its content, and others of that form are removed when one is made: so a
    damaged or foreign one is never run. Where the folder cannot be written to, it is the content.

    Raises:
        RetouchError: `detector-damaged` when the weights are not the published ones.
    """
    for path in sorted(cache.glob(f"craft-{EDITION}-*.onnx")):
        if _whole(path):
            return path
    content = _built()
    try:
        return _written(cache, content)
    except OSError:
        return content


def _whole(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return path.name == _name(hashlib.file_digest(file, "sha256").hexdigest())
    except OSError:
        return False


def _name(digest: str) -> str:
    return f"craft-{EDITION}-{SHA256[:8]}-{digest}.onnx"


def _built() -> bytes:
    from pipeline.engines.craft.graph import craft_graph  # noqa: PLC0415 (it imports onnx)

    give_memory_back()
    return craft_graph(load_weights(weights_file()))


def _written(cache: Path, content: bytes) -> Path:
    """Whole or not at all; several processes may do it at once."""
    cache.mkdir(parents=True, exist_ok=True)
    path = cache / _name(hashlib.sha256(content).hexdigest())
    part = cache / f".{path.name}.{os.getpid()}"
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    for other in cache.glob("craft-*.onnx"):
        if other != path:
            other.unlink(missing_ok=True)
    return path
