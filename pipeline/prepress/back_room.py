"""Where words may stand on a back: a column within its margins, and what is left beside the barcode."""

from dataclasses import dataclass

from pipeline.domain.wrap import RectMm
from pipeline.prepress.setting_mm import PageMm
from pipeline.prepress.sheet_plan import SheetPlan

MARGIN = 0.1
"""The margin of the column, as a share of the back's width; more than the printer's, if it is safe."""
GAP_MM = 6.0
"""What stays free round the barcode's zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The column for the text of a back, and the barcode's zone, on the back's own page."""

    page: PageMm
    column: RectMm
    barcode: RectMm

    @property
    def foot(self) -> RectMm:
        """What is free beside the barcode at the foot of the column."""
        width = max(0.0, self.barcode.x - GAP_MM - self.column.x)
        top = self.barcode.y - 0.5 * self.barcode.h
        return RectMm(x=self.column.x, y=top, w=width, h=self.column.bottom - top)


def room_of(plan: SheetPlan) -> Room:
    """The room that a sheet's back has, away from edges, hinge and barcode."""
    verso, safe, zone = plan.verso, plan.wrap.safe_back, plan.wrap.barcode
    margin = max(MARGIN * verso.w, safe.x - verso.x, verso.right - safe.right)
    top = max(1.15 * MARGIN * verso.w, safe.y - verso.y)
    page = PageMm(width=verso.w, height=verso.h)
    barcode = RectMm(x=zone.x - verso.x, y=zone.y - verso.y, w=zone.w, h=zone.h)
    foot = verso.h - max(margin, verso.bottom - safe.bottom)
    column = RectMm(x=margin, y=top, w=verso.w - 2 * margin, h=foot - top)
    return Room(page=page, column=column, barcode=barcode)
