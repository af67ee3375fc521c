"""What a picture begins from is, to the bit, what the stock pipelines begin from."""

import io

import numpy as np
import pytest
import torch
from diffusers import StableDiffusionImg2ImgPipeline, StableDiffusionInpaintPipeline
from PIL import Image

from pipeline.domain.errors import PaintError
from pipeline.domain.painting import Sampler
from pipeline.engines.diffusion import sources
from pipeline.engines.diffusion.latents import begin, overlaid
from pipeline.engines.diffusion.loading import load
from pipeline.engines.diffusion.samplers import scheduler_of
from tests.diffusion.painting import HEIGHT, WIDTH, settings_of, wish

SIZE = (WIDTH, HEIGHT)


@pytest.fixture(autouse=True)
def no_gradients():
    """As in a call of the stock pipelines; with gradients other kernels run, which round otherwise."""
    with torch.no_grad():
        yield


def file_of(picture, kind="PNG", **more):
    held = io.BytesIO()
    picture.save(held, kind, **more)
    return held.getvalue()


def photograph(size=SIZE, seed=3):
    noise = np.random.default_rng(seed).integers(0, 256, (*size[::-1], 3), np.uint8)
    return Image.fromarray(noise)


def half_mask(size=SIZE):
    mask = Image.new("L", size)
    mask.paste(255, (size[0] // 2, 0, *size))
    return mask


@pytest.fixture(scope="module")
def parts(models):
    return load(settings_of(models / "sd1"))


def begun(parts, request):
    scheduler = scheduler_of(request.manner.sampler, parts.scheduler_config)
    scheduler.set_timesteps(request.manner.steps)
    generator = torch.Generator().manual_seed(request.seed)
    return begin(parts, request, scheduler, scheduler.timesteps, generator), scheduler, generator


def stock(models, parts, kind, request):
    """A stock pipeline that has done its preparations: timesteps, first latents, and its generator."""
    pipe = kind.from_pretrained(models / "sd1", local_files_only=True)
    pipe.scheduler = scheduler_of(request.manner.sampler, parts.scheduler_config)
    pipe.scheduler.set_timesteps(request.manner.steps)
    timesteps, _ = pipe.get_timesteps(request.manner.steps, request.strength, "cpu")
    return pipe, timesteps, torch.Generator().manual_seed(request.seed)


@pytest.mark.parametrize("strength", [0.3, 0.65, 1.0])
@pytest.mark.parametrize("sampler", [Sampler.PNDM, Sampler.HEUN, Sampler.EULER, Sampler.DPM_KARRAS])
def test_from_a_picture_it_begins_where_the_stock_pipeline_does(models, parts, sampler, strength):
    picture = photograph()
    request = wish(sampler=sampler, steps=7, source=file_of(picture), strength=strength)
    canvas, scheduler, _ = begun(parts, request)
    pipe, timesteps, generator = stock(models, parts, StableDiffusionImg2ImgPipeline, request)
    expected = pipe.prepare_latents(
        pipe.image_processor.preprocess(picture), timesteps[:1], 1, 1, torch.float32, "cpu",
        generator,
    )  # fmt: skip
    assert torch.equal(canvas.latents, expected)
    assert torch.equal(scheduler.timesteps[canvas.first_step :], timesteps)


@pytest.mark.parametrize("strength", [0.5, 1.0])
@pytest.mark.parametrize("sampler", [Sampler.PNDM, Sampler.HEUN, Sampler.EULER_A])
def test_of_a_part_it_begins_where_the_stock_pipeline_does(models, parts, sampler, strength):
    picture, mask = photograph(), half_mask()
    request = wish(sampler=sampler, steps=6, source=file_of(picture), mask=file_of(mask),
                   strength=strength)  # fmt: skip
    canvas, _, drawn = begun(parts, request)
    pipe, timesteps, generator = stock(models, parts, StableDiffusionInpaintPipeline, request)
    image = pipe.image_processor.preprocess(picture, height=HEIGHT, width=WIDTH)
    stencil = pipe.mask_processor.preprocess(mask, height=HEIGHT, width=WIDTH)
    latents, noise, clean = pipe.prepare_latents(
        1, 4, HEIGHT, WIDTH, torch.float32, "cpu", generator, image=image, timestep=timesteps[:1],
        is_strength_max=strength == 1, return_noise=True, return_image_latents=True,
    )  # fmt: skip
    small, _ = pipe.prepare_mask_latents(
        stencil, image * (stencil < 0.5), 1, HEIGHT, WIDTH, torch.float32, "cpu", generator, False
    )
    assert torch.equal(canvas.latents, latents) and torch.equal(canvas.noise, noise)
    assert torch.equal(canvas.source, clean) and torch.equal(canvas.mask, small)
    # whatever a sampler draws afterwards is the same too
    assert torch.equal(drawn.get_state(), generator.get_state())


def test_noise_is_the_same_in_every_precision(models, parts):
    half = load(settings_of(models / "sd1", dtype="bfloat16"))
    assert torch.equal(begun(half, wish())[0].latents, begun(parts, wish())[0].latents)


def test_the_vae_reads_in_full_precision_and_goes_back_to_half(models):
    half = load(settings_of(models / "sd1", dtype="float16"))
    canvas, _, _ = begun(half, wish(source=file_of(photograph()), strength=0.5))
    assert canvas.latents.dtype is torch.float32 and half.vae.dtype is torch.float16


def test_however_little_may_change_one_step_is_done(parts):
    canvas, scheduler, _ = begun(parts, wish(source=file_of(photograph()), strength=0.0))
    assert len(scheduler.timesteps[canvas.first_step :]) == 1


def test_a_picture_of_any_size_covers_the_canvas_from_its_middle():
    wide = Image.new("RGB", (400, 100), "red")
    wide.paste("blue", (190, 0, 210, 100))
    fitted = sources.source(file_of(wide), 64, 96)
    assert fitted.size == (64, 96)
    assert fitted.getpixel((32, 48)) == (0, 0, 255) and fitted.getpixel((2, 48)) == (255, 0, 0)


def test_a_telephone_that_was_held_upright_is_turned():
    lying = Image.new("RGB", (96, 64), "red")
    lying.paste("blue", (0, 0, 48, 64))
    exif = Image.Exif()
    exif[0x0112] = 6
    upright = sources.source(file_of(lying, "JPEG", exif=exif, quality=95), 64, 96)
    assert upright.getpixel((32, 5))[2] > 200 and upright.getpixel((32, 90))[0] > 200


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "L", "CMYK", "I;16"])
def test_pictures_of_every_mode_are_read(mode):
    picture = Image.new("L", SIZE, 200).convert(mode.replace("I;16", "I"))
    kind = "TIFF" if mode in {"CMYK", "I;16"} else "PNG"
    assert sources.source(file_of(picture, kind), *SIZE).mode == "RGB"


