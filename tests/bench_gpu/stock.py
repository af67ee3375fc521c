"""The stock pipeline of diffusers, called in a loop: what there is without an engine of our own."""

import time
from collections.abc import Sequence
from pathlib import Path

import torch
from diffusers import StableDiffusionPipeline

from pipeline.domain.painting import AdapterUse
from tests.bench_gpu.arrivals import Order
from tests.bench_gpu.serving import Day, Served


class StockPipeline:
    """One picture after another, in the order of their arrival, as its documentation shows it."""

    def __init__(self, model: Path, device: torch.device, dtype: torch.dtype) -> None:
        self._pipe = StableDiffusionPipeline.from_pretrained(
            model, local_files_only=True, dtype=dtype
        )
        self._pipe.to(device)
        self._pipe.set_progress_bar_config(disable=True)

    def learn(self, adapters: Sequence[AdapterUse], folder: Path) -> None:
        """Load adapters; from then on every picture has those that it asks for, and no others."""
        for one in adapters:
            self._pipe.load_lora_weights(
                folder, weight_name=f"{one.name}.safetensors", adapter_name=one.name
            )

    def serve(self, orders: Sequence[Order]) -> Day:
        """Serve orders as they come in, in real time."""
        began, served = time.perf_counter(), list[Served]()
        for order in orders:
            time.sleep(max(0.0, order.at - (time.perf_counter() - began)))
            self.paint(order)
            ready = time.perf_counter() - began
            served.append(Served(order=order, previewed=0.0, ready=ready))
        return Day(served=served)

    def paint(self, order: Order) -> None:
        """A picture, as far as a PIL image."""
        request = order.request
        if request.adapters:
            names = [one.name for one in request.adapters]
            self._pipe.set_adapters(names, [one.weight for one in request.adapters])
        self._pipe(
            request.prompt, negative_prompt=request.negative, width=request.width,
            height=request.height, num_inference_steps=request.manner.steps,
            guidance_scale=request.manner.guidance,
            generator=torch.Generator().manual_seed(request.seed),
        )  # fmt: skip
