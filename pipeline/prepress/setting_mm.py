"""Blocks of text placed in millimetres on a page of the sheet, for a layout of that page."""

from dataclasses import dataclass

from pipeline.domain.fonts import FaceUse
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Material, Role, TextBlock
from pipeline.typography.casing import Style
from pipeline.typography.fitting import Setting, ink_of
from pipeline.typography.library import FaceLibrary

POINT_MM = 25.4 / 72


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMm:
    """A page of `width` x `height` millimetres that becomes a layout."""

    width: float
    height: float

    def block(
        self, role: Role, words: str, lines: tuple[str, ...], use: FaceUse, *, em: float, x: float,
        top: float, size: tuple[float, float], leading: float = 1.2, align: Align = Align.LEFT,
        material: Material = Material.FLAT, vertical: bool = False,
    ) -> TextBlock:  # fmt: skip
        """A block whose ink begins at `top` and is `size` large; `em`, `x` and all in millimetres."""
        short = min(self.width, self.height)
        return TextBlock(
            role=role, words=words, lines=lines, font=use.face, axes=use.axes, size=em / short,
            tracking=use.tracking, leading=leading, align=align, colour="#000000", case=use.case,
            material=material, vertical=vertical,
            box=Box(x=x / self.width, y=top / self.height, w=size[0] / self.width,
                    h=size[1] / self.height),
        )  # fmt: skip


def line_setting(
    library: FaceLibrary, words: str, use: FaceUse, language: str, align: Align = Align.LEFT
) -> Setting:
    """The setting of one line, or of lines that are known."""
    return Setting(library, words, Style.of(use), align, language)


def body_of(library: FaceLibrary, use: FaceUse, *, korean: bool) -> tuple[float, float]:
    """Top and foot, in ems, of what the eye takes for the height of a line: its capitals or syllables."""
    sample = "한" if korean else "H"
    ink = ink_of(line_setting(library, sample, use, "ko" if korean else "en"), (sample,), 1.0)
    return ink.top(), ink.bottom()
