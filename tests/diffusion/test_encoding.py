"""Prompts of every length have one shape, say what the stock pipeline says, and lose nothing."""

from itertools import chain

import pytest
import torch
from diffusers import StableDiffusionPipeline
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.domain.errors import PaintError
from pipeline.engines.diffusion.encoding import CHUNK, Encoder, chunked, token_ids
from pipeline.engines.diffusion.loading import load
from pipeline.engines.lora.modules import Part
from tests.diffusion import loras, tiny
from tests.diffusion.painting import settings_of

LONG = "a dark castle of the sea and the lighthouse in the night sky, " * 10


@pytest.fixture(scope="module")
def parts(models):
    return load(settings_of(models / "sd1"))


@pytest.fixture(scope="module")
def stock(models):
    return StableDiffusionPipeline.from_pretrained(models / "sd1", local_files_only=True)


def told(pipe, text):
    return pipe.encode_prompt(text, "cpu", 1, do_classifier_free_guidance=False)[0][0]


@pytest.mark.parametrize("text", ["", "a dark castle", "red " * 75])
def test_a_short_prompt_is_what_the_stock_pipeline_says_twice(parts, stock, text):
    made = Encoder(parts).encode(text)
    assert made.shape == (2 * 77, 32)
    assert torch.equal(made, told(stock, text).repeat(2, 1))


def test_keys_that_are_there_twice_change_no_attention(parts):
    once = Encoder(parts).encode("a dark castle")[:77]
    latents, timestep = torch.randn(1, 4, 12, 8), torch.tensor([500])
    one, two, three = (
        parts.unet(latents, timestep, once.repeat(count, 1)[None]).sample for count in (1, 2, 3)
    )
    assert (two - one).abs().max() <= 1e-6 * one.abs().max() + 1e-6
    assert (three - one).abs().max() <= 1e-6 * one.abs().max() + 1e-6


def test_a_long_prompt_is_read_chunk_by_chunk_and_nothing_is_lost(parts, stock):
    first, second = chunked(parts.tokenizer, LONG, 2)
    assert first + second == token_ids(parts.tokenizer, LONG)
    texts = [parts.tokenizer.decode(chunk) for chunk in (first, second)]
    expected = torch.cat([told(stock, text) for text in texts])
    assert torch.allclose(Encoder(parts).encode(LONG), expected, atol=1e-6)


def test_a_long_prompt_is_cut_between_words(parts):
    text = "lighthouse qqq " * 30
    chunks = chunked(parts.tokenizer, text, 2)
    assert len(chunks) == 2 and len(chunks[0]) <= CHUNK
    read = [parts.tokenizer.decode(chunk).split() for chunk in chunks]
    assert all(set(words) == {"lighthouse", "qqq"} for words in read)


def test_a_prompt_that_fills_its_room_is_cut_in_a_word_rather_than_shortened(parts):
    text = "xyzxyzxyz " * 16 + "abcdef"
    ids = token_ids(parts.tokenizer, text)
    assert len(ids) == 2 * CHUNK
    chunks = chunked(parts.tokenizer, text, 2)
    assert [len(chunk) for chunk in chunks] == [CHUNK, CHUNK] and [*chain(*chunks)] == ids


def test_one_word_longer_than_a_chunk_is_cut_where_the_chunk_is_full(parts):
    chunks = chunked(parts.tokenizer, "q" * 100, 2)
    assert [len(chunk) for chunk in chunks] == [75, 25]


def test_too_many_tokens_are_said_never_cut(parts):
    with pytest.raises(PaintError, match="paint-long") as caught:
        Encoder(parts).encode("red " * 151)
    assert caught.value.facts == {"tokens": 151, "room": 150}
    assert Encoder(parts).tokens("red " * 151) == 151


TOKENIZER = tiny.tokenizer()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text("aqx ,빛é☃", max_size=160), room=st.integers(1, 4))
def test_every_text_that_fits_comes_back_in_chunks_that_divide_the_room(text, room):
    ids = token_ids(TOKENIZER, text)
    if len(ids) > room * CHUNK:
        with pytest.raises(PaintError):
            chunked(TOKENIZER, text, room)
        return
    chunks = chunked(TOKENIZER, text, room)
    assert [*chain(*chunks)] == ids and max(map(len, chunks)) <= CHUNK
    assert room % len(chunks) == 0


def test_what_a_tokenizer_pads_with_is_its_own(models, parts, stock):
    other = load(settings_of(models / "sd1"))
    other.tokenizer.pad_token = stock.tokenizer.pad_token = "!"
    try:
        made = Encoder(other).encode("a castle")
        assert torch.equal(made[:77], told(stock, "a castle"))
        assert not torch.equal(made, Encoder(parts).encode("a castle"))
    finally:
        stock.tokenizer.pad_token = "<|endoftext|>"


def test_the_last_texts_are_remembered_and_no_more(parts):
    encoder, read = Encoder(parts, remembered=2), []
    watch = parts.text_encoder.register_forward_hook(lambda *_: read.append(1))
    for text in ("red", "blue", "red", "sea", "red", "blue"):
        encoder.encode(text)
    watch.remove()
    assert len(read) == 4


def test_adapters_that_taught_the_text_encoder_are_read_with(models, tmp_path, stock):
    shelf = loras.Shelf(tmp_path)
    parts = load(settings_of(models / "sd1", adapter=shelf.path))
    learnt = loras.lora(parts.text_encoder, endings=loras.TEXT, part=Part.TEXT)
    shelf.put("words", loras.kohya(learnt))
    stock.load_lora_weights(tmp_path, weight_name="words.safetensors", adapter_name="words")
    encoder, plain = Encoder(parts), told(stock, "") * 0
    for weight in (0.5, 1.0):
        stock.set_adapters(["words"], [weight])
        plain = told(stock, "a dark castle")
        made = encoder.encode("a dark castle", (shelf.use("words", weight),))
        assert torch.allclose(made[:77], plain, atol=1e-5)
    stock.unload_lora_weights()
    assert torch.equal(encoder.encode("a dark castle")[:77], told(stock, "a dark castle"))
    assert not torch.allclose(plain, told(stock, "a dark castle"), atol=1e-3)


def test_an_adapter_of_the_unet_alone_reads_like_none(models, tmp_path):
    shelf = loras.Shelf(tmp_path)
    parts = load(settings_of(models / "sd1", adapter=shelf.path))
    shelf.put("looks", loras.kohya(loras.lora(parts.unet)))
    encoder = Encoder(parts)
    made = encoder.encode("a castle", (shelf.use("looks"),))
    assert torch.equal(made, encoder.encode("a castle"))
