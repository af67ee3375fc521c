"""Words as DiffSTE reads them: characters, and tokens as they were in its time."""

import pytest
from transformers import CLIPTokenizer

from pipeline.engines.diffste.characters import ALPHABET, character_ids, unwritable
from pipeline.engines.diffste.tokens import no_token_ids, token_ids
from pipeline.engines.diffste.vocabulary import BEGIN, END, read_vocabulary
from tests.diffusion import tiny
from tests.diffusion.diffste import TOKENIZER, told

LENGTH = 20


@pytest.mark.parametrize("case", told("char_ids.json"), ids=lambda case: ascii(case["text"]))
def test_characters_have_the_numbers_of_the_original(case):
    assert character_ids(case["text"]) == case["ids"]


def test_the_alphabet_is_printable_ascii_and_nothing_else():
    assert sorted(ALPHABET) == [chr(code) for code in range(0x20, 0x7F)]
    assert ALPHABET.startswith(" 0123456789abc") and ALPHABET[37] == "A"


@pytest.mark.parametrize(("words", "missing"), [
    ("Hotel Lune, 2!", ""), ("café", "é"), ("달빛 여관", "달빛여관"), ("“No” no", "“”"), ("", ""),
])  # fmt: skip
def test_what_it_cannot_write_is_known(words, missing):
    assert unwritable(words) == missing


def ids_of(tokenizer, case):
    if case.get("uncond"):
        return no_token_ids(tokenizer, LENGTH)
    return token_ids(tokenizer, case["text"], LENGTH)


@pytest.mark.parametrize("case", told("text_ids.json")["tiny"], ids=lambda case: case["text"])
def test_instructions_have_the_tokens_of_the_original(case):
    held = read_vocabulary(TOKENIZER)
    tokenizer = CLIPTokenizer(vocab=dict(held.tokens), merges=list(held.merges), pad_token=END)
    assert ids_of(tokenizer, case) == case["ids"]


@pytest.fixture(scope="module")
def real():
    """CLIP's real vocabulary as far as the texts of the fixture could have use for it."""
    cut, letters = told("clip_cut.json"), tiny.letters()
    bytes_ = {
        token: place for place, token in enumerate([*letters, *(f"{c}</w>" for c in letters)])
    }
    return CLIPTokenizer(
        vocab={**bytes_, **cut["ids"], BEGIN: 49406, END: 49407}, pad_token=END,
        merges=[tuple(merge.split(" ")) for merge in cut["merges"]],
    )  # fmt: skip


@pytest.mark.parametrize(
    "case", told("text_ids.json")["real_clip_vocab"], ids=lambda case: case["text"]
)
def test_instructions_have_the_tokens_of_the_real_vocabulary(real, case):
    assert ids_of(real, case) == case["ids"]


@pytest.mark.parametrize("mark", [BEGIN, END, "<|ENDOFTEXT|>"])
def test_words_that_look_like_a_mark_are_words(real, mark):
    ids = token_ids(real, f'Write "{mark}"', LENGTH)
    assert ids.count(49406) == 1 and ids[ids.index(49407) :] == [49407] * (20 - ids.index(49407))
    assert ids.index(49407) > 8
