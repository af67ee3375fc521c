"""Art as pixels, kept at hand while its lettering is worked on."""

import io
from collections import OrderedDict
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.domain.errors import StorageError
from pipeline.domain.version import Sha

Pixels = NDArray[np.uint8]

LIMIT_BYTES = 96_000_000
"""About twenty covers at preview size."""


class ArtCache:
    """Decoded rasters by the SHA-256 of their PNG files; the longest unused are let go first.

    It lives in one worker process and is used by one thread.
    """

    def __init__(self, read: Callable[[Sha], bytes], limit_bytes: int = LIMIT_BYTES) -> None:
        """An empty cache over `read`, which gives a blob's content; pixels take `limit_bytes`."""
        self._read = read
        self._limit_bytes = limit_bytes
        self._kept: OrderedDict[Sha, Pixels] = OrderedDict()
        self._held_bytes = 0

    @property
    def held_bytes(self) -> int:
        """What the kept pixels take; never more than the limit."""
        return self._held_bytes

    def pixels(self, sha: Sha) -> Pixels:
        """The raster under `sha` as (height, width, 3) RGB, not to be written to.

        One that is larger than the whole limit is decoded every time.

        Raises:
            StorageError: `blob-damaged` when it is no picture; whatever `read` raises.
        """
        if sha in self._kept:
            self._kept.move_to_end(sha)
            return self._kept[sha]
        pixels = _decoded(sha, self._read(sha))
        if pixels.nbytes <= self._limit_bytes:
            self._make_room(pixels.nbytes)
            self._kept[sha] = pixels
            self._held_bytes += pixels.nbytes
        return pixels

    def _make_room(self, wanted_bytes: int) -> None:
        while self._held_bytes + wanted_bytes > self._limit_bytes:
            _, oldest = self._kept.popitem(last=False)
            self._held_bytes -= oldest.nbytes


def no_blobs(sha: Sha) -> bytes:
    """What reads for a workshop that only makes covers from briefs.

    Raises:
        StorageError: `blob-missing`, always.
    """
    raise StorageError("blob-missing", sha256=sha)


def _decoded(sha: Sha, content: bytes) -> Pixels:
    try:
        with Image.open(io.BytesIO(content)) as picture:
            pixels = np.array(picture.convert("RGB"))
    except (OSError, SyntaxError, ValueError) as error:  # PIL says broken chunks in many ways
        raise StorageError("blob-damaged", sha256=sha) from error
    pixels.flags.writeable = False
    return pixels