def test_what_is_transparent_is_white():
    assert sources.source(file_of(Image.new("RGBA", SIZE)), *SIZE).getpixel((3, 3)) == (255,) * 3


@pytest.mark.parametrize(
    "content",
    [b"", b"no picture", file_of(photograph())[:-900], file_of(photograph(), "JPEG")[:300],
     b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%!PS-Adobe-3.0 EPSF-3.0\n",
     file_of(Image.new("1", (20_000, 20_000)))],
    ids=["nothing", "words", "cut-png", "cut-jpeg", "svg", "postscript", "bomb"],
)  # fmt: skip
def test_a_file_that_is_no_good_picture_is_refused(content):
    for read in (sources.source, sources.mask):
        with pytest.raises(PaintError, match="paint-source"):
            read(content, *SIZE)


def test_a_mask_is_black_and_white():
    grey = Image.linear_gradient("L").resize(SIZE)
    assert set(sources.mask(file_of(grey), *SIZE).tobytes()) == {0, 255}


def test_outside_the_mask_every_pixel_stays_and_deep_inside_all_is_new():
    old, new = Image.new("RGB", SIZE, (40, 90, 200)), Image.new("RGB", SIZE, "red")
    made = np.asarray(overlaid(old, half_mask(), new))
    assert np.array_equal(made[:, : WIDTH // 2], np.asarray(old)[:, : WIDTH // 2])
    assert (made[:, WIDTH // 2 + 14 :] == (255, 0, 0)).all()
    edge = made[:, WIDTH // 2 : WIDTH // 2 + 14, 0].astype(float).mean(axis=0)
    assert (np.diff(edge) >= -2).all() and edge[0] < 250


def test_a_mask_too_thin_to_fade_is_painted_all_the_same():
    thin = Image.new("L", SIZE)
    thin.paste(255, (10, 10, 13, 90))
    made = overlaid(Image.new("RGB", SIZE, "blue"), thin, Image.new("RGB", SIZE, "red"))
    assert made.getpixel((11, 50)) == (255, 0, 0) and made.getpixel((9, 50)) == (0, 0, 255)
