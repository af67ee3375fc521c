"""What is said of pictures to people who cannot see them."""

from dataclasses import replace

import pytest

from bot.conversation.alt import LONGEST, alt_of, cut, motifs_shown
from bot.conversation.words import Words
from config.styles import load_styles
from pipeline.domain.layout import Role
from tests.workshop.covers import ENGLISH, version
from tests.workshop.drawings import brought, drawn

STYLES = load_styles()


def told(cover, language):
    return alt_of(cover, STYLES, Words(language))


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_cover_in_the_readers_language_says_what_it_said_when_it_was_made(language):
    cover = drawn("riso", language)
    assert told(cover, language) == cover.document.alt_text


def test_an_english_cover_is_told_to_koreans_in_korean():
    cover = drawn("riso")
    said = told(cover, "ko")
    assert said.startswith("《The Lighthouse Keeper's Arithmetic》(Oona Fairweather 지음) 표지")
    assert "등대" in said
    assert said != cover.document.alt_text


def test_a_korean_cover_is_told_to_others_in_english():
    said = told(drawn("riso", "ko"), "en")
    assert said.startswith("Cover of “바다와 등대” by 윤서아: ")
    assert not any("가" <= char <= "힣" for char in said.partition(": ")[2])


def test_a_brought_picture_is_told_for_what_it_is():
    assert told(brought(), "ko").endswith("지은이가 고른 그림 위에 제목을 앉혔다.")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_was_never_told_is_told_now(language):
    assert ENGLISH.title in told(version(short_px=200), language)


def test_a_style_that_is_gone_leaves_the_words():
    said = alt_of(drawn("riso"), (), Words("ko"))
    assert "The Lighthouse Keeper's Arithmetic" in said


def test_a_cover_without_a_title_is_told_by_its_largest_words():
    cover = version(short_px=200)
    layout = cover.document.layout
    rest = tuple(block for block in layout.blocks if block.role is not Role.TITLE)
    document = replace(cover.document, layout=replace(layout, blocks=rest))
    assert "Iris Vandermeer" in told(replace(cover, document=document), "en")


@pytest.mark.parametrize("length", [LONGEST - 1, LONGEST, LONGEST + 1, 3 * LONGEST])
@pytest.mark.parametrize("letters", ["a", "가 ", "ab, "])
def test_no_description_is_too_long(letters, length):
    text = (letters * length)[:length]
    assert len(cut(text)) <= LONGEST
    assert (cut(text) == text) == (length <= LONGEST)


def test_a_long_description_ends_with_a_word():
    assert cut("word " * 400).endswith("word…")


def test_what_is_shown_is_named_in_the_readers_language():
    document = drawn("riso").document
    assert motifs_shown(document, "en") == document.motifs
    assert "등대" in motifs_shown(document, "ko")


def test_what_no_list_knows_keeps_its_own_name():
    odd = replace(drawn("riso").document, motifs=("a thing of one's own",))
    assert motifs_shown(odd, "ko") == ("a thing of one's own",)


def test_what_stands_in_the_picture_without_being_a_motif_is_translated_too():
    cover = drawn("riso")
    seen = replace(cover, document=replace(cover.document, motifs=("person reading",)))
    assert "책 읽는 사람" in told(seen, "ko")
