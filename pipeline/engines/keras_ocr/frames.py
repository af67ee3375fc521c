"""What goes through the pipes between a worker and keras-ocr's process.

A frame is its kind in one byte, the length of its body in four (big-endian), and the body. Pictures
and boxes are numbers in their order in memory, and what failed is JSON: neither side unpickles.
"""

import json
import struct
from collections.abc import Sequence
from enum import IntEnum
from typing import IO

import numpy as np

from pipeline.domain.retouch_errors import RetouchError
from pipeline.ports.lettering import Fragment, Pixels

LARGEST = 64 * 2**20
"""Of a body in bytes. Pictures are made smaller than that before they are sent."""
_HEAD = struct.Struct(">BI")
_SIZE = struct.Struct(">II")
_NUMBERS = 9
"""Of a fragment: eight of its corners, and how sure it is; little-endian float32."""


class Kind(IntEnum):
    """What a frame says; the first is sent to the process, the others by it."""

    PICTURE = 1
    READY = 2
    FOUND = 3
    FAILED = 4


class FrameError(Exception):
    """Something went through a pipe that is no frame, or the pipe ended within one."""


def send(pipe: IO[bytes], kind: Kind, body: bytes = b"") -> None:
    """Write a frame.

    Raises:
        OSError: when nobody reads the pipe any more.
    """
    pipe.write(_HEAD.pack(kind, len(body)) + body)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[Kind, bytes] | None:
    """The next frame; None at the end of the pipe.

    Raises:
        FrameError: for anything else.
    """
    head = pipe.read(_HEAD.size)
    if not head:
        return None
    if len(head) < _HEAD.size:
        raise FrameError
    kind, length = _HEAD.unpack(head)
    if kind not in set(Kind) or length > LARGEST:
        raise FrameError
    body = pipe.read(length)
    if len(body) < length:
        raise FrameError
    return Kind(kind), body


def packed_picture(rgb: Pixels) -> bytes:
    """A picture as the body of a frame."""
    return _SIZE.pack(*rgb.shape[:2]) + rgb.tobytes()


def picture_in(body: bytes) -> Pixels:
    """The picture that `packed_picture` wrote.

    Raises:
        FrameError: when its size is not what it says.
    """
    height, width = _SIZE.unpack(body[: _SIZE.size].rjust(_SIZE.size, b"\0"))
    if len(body) != _SIZE.size + 3 * height * width:
        raise FrameError
    return np.frombuffer(body, np.uint8, offset=_SIZE.size).reshape(height, width, 3)


def packed_fragments(found: Sequence[Fragment]) -> bytes:
    """What was found as the body of a frame."""
    rows = [np.append(one.corners.ravel(), one.confidence) for one in found]
    return np.array(rows, "<f4").tobytes()


def fragments_in(body: bytes) -> list[Fragment]:
    """What `packed_fragments` wrote.

    Raises:
        FrameError: when it is not a whole number of fragments, or no numbers.
    """
    if len(body) % (4 * _NUMBERS):
        raise FrameError
    rows = np.frombuffer(body, "<f4").reshape(-1, _NUMBERS).astype(np.float32)
    if not np.isfinite(rows).all():
        raise FrameError
    return [Fragment(corners=row[:8].reshape(4, 2), confidence=float(row[8])) for row in rows]


def packed_error(error: RetouchError) -> bytes:
    """What went wrong as the body of a frame."""
    return json.dumps({"code": error.code, "facts": dict(error.facts)}).encode()


def error_in(body: bytes) -> RetouchError:
    """What `packed_error` wrote.

    Raises:
        FrameError: when it is none of ours.
    """
    try:
        told = json.loads(body)
        return RetouchError(told["code"], **told["facts"])
    except (ValueError, KeyError, TypeError) as error:
        raise FrameError from error
