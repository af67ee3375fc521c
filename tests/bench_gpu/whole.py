"""The whole bench: everything is measured, told as it goes, and returned as plain values."""

import sys
from dataclasses import asdict, replace

import torch

from pipeline.engines.diffusion.devices import device_of
from tests.bench_gpu.grounds import Grounds, grounds_of
from tests.bench_gpu.machine import TERA, name_of
from tests.bench_gpu.measuring import Found, goals_of, measure
from tests.bench_gpu.options import Options
from tests.bench_gpu.overhead import overhead
from tests.bench_gpu.telling import Goal, goals_told, table

LIMIT = 0.03
"""The engine's work beside a step's forward pass, as a share of that."""
_STEPS, _MANY = 4, 20


def whole(options: Options) -> dict[str, object]:
    """Measure everything, and print it."""
    if device_of(options.device).type == "cpu":  # more wait for each other where others work too
        torch.set_num_threads(1)
    say("Building the model ...")
    with grounds_of(options) as on:
        found = measure(on, say)
        goals = goals_of(on, found)
        facts = _facts(on, found, options)
        on_processor = on.device.type == "cpu"
    if on_processor:
        goals += _beside(options)
    say(_summary(facts))
    say(f"\n{table(found.rows)}\n\n{goals_told(goals)}")
    return {**facts, "measured": [asdict(row) for row in found.rows],
            "goals": [goal.as_dict() for goal in goals]}  # fmt: skip


def say(text: str) -> None:
    """Print at once: much of this takes minutes."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _facts(on: Grounds, found: Found, options: Options) -> dict[str, object]:
    return {
        "device": name_of(on.device), "dtype": str(on.dtype).removeprefix("torch."),
        "torch": torch.__version__, "size": on.size, "rows": on.rows, "compile": options.compile,
        "width": on.plain.width, "height": on.plain.height, "steps": list(on.mixed.steps),
        "product_tera_per_s": found.product_rate / TERA, "step_tera": on.work.step / TERA,
        "decoding_tera": on.work.decoding / TERA, "alone_s": found.alone,
        "first_preview_s": found.previewed,
    }  # fmt: skip


def _summary(facts: dict[str, object]) -> str:
    return (
        "\n{device}, {dtype}: matrix products at {product_tera_per_s:.3g} TFLOP/s. A guided step of "
        "{width} x {height} px takes {step_tera:.4g} TFLOP, a decoding {decoding_tera:.4g} (torch's "
        "counter, on the same architecture).\nA picture alone takes {alone_s:.3f} s, its first "
        "preview {first_preview_s:.3f} s."
    ).format(**facts)


def _beside(options: Options) -> list[Goal]:
    """The engine's own work, on the processor: there a forward pass can be told from the rest."""
    say("Measuring what the engine does beside the forward passes ...")
    with grounds_of(replace(options, size="quarter", rows=2, compile=False)) as on:
        one = overhead(on.bare_engine(), replace(on.plain, steps=(_STEPS,)), count=1)
    with grounds_of(replace(options, size="tiny", compile=False)) as on:
        full = overhead(on.engine(), replace(on.plain, steps=(_MANY,)), count=on.at_once)
    say(f"A step of one picture: {one.forward:.3f} s in a UNet a quarter as wide as SD's, "
        f"{1000 * one.beside:.2f} ms beside it; of {on.at_once} pictures in a pass "
        f"{1000 * full.beside:.2f} ms.")  # fmt: skip
    each = {"limit": LIMIT, "at_least": False, "judged": True}
    return [
        Goal(name="work beside the forward pass of one picture", value=one.share, **each),
        Goal(name=f"the same of {on.at_once}, whose pass takes {on.at_once} times as long",
             value=full.beside / (on.at_once * one.forward), **each),
    ]  # fmt: skip
