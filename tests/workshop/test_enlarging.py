"""Pictures enlarged tile by tile in a folder that is gone afterwards."""

import asyncio
import errno
import fcntl
import io
import shutil
import tempfile
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.domain.errors import UpscaleError
from pipeline.domain.geometry import Box
from pipeline.domain.upscaling import Weights
from pipeline.ports.bench import Stopped
from pipeline.workshop.enlarging import Wanted, enlarged
from pipeline.workshop.scratch import PREFIX, ROOMY, new_array, scratch_folder
from tests.enlarging import RepeatingUpscaler
from tests.real import Bench


class Shop:
    """All that enlarging asks of a workshop."""

    def __init__(self, **changes):
        self.upscaler = RepeatingUpscaler(**changes)


@pytest.fixture(autouse=True)
def among(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def noise(width, height, channels=3):
    return np.random.default_rng(7).integers(0, 256, (height, width, channels), np.uint8)


def png(pixels):
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


def done(pixels, bench=None, **wanted):
    made = asyncio.run(enlarged(png(pixels), Wanted(**wanted), bench or Bench(shop=Shop())))
    return made, np.asarray(Image.open(io.BytesIO(made.content)))


def repeated(pixels):
    return np.repeat(np.repeat(pixels, 4, axis=0), 4, axis=1)


@pytest.mark.parametrize("size", [(1, 1), (7, 5), (113, 40), (301, 227)])
def test_tiles_of_any_size_come_together_to_the_pixel(size):
    pixels = noise(*size)

    assert np.array_equal(done(pixels)[1], repeated(pixels))


def test_what_it_had_before_is_told_with_the_weights_and_the_engine():
    made, _ = done(noise(60, 30), weights=Weights.DRAFT)

    assert made.upscaled.engine == "repeating"
    assert made.upscaled.weights is Weights.DRAFT
    assert (made.upscaled.width_px, made.upscaled.height_px) == (60, 30)


def test_only_the_wanted_part_is_enlarged_and_lies_where_it_was():
    pixels = noise(300, 200)
    bench = Bench(shop=Shop())

    _, part = done(pixels, bench, part=Box(x=0.25, y=0.5, w=0.5, h=0.25))

    assert np.array_equal(part, repeated(pixels[100:150, 75:225]))
    assert (
        sum(height * width for _, (height, width, _) in bench.shop.upscaler.asked) < 150 * 50 * 1.5
    )


def test_a_part_is_made_as_small_as_it_is_wanted_or_exactly_so_large():
    covering, _ = done(noise(100, 50), size=(200, 90))
    exact, pixels = done(noise(100, 50), size=(431, 200), exactly=True)

    assert (covering.width_px, covering.height_px) == (200, 100)
    assert (exact.width_px, exact.height_px) == (431, 200)
    assert pixels.shape == (200, 431, 3)


def test_opacity_is_kept_and_colours_under_nothing_do_not_come_through():
    pixels = noise(150, 40, 4)
    pixels[..., 3] = 255
    pixels[:, :75] = (0, 255, 0, 0)
    pixels[:, 75:] = (200, 10, 60, 255)

    made = done(pixels, alpha=True)[1]

    assert made.shape == (160, 600, 4)
    assert made[:, :280, 3].max() == 0
    assert made[:, 320:, 3].min() == 255
    assert (np.abs(made[made[..., 3] > 8][:, :3].astype(int) - (200, 10, 60)) <= 2).all()


def test_every_call_of_a_worker_is_told_before_with_the_time_that_is_left():
    bench = Bench(shop=Shop())

    made, _ = done(noise(400, 300), bench)

    steps = [step for step, _ in bench.told]
    assert [step.done for step in steps] == sorted({step.done for step in steps})
    assert steps[0].left_s is None
    assert all(step.left_s is not None for step in steps[1:-1])
    assert steps[-1].done == made.tiles < steps[-1].total


class StoppingBench(Bench):
    async def tell(self, step, picture=None):
        if step.done:
            raise Stopped


@pytest.mark.parametrize(("bench", "error"), [
    (StoppingBench(shop=Shop()), Stopped),
    (Bench(shop=Shop(error=UpscaleError("upscaler-memory"))), UpscaleError),
])  # fmt: skip
def test_nothing_is_left_behind_however_it_ends(bench, error, among):
    with pytest.raises(error):
        done(noise(300, 200), bench)

    assert list(among.iterdir()) == []
    assert len(bench.shop.upscaler.asked) <= 1


def test_what_a_killed_process_left_is_removed_and_what_is_in_use_is_not(among):
    left = among / f"{PREFIX}left"
    left.mkdir()
    (left / "lock").touch()

    with scratch_folder() as one, scratch_folder() as other:
        assert {path.name for path in among.iterdir()} == {one.name, other.name}

    assert list(among.iterdir()) == []


def test_where_nobody_names_a_folder_memory_is_not_filled(monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", "/tmp")  # noqa: S108

    with scratch_folder() as folder:
        assert folder.parent == Path(ROOMY)


def test_a_folder_that_is_just_being_made_is_nobodys_to_remove(monkeypatch, among):
    locked = fcntl.flock

    def slowly(file, how):
        monkeypatch.setattr(fcntl, "flock", locked)
        with scratch_folder():  # somebody else, who removes what was left
            pass
        locked(file, how)

    monkeypatch.setattr(fcntl, "flock", slowly)

    with scratch_folder() as folder:
        assert folder.is_dir()


def test_the_event_loop_is_not_held_up_by_what_is_removed(monkeypatch):
    by, remove = [], shutil.rmtree

    def noting(folder, **how):
        by.append(threading.current_thread())
        remove(folder, **how)

    monkeypatch.setattr(shutil, "rmtree", noting)

    done(noise(8, 8))

    assert len(by) == 1
    assert threading.main_thread() not in by


def test_a_full_disk_is_said_before_anything_is_written(monkeypatch, tmp_path):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.posix_fallocate", full)

    with pytest.raises(UpscaleError) as caught:
        new_array(Path(tmp_path) / "array", (1000, 1000, 3))

    assert caught.value.facts == {"needed_mb": 3}


@pytest.mark.parametrize(("of", "step"), [(tempfile, "mkdtemp"), (Path, "open")])
def test_where_not_even_a_folder_can_be_made_the_same_is_said(monkeypatch, among, of, step):
    def no_room(*_, **__):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(of, step, no_room)
    with pytest.raises(UpscaleError, match="upscale-disk"), scratch_folder():
        pytest.fail("there is none")
    assert list(among.iterdir()) == []
