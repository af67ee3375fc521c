"""The model that paints: would it, on what, with which weights, and how safely."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from bot.app import PainterSettings
from bot.doctor.choosing import Choice, Why, extra_installed, gpu_seen, weights_of, would_paint
from bot.doctor.finding import Finding, State
from pipeline.domain.errors import ModelError
from pipeline.domain.known_model import KnownModel
from pipeline.engines.hub.shelf import ADAPTERS, has_checker
from storage.adapters import FolderAdapters

_PROBE_S = 90.0
"""Reading torch from a cold disk takes most of it."""
_ENOUGH_GB = 7
"""A card of 8 GB reports a little less; below, a whole model in half precision fits barely."""
_PROBE = """
import json, torch
found = {"torch": torch.__version__}
if torch.cuda.is_available():
    card = torch.cuda.get_device_properties(0)
    found |= {"name": card.name, "memory": card.total_memory}
elif torch.backends.mps.is_available():
    found |= {"name": "Apple", "memory": torch.mps.recommended_max_memory()}
print(json.dumps(found))
"""

REMEDIES = {
    Why.OFF: "painting-off",
    Why.EXTRA: "painting-extra",
    Why.WEIGHTS: "painting-weights",
    Why.BROKEN: "painting-weights",
    Why.GPU: "painting-gpu",
}
"""What to do where a model would not paint."""

Probe = Callable[[], Mapping[str, Any]]


def findings(settings: PainterSettings, known: Sequence[KnownModel], probe: Probe | None = None) -> list[Finding]:  # fmt: skip
    """What decides over painting, and what it would be painted with.

    `probe` asks torch, in a process of its own, which is done only where torch is.
    """
    choice = would_paint(settings)
    found = [_choice(choice, settings)]
    if extra_installed():
        found += _hardware(probe or ask_torch, settings)
    if choice.model is not None and choice.why is not Why.BROKEN:
        found += _weights(choice.model, settings, known)
    return [*found, _adapters(settings.models)]


def _choice(choice: Choice, settings: PainterSettings) -> Finding:
    """What paints, and why; whoever demanded a painter is told louder."""
    wanting = {Why.WEIGHTS, Why.BROKEN} | ({Why.EXTRA} if settings.use == "on" else set())
    state = State.WARNING if choice.why in wanting else State.OK
    return Finding(
        subject="engine-painting", state=state, key=f"painting-{choice.why}",
        facts={"model": settings.model}, remedy=REMEDIES.get(choice.why),
    )  # fmt: skip


def ask_torch() -> Mapping[str, Any]:
    """What torch says of itself and its GPU; `reason` where it cannot be asked."""
    run = [sys.executable, "-c", _PROBE]
    try:
        told = subprocess.run(run, capture_output=True, text=True, timeout=_PROBE_S, check=False)  # noqa: S603
        return json.loads(told.stdout) if told.returncode == 0 else {"reason": _last(told.stderr)}
    except subprocess.TimeoutExpired:
        return {"reason": f"> {_PROBE_S:.0f} s"}
    except (OSError, ValueError) as error:
        return {"reason": str(error)}


def _last(text: str) -> str:
    """The last line of a trace, which says what went wrong."""
    lines = text.strip().splitlines()
    return lines[-1][:200] if lines else "?"


def _hardware(probe: Probe, settings: PainterSettings) -> Iterator[Finding]:
    told = probe()
    if "reason" in told:
        yield Finding(subject="painting-libraries", state=State.WARNING,
                      key="painting-libraries-broken", facts={"reason": str(told["reason"])},
                      remedy="painting-libraries")  # fmt: skip
        return
    yield Finding(subject="painting-libraries", state=State.OK, key="painting-libraries",
                  facts={"torch": str(told["torch"]), "diffusers": metadata.version("diffusers")})  # fmt: skip
    yield _device(told, settings)


def _device(told: Mapping[str, Any], settings: PainterSettings) -> Finding:
    subject = "painting-device"
    if "name" not in told and gpu_seen():
        return Finding(subject=subject, state=State.WARNING, key="painting-driver",
                       remedy="painting-driver")  # fmt: skip
    if "name" not in told:
        return Finding(subject=subject, state=State.OK, key="painting-no-device")
    memory_gb = round(int(told["memory"]) / 2**30)
    facts = {"name": str(told["name"]), "memory_gb": memory_gb}
    if memory_gb < _ENOUGH_GB and not settings.offload:
        return Finding(subject=subject, state=State.WARNING, key="painting-small", facts=facts,
                       remedy="painting-small")  # fmt: skip
    return Finding(subject=subject, state=State.OK, key="painting-device", facts=facts)


def _weights(
    model: Path, settings: PainterSettings, known: Sequence[KnownModel]
) -> Iterator[Finding]:
    here = weights_of(model, settings.models, known)
    yield Finding(
        subject="painting-previews", state=State.OK,
        key="painting-previews" if here.preview else "painting-projected",
        remedy=None if here.preview else "painting-previews",
    )  # fmt: skip
    checked = has_checker(model)
    yield Finding(
        subject="painting-safety", state=State.OK if checked else State.WARNING,
        key="painting-checker" if checked else "painting-no-checker",
        facts={"model": settings.model},
    )  # fmt: skip


def _adapters(models: Path) -> Finding:
    """How many there are; a file that is gone, or a catalogue that is damaged, is told."""
    adapters = FolderAdapters(models / ADAPTERS)
    try:
        found = adapters.all()
        for one in found:
            adapters.path(one.name)
    except ModelError as error:
        return Finding(
            subject="painting-adapters", state=State.WARNING, key="painting-adapters-broken",
            facts={"reason": f"{error.code} {error.facts.get('path', '')}"},
            remedy="painting-adapters",
        )  # fmt: skip
    return Finding(subject="painting-adapters", state=State.OK, key="painting-adapters",
                   facts={"count": len(found)})  # fmt: skip
