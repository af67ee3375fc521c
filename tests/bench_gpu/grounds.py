"""What the bench stands on: a model of random weights in a folder, on the best device there is."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import torch

from pipeline.domain.painting import AdapterUse
from pipeline.engines.diffusion.devices import device_of, dtype_of
from pipeline.engines.diffusion.engine import open_engine
from pipeline.engines.diffusion.settings import EngineSettings
from pipeline.ports.painter import PaintEngine
from tests.bench_gpu.adapters import Folder, write_adapters
from tests.bench_gpu.architecture import write_model
from tests.bench_gpu.arrivals import Trade
from tests.bench_gpu.options import Options
from tests.bench_gpu.serving import continuous, serve
from tests.bench_gpu.stock import StockPipeline
from tests.bench_gpu.work import Work, work_of

PIXELS = {"full": (512, 768), "quarter": (512, 768), "tiny": (64, 96)}
STEPS = {"full": (20, 20, 20, 30, 50), "quarter": (2, 2, 2, 3, 5), "tiny": (8, 8, 8, 12, 20)}
"""How many steps people ask for: mostly few. On the processor fewer, in the same proportions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """A model of `size` on `device` in `dtype`, with adapters; every measurement paints `count`.

    `plain` is the trade of the goals (DPM++ 20, no adapters), `mixed` that of every day.
    """

    folder: Path
    size: str
    device: torch.device
    dtype: torch.dtype
    count: int
    rows: int
    seed: int
    work: Work
    plain: Trade
    mixed: Trade
    adapters: Sequence[AdapterUse]
    settings: EngineSettings

    @property
    def is_real(self) -> bool:
        """Whether the goals of the issue, which are about a card and the full size, can be looked at."""
        return self.size == "full" and self.device.type == "cuda"

    @property
    def at_once(self) -> int:
        """Guided pictures that have room in one pass."""
        return self.rows // 2

    def bare_engine(self) -> PaintEngine:
        """The engine as it is when it was opened."""
        return open_engine(self.settings)

    def engine(self) -> PaintEngine:
        """The engine, which has run every size of pass once: what is compiled or tuned then is done."""
        engine = self.bare_engine()
        count = 1
        while count <= self.at_once:
            short = Trade(width=self.plain.width, height=self.plain.height, steps=(2,),
                          adapters=self.adapters)  # fmt: skip
            serve(engine, short.orders(count, seed=100 + count), continuous)
            count *= 2
        return engine

    def stock(self, *, adapters: bool) -> StockPipeline:
        """The stock pipeline, warmed up; with `adapters` it has learnt them."""
        pipe = StockPipeline(self.settings.model, self.device, self.dtype)
        if adapters:
            pipe.learn(self.adapters, self.folder / "adapters")
        trade = self.mixed if adapters else self.plain
        pipe.paint(replace(trade, steps=(2,)).orders(1, seed=99)[0])
        return pipe


@contextmanager
def grounds_of(options: Options) -> Iterator[Grounds]:
    """A model in a folder that goes with the end."""
    device = device_of(options.device)
    size = options.size or ("full" if device.type == "cuda" else "tiny")
    dtype = dtype_of(options.dtype, device)
    width, height = PIXELS[size]
    with TemporaryDirectory(prefix="articover-bench-gpu-") as held:
        folder = Path(held)
        write_model(folder, size, device, dtype)
        adapters = write_adapters(folder / "adapters", size)
        yield Grounds(
            folder=folder, size=size, device=device, dtype=dtype, rows=options.rows, seed=options.seed,
            count=options.pictures or (96 if device.type == "cuda" else 24),
            work=work_of(size, width, height), adapters=adapters,
            plain=Trade(width=width, height=height, steps=STEPS[size][:1]),
            mixed=Trade(width=width, height=height, steps=STEPS[size], adapters=adapters),
            settings=EngineSettings(
                model=folder / "model", name=f"random-{size}", preview=folder / "taesd",
                device=options.device, dtype=options.dtype, rows=options.rows, compile=options.compile,
                adapter=Folder(folder / "adapters"),
            ),
        )  # fmt: skip
