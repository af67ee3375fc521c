"""Whether a cover is fit for the printer and the shop: every check with its value and its rule.

The limits are the printers' own: 300 DPI, 0.125 in that the knife may take (KDP help G201953020);
eBook covers from 625 x 1000 px to 10,000 px a side and 50 MB (KDP help G6GTK3T3NUHKLEFX); contrast
from WCAG 2.2, 1.4.3. What a person reads about a check is in the message catalogue, by its code.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipeline.domain.art import Art, is_enlarged
from pipeline.domain.format import MM_PER_INCH, Format, FormatKind
from pipeline.domain.layout import Layout, Role, TextBlock
from pipeline.domain.picture import MEGABYTE
from pipeline.domain.report import Check, Report, Verdict
from pipeline.stages.thumbnail import THUMBNAIL_PX
from pipeline.typography.legibility import Measure

DPI, DPI_LOW = 300.0, 200.0
"""Under the first a printer warns, under the second a reader sees pixels."""
POINTS, POINTS_LOW = 8.0, 6.0
"""Small type that is comfortable, and the smallest that prints cleanly."""
SAFE_MM = 0.125 * MM_PER_INCH
"""What trimming may take off; lettering stays that far inside the trimmed page."""
CAPITAL_PX = 5.0
"""Capitals of a title need about five pixels in a thumbnail to be told apart."""
THUMBNAIL_CONTRAST = 2.0
FILE_MB: Mapping[str, tuple[float, float]] = {"jpeg": (50.0, 50.0), "pdf": (40.0, 650.0)}
"""Megabytes that are advised and that are allowed, by kind of file."""
SHOP_LEAST_PX, SHOP_MOST_PX = (625, 1000), 10_000
CAPITAL_EM = 0.7
"""Height of a capital, or of a Hangul syllable's inside, in ems; near enough for every face."""

CHECKS = (
    "pixels", "resolution", "enlarged", "contrast-title", "contrast-small", "smallest-text",
    "thumbnail-size", "thumbnail-contrast", "safe-area", "file-jpeg", "file-pdf", "shop-pixels",
)  # fmt: skip
"""The codes of all checks, in the order of a report; its message is `preflight-CODE`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known about a finished cover.

    `pixels` (width, height) of the print file; `art_px` the same of the art before anything
    enlarged it, which is what `resolution` counts; `thumbnail_contrast` from
    `stages.thumbnail`, None without a title; `file_bytes` by kind (`jpeg`, `pdf`) of the files
    that were made. Lettering is to stay `safe_mm` inside the trimmed page.
    """

    format: Format
    layout: Layout
    measures: tuple[Measure, ...]
    pixels: tuple[int, int]
    art_px: tuple[int, int]
    thumbnail_contrast: float | None = None
    file_bytes: Mapping[str, int] = field(default_factory=dict[str, int])
    safe_mm: float = SAFE_MM


def preflight(evidence: Evidence) -> Report:
    """Every check that the evidence allows, in the order of `CHECKS`."""
    checks = (
        *_size(evidence), *_contrast(evidence), *_small_type(evidence), *_thumbnail(evidence),
        *_safe_area(evidence), *_files(evidence), *_shop(evidence),
    )  # fmt: skip
    return Report(checks=checks)


def resolution(dpi: float) -> Check:
    """The check of a picture that has so many pixels of its own for each inch in print."""
    return _at_least("resolution", dpi, DPI, DPI_LOW, "dpi")


def of_art(report: Report, art: Art) -> Report:
    """`report` as it is for `art`: what a picture lacked before it was enlarged is no fault any more.

    Its own resolution is told all the same, since fine details are the model's.
    """
    if not is_enlarged(art):
        return report
    return replace(report, checks=tuple(map(_as_enlarged, report.checks)))


def _as_enlarged(check: Check) -> Check:
    if check.code != "resolution":
        return check
    verdict = Verdict.PASS if check.verdict is Verdict.PASS else Verdict.WARN
    return replace(check, code="enlarged", verdict=verdict)


def _at_least(code: str, measured: float, good: float, low: float, unit: str) -> Check:
    """Passes from `good` on and fails below `low`."""
    shown = round(measured, 2)
    verdict = (
        Verdict.PASS if measured >= good - 1e-6
        else Verdict.WARN if measured >= low - 1e-6
        else Verdict.FAIL
    )  # fmt: skip
    return Check(code=code, verdict=verdict, measured=shown, limit=good, unit=unit)


