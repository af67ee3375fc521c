"""Our count of tokens beside the tokenizers of real models: never less, and in English the same."""

import random

import pytest
from transformers import CLIPTokenizer

from config.concepts import load_concepts, load_sights
from config.genres import load_genres
from pipeline.stages.tokens import Tokens, at_most
from pipeline.workshop.tokenizer import counter
from tests.diffusion import tiny

PHRASES = [
    *(concept.paint for concept in load_concepts()), *(sight.paint for sight in load_sights()),
    *(words for genre in load_genres() for words in (*genre.paint.media, *genre.paint.lights)),
]  # fmt: skip
WORST = ["", " ", "don't you're it's we'll I'd 's 't ''s", "12345 x=3; a--b (castle:1.4) <b> A_B __", "half ½ ² ① Ⅷ",
         "İstanbul’s café naïve", "\u0958\ufb1d\u0344 ﷺ ﬁne", "등대지기의 편지", "海と灯台", "🏰🌊👨‍👩‍👧", "e\u0301\u0327 q\u0323\u0307",
         "\x00\x7f\u200b\u2028a\u3000b", "<|endoftext|> the <|startoftext|>"]  # fmt: skip


def scribbles():
    chance = random.Random(4)
    ranges = (
        (33, 0x2FF),
        (0x300, 0x1FFF),
        (0xAC00, 0xD7A3),
        (0xF900, 0xFFDC),
        (0x1F300, 0x1FAFF),
        (32, 126),
        (32, 126),
    )
    for _ in range(1500):
        yield "".join(
            chr(chance.randint(*chance.choice(ranges))) for _ in range(chance.randint(1, 14))
        )


@pytest.fixture(scope="module")
def real():
    return tiny.tokenizer()


def length(tokenizer: CLIPTokenizer, text: str) -> int:
    return len(tokenizer(text, add_special_tokens=False, verbose=False).input_ids)


def test_english_is_counted_as_the_tokenizer_counts_it(real):
    count = Tokens(tiny.vocabulary()[1])

    for phrase in PHRASES:
        assert count(phrase) == length(real, phrase)


def test_no_text_has_more_tokens_than_we_count(real):
    count = Tokens(tiny.vocabulary()[1])

    for text in (*WORST, *scribbles()):
        assert length(real, text) <= count(text) <= at_most(text), text


@pytest.mark.parametrize("kind", ["sd1", "xl"])
def test_the_files_of_a_saved_model_are_read(models, kind):
    real = CLIPTokenizer.from_pretrained(models / kind / "tokenizer")
    count = counter(models / kind / "tokenizer")

    assert (
        count("a dark castle in the forest")
        == length(real, "a dark castle in the forest")
        < at_most("a dark castle")
    )
