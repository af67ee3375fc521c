"""Make the small pictures of `/styles` anew: `python -m tests.gallery.samples`.

Writes bot/conversation/pictures/: for each style, the invented book with which `articover styles`
shows it. The chats show them without drawing anything.
"""

import io
import sys
from pathlib import Path

from PIL import Image

from config.formats import load_formats
from config.showcase import load_showcase
from config.styles import load_styles
from pipeline.domain.brief import read_brief
from tests.real import covers

PICTURES = Path(__file__).parents[2] / "bot" / "conversation" / "pictures"
SHARED = {"format": "2:3", "options": 1, "seed": 3}
SIZE = (360, 540)


def main() -> None:
    """Draw, write, and say what was written."""
    PICTURES.mkdir(exist_ok=True)
    books = load_showcase()
    for style in load_styles():
        path = PICTURES / f"{style.name}.jpg"
        brief = read_brief({**books[style.name], **SHARED, "style": style.name}, load_formats())
        small(covers(brief).drafts[0].preview).save(path, quality=82, optimize=True)
        sys.stdout.write(f"{path.name}  {path.stat().st_size // 1000} kB\n")


def small(preview):
    """A preview as a chat shows it beside others."""
    picture = Image.open(io.BytesIO(preview)).convert("RGB")
    return picture.resize(SIZE, Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
