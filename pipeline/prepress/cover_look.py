"""What the back and the spine take over from a front: its words, faces and inks."""

from dataclasses import dataclass, field, replace

from pipeline.domain.fonts import FaceUse, FontCatalogue
from pipeline.domain.layout import Align, Case, Layout, Material, Role, TextBlock
from pipeline.domain.version import Document
from pipeline.domain.words import Writing, writing_of
from pipeline.stages.imprint import Imprint

READING_TRACKING = 0.0
SHOUTED = 60
"""From this many characters on, a line of a title's face is no longer set in capitals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a cover speaks: `display` is its title's face, `small` its names', `text` what is read.

    `inks` are its colours for lettering, best first, `title_ink` is that of its title, and
    `material` what its title is made of.
    """

    title: str
    author: str
    language: str
    display: FaceUse
    small: FaceUse
    text: FaceUse
    align: Align
    material: Material
    title_ink: str
    inks: tuple[str, ...] = field(default=())

    @property
    def writing(self) -> Writing:
        """The writing of its title."""
        return writing_of(self.title)


def look_of(
    document: Document, layout: Layout, imprint: Imprint, catalogue: FontCatalogue
) -> Look:  # fmt: skip
    """The look of a `layout` of the document; what it does not say comes from its imprint."""
    pairing = catalogue.pairing(document.pairing)
    title, author = layout.block(Role.TITLE), layout.block(Role.AUTHOR)
    small = _used(author) if author else pairing.small
    others = (block.colour for block in layout.blocks if block is not title)
    inks = (*others, *([title.colour] if title else []), *document.zones.small_inks,
            *document.zones.inks)  # fmt: skip
    return Look(
        title=title.words if title else imprint.title,
        author=author.words if author else imprint.author, language=layout.language,
        display=_used(title) if title else pairing.title, small=small,
        text=read_in(small, catalogue), align=title.align if title else pairing.align,
        material=title.material if title else Material.FLAT, title_ink=title.colour if title else inks[0],
        inks=tuple(dict.fromkeys(inks)),
    )  # fmt: skip


def read_in(use: FaceUse, catalogue: FontCatalogue) -> FaceUse:
    """The face in which running text goes with `use`: itself, or the one that reads for it."""
    face, axes = catalogue.reading.get(use.face, (use.face, use.axes))
    calm = tuple((tag, min(value, 480.0) if tag == "wght" else value) for tag, value in axes)
    return FaceUse(face=face, axes=calm, case=Case.AS_TYPED, tracking=READING_TRACKING)


def spoken(use: FaceUse, words: str) -> FaceUse:
    """A title's face for a line of other words: long ones are not shouted, and hardly tracked."""
    if len(words) <= SHOUTED or use.case is not Case.UPPER:
        return replace(use, tracking=min(use.tracking, 0.08))
    return replace(use, case=Case.AS_TYPED, tracking=min(use.tracking, 0.01))


def _used(block: TextBlock) -> FaceUse:
    return FaceUse(face=block.font, axes=block.axes, case=block.case, tracking=block.tracking)
