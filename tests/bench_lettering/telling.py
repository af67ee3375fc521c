"""What was measured, as tables for people."""

from collections.abc import Sequence

import numpy as np

from tests.bench_gpu.telling import columns
from tests.bench_lettering.goals import Goal
from tests.bench_lettering.results import Results
from tests.bench_lettering.truth import Split

NOTHING = "-"


def told(results: Results) -> str:
    """All tables, one after the other."""
    return "\n\n".join(part for part in (
        _found(results), _read(results), _truth(results), _whole(results), _missing(results),
    ) if part)  # fmt: skip


def goals_told(goals: Sequence[Goal]) -> str:
    """The goals in columns."""
    rows = [("goal", "measured", "limit", "")]
    for goal in goals:
        limit = f"{'≥' if goal.at_least else '≤'} {goal.limit:g}"
        verdict = {True: "met", False: "MISSED", None: "(not measured)"}[goal.met]
        rows.append(
            (goal.name, NOTHING if goal.value is None else f"{goal.value:.4g}", limit, verdict)
        )
    return columns(rows)


def _found(results: Results) -> str:
    head = ("found by", "in", "pictures", "lines", "recall", "precision", "ink covered", "masked",
            "s (median)", "CPU s", "missed, by role")  # fmt: skip
    rows = [head]
    for (name, split), tally in sorted(results.found.items(), key=_order):
        free = split is Split.FREE
        roles = (
            f"{role} {missed}/{count}" for role, (missed, count) in tally.missed.items() if missed
        )
        rows.append((
            name, str(split), str(tally.pictures), str(tally.lines),
            NOTHING if free else f"{tally.recall:.3f}",
            f"{tally.found} found" if free else f"{tally.precision:.3f}",
            NOTHING if free else f"{np.mean(tally.inked):.3f}",
            f"{np.mean(tally.masked):.2%}" if free else NOTHING,
            f"{np.median(tally.wall):.2f}", f"{np.median(tally.cpu):.2f}", ", ".join(roles),
        ))  # fmt: skip
    return columns(rows) if len(rows) > 1 else ""


def _read(results: Results) -> str:
    rows = [("read by", "in", "lines", "CER", "exact", "script right", "s a picture")]
    for (name, split), one in results.read.items():
        values = one.as_dict()
        rows.append((name, str(split), str(one.lines), f"{one.error_rate:.3f}", f"{values['exact']:.1%}",
                     f"{values['script_right']:.1%}", f"{values['wall_s']:.2f}"))  # fmt: skip
    return columns(rows) if len(rows) > 1 else ""


QUALITY = ("PSNR", "SSIM", "VGG", "sharpness")


def _truth(results: Results) -> str:
    rows = [("true ink filled by", "pictures", *QUALITY, "changed outside", "s (median)")]
    for name, filled in results.truth.items():
        rows.append((name, str(filled.pictures), *_quality(filled.as_dict()), str(filled.outside),
                     f"{np.median(filled.wall):.2f}"))  # fmt: skip
    return columns(rows) if len(rows) > 1 else ""


def _whole(results: Results) -> str:
    head = ("found and erased by", "in", "pictures", "lines", "left", "clean pictures", *QUALITY,
            "changed outside", "s (median)")  # fmt: skip
    rows = [head]
    for (name, split), one in sorted(results.whole.items(), key=_order):
        values = one.as_dict()
        left = sum(one.left.values()) / max(1, one.lines)
        rows.append((name, str(split), str(one.pictures), str(one.lines), f"{left:.1%}",
                     f"{values['clean_pictures']:.1%}", *_quality(values), str(one.outside),
                     f"{np.median(one.wall):.2f}"))  # fmt: skip
    if len(rows) == 1:
        return ""
    back = results.background
    return columns(rows) + (
        f"\n(on the true backgrounds the same judge finds {sum(back.left.values())} of {back.lines} lines)"
    )


def _quality(values: dict[str, object]) -> tuple[str, ...]:
    return (f"{values['psnr']:.2f}", f"{values['ssim']:.3f}", f"{values['vgg']:.3f}",
            f"{values['sharpness']:.2f}")  # fmt: skip


def _missing(results: Results) -> str:
    return "\n".join(f"{name}: not measured; {why}" for name, why in results.missing.items())


def _order(item: tuple[tuple[str, Split], object]) -> tuple[str, int]:
    (name, split), _ = item
    return name, tuple(Split).index(split)
