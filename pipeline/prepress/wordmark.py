"""What stands on a back that has nothing to tell: title and author, small, in their own lettering."""

from pipeline.domain.layout import Align, Role, TextBlock
from pipeline.prepress.back_room import Room
from pipeline.prepress.cover_look import Look
from pipeline.prepress.setting_mm import POINT_MM, line_setting
from pipeline.typography.fitting import small_text
from pipeline.typography.library import FaceLibrary

TITLE, AUTHOR, LEAST_PT = 0.06, 0.027, 7.0
"""The largest ems of title and author, as shares of the back's short side."""
WIDTH = 0.74
"""How wide it may be, as a share of the column."""
HEIGHT = 0.4
"""Its middle, as a share of the back's height: where the eye looks first."""
BETWEEN = 0.75
"""Between title and author, in ems of the title."""


def wordmark(room: Room, look: Look, library: FaceLibrary) -> tuple[TextBlock, ...]:
    """Its blocks, centred on the back; none for a cover without words."""
    short, width = min(room.page.width, room.page.height), WIDTH * room.column.w
    parts = ((Role.TITLE, look.title, look.display, TITLE * short),
             (Role.AUTHOR, look.author, look.small, AUTHOR * short))  # fmt: skip
    sized = [
        (role, words, use, text)
        for role, words, use, largest in parts
        if words and (text := small_text(
            line_setting(library, words, use, look.language, Align.CENTRE), width,
            largest, LEAST_PT * POINT_MM))
    ]  # fmt: skip
    gap = BETWEEN * TITLE * short
    height = sum(text.height for *_, text in sized) + gap * (len(sized) - 1)
    top = HEIGHT * room.page.height - height / 2
    blocks: list[TextBlock] = []
    for role, words, use, text in sized:
        x = room.column.x + (room.column.w - text.width) / 2
        blocks.append(room.page.block(
            role, words, text.proposal.lines, use, em=text.em, x=x, top=top,
            size=(text.width, text.height), leading=text.proposal.leading, align=Align.CENTRE,
        ))  # fmt: skip
        top += text.height + gap
    return tuple(blocks)
