from hypothesis import given
from hypothesis import strategies as st

from pipeline.typography.breaking import Piece, Widths, as_lines, balanced, line_widths, pieces
from pipeline.typography.hyphenation import split_long

WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=14)
HANGUL = st.lists(st.text("달의궁전을훔친소녀책방", min_size=1, max_size=6), min_size=1, max_size=8)


def plain(words):
    return tuple(Piece(word) for word in words)


def even(parts):
    return Widths(tuple(float(len(part.text)) for part in parts), 0.5, 0.4)


def greedy(parts, widths, measure):
    ends, start = [], 0
    while start < len(parts):
        fits = [w for w in line_widths(parts, widths, start) if w <= measure]
        start += max(1, len(fits))
        ends.append(start)
    return ends


def slack(parts, widths, ends):
    starts = [0, *ends[:-1]]
    lines = [line_widths(parts, widths, s)[e - s - 1] for s, e in zip(starts, ends, strict=True)]
    mean = line_widths(parts, widths, 0)[-1] / len(lines)
    return sum((line / mean - 1) ** 2 for line in lines)


@given(WORDS | HANGUL, st.sampled_from(["en", "ko", "fr"]))
def test_every_word_is_kept_in_order_whatever_the_number_of_lines(words, language):
    text = " ".join(words)
    parts = pieces(text, language)
    for _, ends in balanced(parts, even(parts), 6).values():
        assert " ".join(as_lines(parts, ends)) == text


@given(WORDS, st.integers(1, 8))
def test_there_are_as_many_lines_as_were_asked_for(words, most):
    parts = plain(words)
    found = balanced(parts, even(parts), most)
    assert set(found) == set(range(1, min(most, len(parts)) + 1))
    assert all(len(ends) == lines for lines, (_, ends) in found.items())


@given(WORDS, st.integers(13, 40))
def test_balanced_lines_are_no_more_ragged_than_greedy_ones(words, measure):
    parts = plain(words)
    widths = even(parts)
    first = greedy(parts, widths, float(measure))
    _, ends = balanced(parts, widths, len(first))[len(first)]
    leftover = 1.5 * 0.55  # what a short last line may cost instead
    assert slack(parts, widths, ends) <= slack(parts, widths, first) + leftover + 1e-9


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=20, max_size=60), st.integers(4, 15))
def test_a_word_cut_by_hyphens_can_be_put_together_again(word, longest):
    cut = split_long((Piece(word, space=False),), longest, "en")
    assert "".join(part.text for part in cut) == word
    assert all(len(part.text) >= 3 for part in cut)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=20, max_size=60), st.integers(6, 15))
def test_no_cut_part_is_much_longer_than_asked(word, longest):
    cut = split_long((Piece(word, space=False),), longest, "en")
    assert max(len(part.text) for part in cut) <= longest + 3


def test_a_line_that_ends_inside_a_word_gets_a_hyphen_and_the_last_does_not():
    cut = split_long((Piece("incomprehensibilities", space=False),), 8, "en")
    lines = as_lines(cut, list(range(1, len(cut) + 1)))
    assert all(line.endswith("-") for line in lines[:-1])
    assert not lines[-1].endswith("-")


def test_hangul_breaks_at_spaces_only():
    assert [part.text for part in pieces("달의 궁전을 훔친", "ko")] == ["달의", "궁전을", "훔친"]


def test_a_hangul_word_that_is_too_long_breaks_between_syllables_without_a_hyphen():
    cut = split_long(pieces("대한민국헌법제정", "ko"), 4, "ko")
    assert as_lines(cut, [4, 8]) == ("대한민국", "헌법제정")


def test_numbers_and_initials_hold_together():
    texts = [part.text for part in pieces("No. 1 by J. R. Hart Book Two", "en")]
    assert texts == ["No. 1", "by", "J. R. Hart", "Book Two"]


def test_no_line_starts_with_a_dash():
    assert "—" not in [part.text for part in pieces("War — and Peace", "en")]


def test_a_title_breaks_after_its_colon_and_not_after_an_article():
    parts = pieces("Salt and Silk: A History of the Monsoon Ports", "en")
    lines = as_lines(parts, balanced(parts, even(parts), 3)[3][1])
    assert lines[0] == "Salt and Silk:"
    assert not any(line.split()[-1] in {"A", "of", "the", "and"} for line in lines)
