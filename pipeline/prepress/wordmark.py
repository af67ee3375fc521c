"""What stands on a back that has nothing to tell: title and author, small, in their own lettering."""

from pipeline.domain.layout import Align, Role, TextBlock
from pipeline.prepress.back_room import Room
from pipeline.prepress.cover_look import Look
from pipeline.prepress.setting_mm import POINT_MM, line_setting
from pipeline.typography.fitting import small_text
from pipeline.typography.library import FaceLibrary

TITLE_PT, AUTHOR_PT, LEAST_PT = 19.0, 9.5, 7.0
WIDTH = 0.62
"""How wide it may be, as a share of the column."""
HEIGHT = 0.4
"""Its middle, as a share of the back's height: where the eye looks first."""
BETWEEN = 0.75
"""Between title and author, in ems of the title."""


def wordmark(room: Room, look: Look, library: FaceLibrary) -> tuple[TextBlock, ...]:
    """Its blocks, centred on the back; none for a cover without words."""
    parts = ((Role.TITLE, look.title, look.display, TITLE_PT),
             (Role.AUTHOR, look.author, look.small, AUTHOR_PT))  # fmt: skip
    width = WIDTH * room.column.w
    sized = [
        (role, words, use, text)
        for role, words, use, largest in parts
        if words and (text := small_text(
            line_setting(library, words, use, look.language, Align.CENTRE), width,
            largest * POINT_MM, LEAST_PT * POINT_MM))
    ]  # fmt: skip
    gap = BETWEEN * TITLE_PT * POINT_MM
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
