from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.columns import cut, padded, paragraphs, width, wrapped

PROSE = st.text(alphabet="ab 한글字é…", max_size=80)


def test_a_hangul_syllable_takes_two_columns():
    assert width("바다 sea") == 8


@given(PROSE, st.integers(4, 40))
def test_no_wrapped_line_is_wider_than_asked(text, columns):
    # A closing sign may hang over by itself, as compositors let it.
    assert all(width(line.rstrip("…")) <= columns for line in wrapped(text, columns))


@given(PROSE, st.integers(4, 40))
def test_wrapping_loses_and_adds_no_letter(text, columns):
    assert "".join(wrapped(text, columns)).replace(" ", "") == "".join(text.split())


@given(PROSE, st.integers(1, 40))
def test_what_is_cut_fits_and_says_that_it_was_cut(text, columns):
    short = cut(text, columns)
    assert width(short) <= columns
    assert short == text or (width(text) > columns and text.startswith(short.removesuffix("…")))
    assert short == text or short.endswith("…")


def test_padding_counts_columns_and_not_letters():
    assert width(padded("좋음", 9)) == width(padded("ok", 9)) == 9


def test_indented_paragraphs_keep_their_lines():
    assert paragraphs("one two\n\n  $ run me\n  $ twice", 4) == [
        "one", "two", "", "  $ run me", "  $ twice",
    ]  # fmt: skip
