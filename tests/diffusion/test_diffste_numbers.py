"""DiffSTE against its authors' code: every network, and a whole picture from the same seed."""

import io
from pathlib import Path

import pytest
import torch
from diffusers import DDIMScheduler
from PIL import Image

from pipeline.domain.painting import Sampler
from pipeline.engines.diffste.architecture import packed, skeleton
from pipeline.engines.diffste.conditions import Conditions
from pipeline.engines.diffste.keys import renamed
from pipeline.engines.diffste.loading import open_writer_pipeline
from pipeline.engines.diffste.sizes import Sizes
from pipeline.engines.diffusion import sources
from pipeline.engines.diffusion.samplers import scheduler_of
from tests.diffusion.diffste import FIXTURES, Watched, apart, arrays, letters, told

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def opened(diffste):
    """The pipeline, what embeds characters, and the sizes."""
    with torch.inference_mode():
        yield open_writer_pipeline(diffste, torch.float32)


@pytest.fixture(scope="module")
def run(diffste):
    """Case A of the original: `log_images` with ten steps, from seed 13."""
    case = told("sampling.json")["A"]
    return Watched(diffste, letters(
        case["text"], instruction=case["instruction"], side=256, seed=case["seed"],
        steps=case["num_inference_steps"], guidance=case["guidance_scale"],
    ))  # fmt: skip


def test_every_tensor_of_the_released_model_has_its_place_and_none_is_left():
    published = told("full_size_state_dict_shapes.json")
    theirs = {name: shape for key, (shape, _) in published.items() if (name := renamed(key))}
    ours = {name: list(one.shape) for name, one in skeleton(Sizes()).state_dict().items()}

    assert len(published) == 1550
    assert theirs == ours
    assert {key for key in published if renamed(key) is None} == {
        "text_encoder.text_model.embeddings.position_ids", "char_embedder.position_ids",
    }  # fmt: skip


def test_the_instruction_is_encoded_as_there(opened):
    held = arrays("encoders.npz")
    assert apart(opened[0].text_encoder(held["text_ids"])[0], held["text_hidden"]) < 1e-4


def test_characters_are_embedded_as_there(opened):
    held = arrays("encoders.npz")
    assert apart(opened[1](held["char_ids"]), held["char_hidden"]) < 1e-6


def test_the_vae_encodes_and_decodes_as_there(opened):
    held, vae = arrays("encoders.npz"), opened[0].vae
    found = vae.encode(arrays("preprocess.npz")["masked_image"][None]).latent_dist
    assert apart(found.mean, held["vae_mean"]) < 1e-4
    assert apart(found.logvar, held["vae_logvar"]) < 1e-4
    assert apart(vae.decode(held["vae_z"]).sample, held["vae_decoded"]) < 1e-4


@pytest.mark.parametrize("size", ["", "_16"], ids=["256 pixels", "128 pixels"])
def test_the_unet_predicts_as_there(opened, size):
    held = arrays("unet.npz")
    sample = held[f"sample{size}"]
    words = packed(held["text_hidden"], held["char_hidden"])[: len(sample)]
    made = opened[0].unet(sample, held[f"timestep{size}"], words).sample
    assert apart(made, held[f"noise_pred{size}"]) < 1e-4


def test_several_pictures_are_told_of_their_words_as_there(opened):
    held = arrays("encoders.npz")
    words = Conditions(*opened, CPU)
    asked = [letters(one, instruction=told("text_ids.json")["tiny"][place]["text"])
             for place, one in enumerate(["wizards", "Hi, World!"]) for _ in range(2)]  # fmt: skip
    made = words.told(asked, guided=True)
    rows = torch.cat([made["negative_prompt_embeds"], made["prompt_embeds"]])
    assert apart(rows, packed(held["cfg_text"], held["cfg_char"])) < 1e-4


def test_pictures_and_masks_come_in_as_there(opened):
    held, pipe = arrays("preprocess.npz"), opened[0]
    picture, stencil = (Path(FIXTURES / name).read_bytes() for name in ("image.png", "mask.png"))
    image = pipe.image_processor.preprocess(sources.source(picture, 256, 256))[0]
    mask = pipe.mask_processor.preprocess(sources.mask(stencil, 256, 256))[0]
    assert apart(image, held["image"]) < 1e-6
    assert torch.equal(mask, held["mask"])
    assert apart(image * (mask < 0.5), held["masked_image"]) < 1e-6


@pytest.mark.parametrize("steps", [5, 20, 30, 50])
def test_the_timesteps_are_those_of_the_original(opened, steps):
    scheduler = scheduler_of(Sampler.DDIM, opened[0].scheduler.config)
    assert isinstance(scheduler, DDIMScheduler)
    scheduler.set_timesteps(steps)
    assert scheduler.timesteps.tolist() == told("timesteps.json")[str(steps)]
    assert not scheduler.config.set_alpha_to_one and not scheduler.config.clip_sample


def test_a_seed_begins_from_the_same_noise_the_same_mask_and_the_same_masked_picture(run):
    held = arrays("sampling_A.npz")
    for row in run.seen[0]:
        assert torch.equal(row[:4][None], held["init_latents"])
        assert torch.equal(row[4:5][None], held["mask_latent"])
        assert apart(row[5:][None], held["masked_image_latents"]) < 1e-5


def test_what_is_not_wanted_comes_first_and_is_nothing_at_all(run):
    held = arrays("sampling_A.npz")
    assert apart(run.told[0], packed(held["text_hidden"], held["char_hidden"])) < 1e-4


def test_every_step_is_that_of_the_original(run):
    held = arrays("sampling_A.npz")
    against, towards = run.said[0].chunk(2)
    middle = len(run.times) // 2 + 1
    assert run.times == held["timesteps"].tolist()
    assert apart(against + 7.5 * (towards - against), held["first_guided_pred"]) < 1e-3
    assert apart(run.seen[1][:1, :4], held["latents_after_step_1"]) < 1e-2
    assert apart(run.seen[middle][:1, :4], held["latents_mid"]) < 1e-2
    assert apart(run.last, held["final_latents"]) < 1e-2


def test_the_picture_is_that_of_the_original_to_the_rounding_of_its_file(run):
    held = arrays("sampling_A.npz")
    assert apart(run.colours(), held["image"][0]) < 1e-3 + 0.5 / 255


def test_nothing_of_the_old_picture_is_pasted_over_the_new_one(run):
    old = Image.open(io.BytesIO((FIXTURES / "image.png").read_bytes())).convert("RGB")
    kept = sources.mask((FIXTURES / "mask.png").read_bytes(), 256, 256).point(
        lambda grey: 255 - grey
    )
    new = Image.open(io.BytesIO(run.picture.content))
    assert Image.composite(new, old, kept).tobytes() != old.tobytes()
