"""What was done to lettering in a picture as plain values, for JSON that programs read.

[{"kind": "erasure", "eraser": "builtin", "erased": 2, "left": 0, "tries": 1, "by_itself": true},
 {"kind": "replacement", "hand": "type", "words": "THE SEA", "face": "Anton", "read": "THE SEA",
  "fallback": false}]
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from pipeline.domain.lettering import Retouch


def retouch_values(retouches: Sequence[Retouch]) -> list[dict[str, Any]]:
    """Every retouch with its kind, oldest first."""
    return [{"kind": type(one).__name__.lower(), **asdict(one)} for one in retouches]