def _size(evidence: Evidence) -> Iterable[Check]:
    """A preview is no mistake, so it is only a warning; what was drawn can be drawn larger."""
    wanted = evidence.format.print_px()
    preview = evidence.pixels == evidence.format.preview_px
    wrong = Verdict.WARN if preview else Verdict.FAIL
    yield Check(
        code="pixels", verdict=Verdict.PASS if evidence.pixels == wanted else wrong,
        measured=_by(evidence.pixels), limit=_by(wanted), unit="px",
    )  # fmt: skip
    # against whole pixels: 1795 of 1795.3 are no lack of resolution
    dpi = DPI * min(art / print_ for art, print_ in zip(evidence.art_px, wanted, strict=True))
    drawn = evidence.art_px == evidence.pixels
    yield _at_least("resolution", dpi, DPI, 0.0 if preview and drawn else DPI_LOW, "dpi")


def _by(size: tuple[int, int]) -> str:
    return f"{size[0]} × {size[1]}"


def _contrast(evidence: Evidence) -> Iterable[Check]:
    """The worst title and the worst small block, each against what it wants."""
    groups = {"contrast-title": True, "contrast-small": False}
    for code, is_title in groups.items():
        measures = [m for m in evidence.measures if (m.role is Role.TITLE) is is_title]
        if measures:
            worst = min(measures, key=lambda m: m.ratio / m.wanted)
            yield _at_least(code, worst.ratio, worst.wanted, worst.wanted, "")


def _small_type(evidence: Evidence) -> Iterable[Check]:
    blocks = evidence.layout.blocks
    if blocks:
        smallest = min(block.size for block in blocks)
        yield _at_least(
            "smallest-text", smallest * min(evidence.format.points), POINTS, POINTS_LOW, "pt"
        )


def _thumbnail(evidence: Evidence) -> Iterable[Check]:
    title = evidence.layout.block(Role.TITLE)
    if title is None:
        return
    capital = title.size * CAPITAL_EM * THUMBNAIL_PX
    yield _at_least("thumbnail-size", capital, CAPITAL_PX, 0.0, "px")
    if evidence.thumbnail_contrast is not None:
        yield _at_least(
            "thumbnail-contrast", evidence.thumbnail_contrast, THUMBNAIL_CONTRAST, 0.0, ""
        )


def _safe_area(evidence: Evidence) -> Iterable[Check]:
    blocks = evidence.layout.blocks
    if blocks and evidence.format.kind is not FormatKind.SCREEN:
        nearest = min(_to_edge_mm(block, evidence.format) for block in blocks)
        yield _at_least("safe-area", nearest, round(evidence.safe_mm, 2), 0.0, "mm")


def _to_edge_mm(block: TextBlock, form: Format) -> float:
    """From a block's ink to the nearest edge of the trimmed page; negative when cut off."""
    box = block.box
    across = min(box.x, 1 - box.right) * form.width_mm
    return min(across, min(box.y, 1 - box.bottom) * form.height_mm)


def _files(evidence: Evidence) -> Iterable[Check]:
    for kind, (advised, allowed) in FILE_MB.items():
        if kind in evidence.file_bytes:
            size = evidence.file_bytes[kind] / MEGABYTE
            verdict = (
                Verdict.PASS if size <= advised
                else Verdict.WARN if size <= allowed
                else Verdict.FAIL
            )  # fmt: skip
            limit = allowed if verdict is Verdict.FAIL else advised
            yield Check(code=f"file-{kind}", verdict=verdict, measured=round(size, 2),
                        limit=limit, unit="MB")  # fmt: skip


def _shop(evidence: Evidence) -> Iterable[Check]:
    """What a shop takes as a picture of an eBook's cover."""
    if evidence.format.kind is not FormatKind.SCREEN:
        return
    width, height = evidence.pixels
    fits = (
        width >= SHOP_LEAST_PX[0] and height >= SHOP_LEAST_PX[1]
        and max(width, height) <= SHOP_MOST_PX
    )  # fmt: skip
    limit = f"{_by(SHOP_LEAST_PX)} – {_by((SHOP_MOST_PX, SHOP_MOST_PX))}"
    yield Check(code="shop-pixels", verdict=Verdict.PASS if fits else Verdict.FAIL,
                measured=_by(evidence.pixels), limit=limit, unit="px")  # fmt: skip
