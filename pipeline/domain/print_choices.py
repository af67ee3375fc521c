"""What can be chosen about a print order besides the book and its back, by the names people type."""

from collections.abc import Mapping

from pipeline.domain.printer import PdfStandard, SpineReading
from pipeline.domain.upscaling import Weights

WEIGHTS: Mapping[str, Weights | None] = {"auto": None, **{str(one): one for one in Weights}}
STANDARDS: Mapping[str, PdfStandard | None] = {
    "printer": None, "x1a": PdfStandard.X1A, "x3": PdfStandard.X3,
}  # fmt: skip
SPINES: Mapping[str, SpineReading | None] = {
    "usual": None, **{str(one): one for one in SpineReading},
}  # fmt: skip
