"""The lettering of one cover as data: what `to_json` writes, `from_json` reads back."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from pipeline.domain.geometry import Box


class Role(StrEnum):
    """What a text block is on the cover."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    AUTHOR = "author"
    SERIES = "series"
    FREE = "free"


class Material(StrEnum):
    """What the letters are made of."""

    FLAT = "flat"
    FOIL = "foil"
    LETTERPRESS = "letterpress"
    LINO = "lino"
    RISO = "riso"
    EXTRUDE = "extrude"


class Align(StrEnum):
    """To which side of its box a block's lines are set; by ink, not by advance."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Case(StrEnum):
    """How the words are cased when they are set; the words themselves are kept as typed."""

    AS_TYPED = "as-typed"
    UPPER = "upper"
    SMALL_CAPS = "small-caps"


class EffectKind(StrEnum):
    """What is drawn behind or around the letters."""

    SHADOW = "shadow"
    HALO = "halo"
    OUTLINE = "outline"
    PANEL = "panel"


class Trait(StrEnum):
    """What of a block's look a person may have chosen, so that a new drawing keeps it."""

    FACE = "face"
    COLOUR = "colour"
    SIZE = "size"
    MATERIAL = "material"
    EFFECTS = "effects"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One effect; `size` is in ems of the block, `strength` is an opacity from 0 to 1."""

    kind: EffectKind
    colour: str
    strength: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """A soft gradient over the art that gives lettering a calm ground.

    `box` is where the tone is full; it fades out over `fade` (a fraction of the cover's
    height) beyond the box, on the sides that do not touch the cover's edge.
    """

    box: Box
    colour: str
    strength: float
    fade: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """One piece of lettering.

    `lines` are the words as broken; `size` is the em in fractions of the cover's short side;
    `tracking` and `leading` (baseline to baseline) are in ems; `axes` are variable-font axes
    such as ("wght", 600.0); `box` is where the ink goes. When `vertical`, each of `lines` is a
    column, set from right to left. A `locked` block was placed
    by a person and is to stay there; `chosen` are the traits that a person gave it.
    """

    role: Role
    words: str
    lines: tuple[str, ...]
    font: str
    axes: tuple[tuple[str, float], ...] = ()
    size: float
    tracking: float = 0.0
    leading: float = 1.2
    align: Align = Align.CENTRE
    box: Box
    colour: str
    case: Case = Case.AS_TYPED
    material: Material = Material.FLAT
    effects: tuple[Effect, ...] = ()
    vertical: bool = False
    locked: bool = False
    chosen: tuple[Trait, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """All lettering of a cover of one ratio (`aspect` = width / height), drawn in order."""

    aspect: float
    blocks: tuple[TextBlock, ...]
    tones: tuple[Tone, ...] = field(default=())
    language: str = "en"

    def block(self, role: Role) -> TextBlock | None:
        """The first block of `role`, or None."""
        return next((block for block in self.blocks if block.role is role), None)

    def with_block(self, old: TextBlock, new: TextBlock) -> "Layout":
        """The layout with `new` in the place of `old`."""
        blocks = tuple(new if block is old else block for block in self.blocks)
        return replace(self, blocks=blocks)
