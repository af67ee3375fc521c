"""LoRAs on diffusers' own pipelines: judged by their header first, set for a batch, never fused."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load

from pipeline.domain.adapter import Base
from pipeline.domain.errors import ModelError
from pipeline.domain.painting import AdapterUse
from pipeline.engines.diffusion.lora_weights import open_lora
from pipeline.engines.lora.header import Fault


class Attaching:
    """The adapters that are loaded beside a model of `base`, at most `slots` or as many as a picture has."""

    def __init__(self, base: Base | None, slots: int, find: Callable[[str], Path]) -> None:
        self._base = base
        self._slots = slots
        self._find = find
        self._loaded: OrderedDict[str, str] = OrderedDict()

    def use(self, pipe: Any, uses: Sequence[AdapterUse]) -> None:
        """Have exactly these adapters work in the pipeline's next call, at their weights.

        Raises:
            ModelError: what `open_lora` raises, or `adapter-base` when one does not fit the model.
        """
        for use in uses:
            if use.sha256 not in self._loaded:
                self._load(pipe, use)
            self._loaded.move_to_end(use.sha256)
        self._forget(pipe, keep=len({use.sha256 for use in uses}))
        if not self._loaded:
            return
        if not uses:
            pipe.disable_lora()
            return
        pipe.enable_lora()
        # What was loaded last is active by itself; so it is always said which are.
        pipe.set_adapters([self._loaded[use.sha256] for use in uses], [use.weight for use in uses])

    def _load(self, pipe: Any, use: AdapterUse) -> None:
        weights = open_lora(use, self._find(use.name))
        family = weights.header.base
        unfit = ModelError("adapter-base", name=use.name, base=family or "unknown")
        if not hasattr(pipe, "load_lora_weights") or family not in {None, self._base}:
            raise unfit
        tensors = load(bytes(weights.content))
        if not all(bool(torch.isfinite(tensor).all()) for tensor in tensors.values()):
            raise ModelError("adapter-damaged", name=use.name, fault=Fault.NUMBERS.value)
        name = f"a{use.sha256[:16]}"
        try:
            pipe.load_lora_weights(tensors, adapter_name=name)
        except (ValueError, RuntimeError, KeyError) as error:
            # A layer of another shape fails half way and leaves what was wrapped before it.
            pipe.delete_adapters(name)
            raise unfit from error
        self._loaded[use.sha256] = name

    def _forget(self, pipe: Any, keep: int) -> None:
        while len(self._loaded) > max(self._slots, keep):
            _, name = self._loaded.popitem(last=False)
            pipe.delete_adapters(name)
