"""Latents become pictures as the stock pipeline makes them, and previews on the way."""

import io

import numpy as np
import pytest
import torch
from diffusers import StableDiffusionPipeline
from PIL import Image

from pipeline.engines.diffusion import decoding, previews
from pipeline.engines.diffusion.decoding import Decoder
from pipeline.engines.diffusion.loading import load
from tests.diffusion.painting import engine, painted, settings_of, wish


@pytest.fixture(scope="module")
def decoder(models):
    return Decoder(load(settings_of(models / "sd1")))


@pytest.fixture
def latents():
    return torch.randn(3, 4, 12, 8, generator=torch.Generator().manual_seed(1))


def test_a_picture_is_the_stock_pipelines(models, decoder, latents):
    pipe = StableDiffusionPipeline.from_pretrained(models / "sd1", local_files_only=True)
    colours = pipe.vae.decode(latents[:1] / pipe.vae.config.scaling_factor).sample.detach()
    (expected,) = pipe.image_processor.postprocess(colours, "pil")
    assert decoder.pictures(latents[:1])[0].tobytes() == expected.tobytes()


def test_a_picture_does_not_depend_on_its_company(decoder, latents):
    together = [picture.tobytes() for picture in decoder.pictures(latents)]
    alone = [decoder.pictures(sample[None])[0].tobytes() for sample in latents]
    assert together == alone and len(set(alone)) == 3


def test_what_half_precision_cannot_hold_is_decoded_again_in_full(models, latents):
    parts = load(settings_of(models / "sd1", dtype="float16"))
    full = Decoder(load(settings_of(models / "sd1"))).pictures(latents[:1])[0]

    def too_large(module, _, made):
        return made * float("inf") if made.dtype is torch.float16 else made

    watch = parts.vae.decoder.conv_out.register_forward_hook(too_large)
    made = Decoder(parts).pictures(latents[:1])[0]
    watch.remove()
    assert parts.vae.dtype is torch.float16
    assert np.abs(np.asarray(made, int) - np.asarray(full, int)).max() <= 3


def test_a_large_picture_is_decoded_in_tiles(models, decoder, latents, monkeypatch):
    whole = np.asarray(decoder.pictures(latents[:1])[0], int)
    monkeypatch.setattr(decoding, "WHOLE_PX", 64)
    parts = load(settings_of(models / "sd1"))
    parts.vae.tile_latent_min_size, parts.vae.tile_sample_min_size = 8, 64
    tiles = np.asarray(Decoder(parts).pictures(latents[:1])[0], int)
    assert tiles.shape == whole.shape and not np.array_equal(tiles, whole)
    assert parts.vae.use_tiling is False


def test_without_memory_for_the_whole_it_is_decoded_in_tiles(models, latents):
    parts = load(settings_of(models / "sd1"))

    def short_of_memory(*_):
        if not parts.vae.use_tiling:
            raise torch.OutOfMemoryError

    parts.vae.decoder.register_forward_pre_hook(short_of_memory)
    assert Decoder(parts).pictures(latents[:1])[0].size == (64, 96)


def test_a_preview_is_a_small_picture_of_the_same_ratio(decoder):
    shown = Image.open(io.BytesIO(decoder.preview(torch.randn(4, 144, 96))))
    assert (shown.format, shown.size) == ("JPEG", (341, 512))


@pytest.mark.parametrize(
    ("channels", "colour"),
    [((1.6, 2.4, 1.2, -0.2), "white"), ((-1.6, -2.4, -1.2, 0.2), "black")],
)
def test_the_projection_knows_light_from_dark(decoder, channels, colour):
    flat = torch.tensor(channels)[:, None, None].expand(4, 8, 8)
    mean = np.asarray(Image.open(io.BytesIO(decoder.preview(flat)))).mean()
    assert (mean > 200) if colour == "white" else (mean < 55)


def test_what_is_no_number_is_a_dark_spot_not_an_error(decoder):
    assert decoder.preview(torch.full((1, 4, 8, 8), float("nan")))
    assert previews.picture(torch.full((3, 8, 8), float("nan"))).getpixel((0, 0)) == (0, 0, 0)


def test_previews_by_the_small_decoder_are_its_own(models):
    with_taesd = load(settings_of(models / "sd1", preview=models / "taesd"))
    sample = torch.randn(4, 12, 8, generator=torch.Generator().manual_seed(2))
    colours = with_taesd.small_decoder.decode(sample[None]).sample[0].detach()
    expected = io.BytesIO()
    previews.picture(colours).save(expected, "JPEG", quality=previews.QUALITY)
    assert Decoder(with_taesd).preview(sample) == expected.getvalue()


@pytest.mark.parametrize("preview", [None, "taesd"])
def test_previews_come_every_few_steps_and_differ(models, preview):
    by = engine(models / "sd1", preview_every=2, preview=preview and models / preview)
    steps = [event.step for event in painted(by, {"a": wish(steps=6)})["a"][:-1]]
    shown = [(step.done, step.preview) for step in steps if step.preview]
    assert [done for done, _ in shown] == [1, 2, 4] and len({preview for _, preview in shown}) == 3
