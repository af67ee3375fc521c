"""Captions as the model reads them."""

import pytest
import torch

from pipeline.training.texts import Reading
from tests.diffusion import tiny


@pytest.fixture(scope="module")
def pipe():
    return tiny.stable_diffusion()


@pytest.fixture
def reading(pipe):
    return Reading(pipe.tokenizer, pipe.text_encoder, remember=True)


@pytest.mark.parametrize("caption", ["", "dark forest", "a castle of night and light"])
def test_a_short_caption_is_read_as_the_stock_pipeline_reads_it(pipe, reading, caption):
    stock, _ = pipe.encode_prompt(caption, "cpu", 1, do_classifier_free_guidance=False)

    assert torch.equal(reading.read(caption), stock[0])


def test_a_long_caption_is_read_in_parts_and_nothing_is_left_out(reading):
    caption = "dark " * 75 + "sea " * 10

    read = reading.read(caption)

    assert read.shape == (2 * 77, 32)
    assert torch.equal(read[77:], reading.read("sea " * 10))


def test_captions_of_several_lengths_share_a_pass_without_changing_it(pipe, reading):
    """Attention over keys that are repeated is attention over one copy of them."""
    captions = ("dark sea", "dark " * 80)
    latents = torch.randn((1, 4, 8, 8), generator=torch.Generator().manual_seed(0)).repeat(
        2, 1, 1, 1
    )
    times = torch.tensor([300, 300])

    together = reading.together(captions, torch.device("cpu"))
    with torch.no_grad():
        shared = pipe.unet(latents, times, together).sample
        alone = pipe.unet(latents[:1], times[:1], reading.read(captions[0])[None]).sample

    assert together.shape[:2] == (2, 154)
    torch.testing.assert_close(shared[:1], alone, rtol=1e-4, atol=1e-5)


def test_what_was_read_is_remembered_until_the_encoder_is_trained(pipe, reading):
    reading.learn(["dark sea"])

    assert not reading.read("dark sea").requires_grad
    assert reading.read("dark sea") is reading.read("dark sea")
    fresh = Reading(pipe.tokenizer, pipe.text_encoder, remember=False)
    assert fresh.read("dark sea") is not fresh.read("dark sea")
