"""Counting tokens without a model: see tests/diffusion for the real tokenizers."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.tokens import Tokens, at_most
from pipeline.workshop.tokenizer import counter

MERGES = [("t", "h"), ("th", "e</w>"), ("c", "a"), ("ca", "t</w>"), ("s", "e"), ("se", "a</w>")]


def test_words_fall_into_the_pieces_that_merging_leaves():
    count = Tokens(MERGES)

    assert count("the cat") == 2
    assert count("The  SEA") == 2
    assert count("cats") == 3
    assert count("the cat's 12") == 6
    assert count("") == 0


def test_what_is_not_ascii_is_counted_as_its_bytes():
    assert Tokens(MERGES)("바다") == 6
    assert at_most("바다 a") == 7


@given(st.text(max_size=60))
def test_no_count_is_more_than_the_bytes(text):
    assert 0 <= Tokens(MERGES)(text) <= at_most(text)


def test_without_the_files_of_a_tokenizer_every_byte_counts(tmp_path):
    assert counter(None)("the cat") == 6
    assert counter(tmp_path)("the cat") == 6
    (tmp_path / "tokenizer.json").write_text('{"model": {"type": "Unigram"}}')
    assert counter(tmp_path)("the cat") == 6


def test_both_layouts_of_a_tokenizer_are_read(tmp_path):
    plain, whole = tmp_path / "plain", tmp_path / "whole"
    plain.mkdir()
    whole.mkdir()
    lines = [f"{first} {second}" for first, second in MERGES]
    (plain / "merges.txt").write_text("#version: 0.2\n" + "\n".join(lines))
    (whole / "tokenizer.json").write_text(
        '{"model": {"type": "BPE", "end_of_word_suffix": "</w>", "merges": '
        + str([list(pair) for pair in MERGES]).replace("'", '"') + "}}"
    )  # fmt: skip

    assert counter(plain)("the cat") == counter(whole)("the cat") == 2
