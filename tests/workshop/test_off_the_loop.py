"""Lettering in pictures is worked on beside the event loop, which has others to answer."""

import asyncio
import functools
import threading

import pytest
from PIL import Image

from pipeline.domain.operation import EraseText, FindText, Letter, ReplaceText
from tests.lettering.test_erase_text import png, sloping
from tests.real import Bench, brief, done, lettered, versions
from tests.retouching import LATIN, BarDetector, BarReader, MeanInpainter, with_retoucher
from tests.retouching import lettered as barred

ABOUT = brief(format="6x9", options=1)
AREA = ((0.2, 0.1), (0.8, 0.1), (0.8, 0.16), (0.2, 0.16))


class ThreadBench(Bench):
    """Works in threads, as workers stand beside the event loop."""

    async def do(self, work, *args, **kwargs):
        return await asyncio.to_thread(work, self.shop, *args, **kwargs)


@functools.cache
def base():
    """A cover over a small picture with a line of lettering in it, and its pictures."""
    bench = Bench()
    bench.shop = with_retoucher(bench.blobs)
    made = lettered(
        ABOUT, barred(png(sloping(300, 450)), {(0.2, 0.1, 0.8, 0.16): LATIN}), bench=bench
    )
    return versions(made, bench, Letter(picture="", seed=0))[0], bench.blobs


def watched(monkeypatch, owner, name):
    """The threads in which a function is called from now on."""
    threads, real = [], getattr(owner, name)

    def noting(*args, **kwargs):
        threads.append(threading.current_thread())
        return real(*args, **kwargs)

    monkeypatch.setattr(owner, name, noting)
    return threads


@pytest.mark.parametrize("operation", [
    FindText(), EraseText(seed=3),
    ReplaceText(area=AREA, words="Sea", font="Jost", seed=3),
])  # fmt: skip
def test_no_picture_is_opened_or_looked_at_on_the_event_loop(monkeypatch, operation):
    version, blobs = base()
    bench = ThreadBench(blobs=blobs)
    bench.shop = with_retoucher(bench.blobs)
    uses = [watched(monkeypatch, owner, name) for owner, name in (
        (Image, "open"), (BarDetector, "fragments"), (BarReader, "read"), (MeanInpainter, "fill"),
    )]  # fmt: skip

    done(operation, ABOUT, version, bench=bench)

    assert uses[0]
    assert uses[1]
    assert threading.main_thread() not in {thread for threads in uses for thread in threads}
