"""Makes a folder that can be loaded of DiffSTE's checkpoint: whole or not at all."""

import fcntl
import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from pipeline.domain.errors import ModelError, OutputError
from pipeline.domain.picture import MEGABYTE
from pipeline.engines.diffste.checkpoint import Checkpoint, read_checkpoint
from pipeline.engines.diffste.folder import CONFIG, NOTICE, TOKENIZER, WEIGHTS
from pipeline.engines.diffste.sizes import written
from pipeline.engines.diffste.vocabulary import demand_fitting, read_vocabulary, write_vocabulary
from pipeline.engines.diffusion.streaming import Written, bytes_written, write_streamed

_SPARE = 50 * MEGABYTE
_NOTICE = """\
Converted by ArtiCover from {file}.

DiffSTE: "Improving Diffusion Models for Scene Text Editing with Dual Encoders" (Ji and others,
2023, arXiv 2304.05568), code under the MIT licence (UCSB-NLP-Chang/DiffSTE).
Its authors state no licence for the weights. They are derived from Stable Diffusion 1.5 for
inpainting, whose licence goes with what is derived of it: CreativeML OpenRAIL-M, with the uses
that its attachment A forbids.
"""


def convert(
    source: Path, target: Path, tokenizer: Path, *, half: bool = False, force: bool = False,
    watch: Written | None = None,
) -> None:  # fmt: skip
    """Make the folder `target` of a checkpoint and CLIP's vocabulary in the folder `tokenizer`.

    With `half` the numbers are float16. A folder that is there stays until the new one is whole,
    and is replaced only by `force`, and only if it is one of these. What an earlier conversion left
    when it was killed is taken away.

    Raises:
        ModelError: as `read_checkpoint` and `read_vocabulary`; `writer-checkpoint` of fault
            `numbers`; `writer-busy`, `model-no-space`.
        OutputError: `output-exists`, `output-is-a-folder` for one of another kind.
        OSError: when the disk does not take it.
    """
    _demand_free(target, force=force)
    checkpoint = read_checkpoint(source)
    demand_fitting(read_vocabulary(tokenizer), tokenizer, checkpoint.sizes.clip_vocabulary)
    target.parent.mkdir(parents=True, exist_ok=True)
    with _draft(target) as draft:
        _demand_room(draft, bytes_written(checkpoint.tensors, half=half))
        _fill(draft, source, checkpoint, half=half, watch=watch)
        write_vocabulary(read_vocabulary(tokenizer), draft / TOKENIZER)
        _publish(draft, target)


def _demand_free(target: Path, *, force: bool) -> None:
    if not os.path.lexists(target):
        return
    if not force:
        raise OutputError("output-exists", path=str(target), count=1)
    ours = (target / CONFIG).is_file() and (target / TOKENIZER).is_dir()
    if not target.is_dir() or (not ours and any(target.iterdir())):
        raise OutputError("output-is-a-folder", path=str(target))


def _demand_room(place: Path, needed: int) -> None:
    free = shutil.disk_usage(place).free
    if free < needed + _SPARE:
        raise ModelError("model-no-space", path=str(place.parent), free_mb=free // MEGABYTE,
                         needed_mb=-(-(needed + _SPARE) // MEGABYTE))  # fmt: skip


@contextmanager
def _draft(target: Path) -> Generator[Path]:
    """An empty folder beside the target that nobody else fills; it goes away with the block."""
    draft = target.with_name(f".new-{target.name}")
    draft.mkdir(exist_ok=True)
    with _held(draft):
        for left in draft.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        try:
            yield draft
        finally:
            shutil.rmtree(draft, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Generator[None]:
    """Nobody else holds the folder meanwhile; the system lets go of it when we die."""
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(held)
        raise ModelError("writer-busy", path=str(folder.parent)) from error
    try:
        yield
    finally:
        os.close(held)


def _fill(
    draft: Path, source: Path, checkpoint: Checkpoint, *, half: bool, watch: Written | None
) -> None:
    odd = write_streamed(draft / WEIGHTS, checkpoint.tensors, half=half, watch=watch)
    if odd:
        raise ModelError("writer-checkpoint", file=source.name, fault="numbers", tensor=odd[:120],
                         count=1)  # fmt: skip
    (draft / CONFIG).write_text(written(checkpoint.sizes), encoding="utf-8")
    (draft / NOTICE).write_text(_NOTICE.format(file=source.name), encoding="utf-8")


def _publish(draft: Path, target: Path) -> None:
    """Give the draft its name when all of it is on the disk; an older folder goes aside first."""
    for place in (*draft.rglob("*"), draft):
        _sync(place)
    old = target.with_name(f".old-{target.name}")
    shutil.rmtree(old, ignore_errors=True)
    if target.is_dir():
        target.replace(old)
    draft.replace(target)
    _sync(target.parent)
    shutil.rmtree(old, ignore_errors=True)


def _sync(place: Path) -> None:
    held = os.open(place, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
