"""An example of each style, drawn beforehand: `python -m tests.gallery.samples` draws them anew."""

from importlib import resources


def sample(style: str) -> bytes | None:
    """The example of a style, a JPEG of 360 x 540 px; None for a style that came without one."""
    file = resources.files("bot.conversation") / "pictures" / f"{style}.jpg"
    return file.read_bytes() if file.is_file() else None
