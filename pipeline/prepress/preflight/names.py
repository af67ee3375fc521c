"""Names in a PDF (ISO 32000-1, 7.3.5) as people read them, whatever bytes a program wrote them in."""

import re
from typing import Any

LEGACY = ("utf-8", "cp949", "latin-1")
"""What names are written in: as they should be, by Korean programs of old, and by everybody else."""
_CODED = re.compile(rb"#([0-9A-Fa-f]{2})")


def plain_name(name: Any) -> str:
    """A name without its slash; what is no name is its text."""
    try:
        return str(name).removeprefix("/")
    except UnicodeDecodeError:
        coded: bytes = name.unparse()
    content = _CODED.sub(lambda found: bytes.fromhex(found[1].decode()), coded).removeprefix(b"/")
    for encoding in LEGACY:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""
