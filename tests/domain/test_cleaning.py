import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.cleaning import clean, names, stacked_marks, undrawable


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_nothing_clean_holds_a_control_character_or_a_line_end(text):
    cleaned = clean(text)
    assert not any(unicodedata.category(char) == "Cc" for char in cleaned)
    assert len(cleaned.splitlines()) <= 1


def test_hangul_from_macos_is_composed():
    assert clean(unicodedata.normalize("NFD", "별이 내리는 밤")) == "별이 내리는 밤"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  The\tQuiet\r\n\nLantern ", "The Quiet Lantern"), ("A\0B", "AB"), ("\x1b[31mRed", "[31mRed"),
     ("“Curly” ‘quotes’ — and dashes…", "“Curly” ‘quotes’ — and dashes…"),
     ("Où\u00a0?", "Où\u00a0?"), ("soft\u00adhyphen", "softhyphen"), ("\u202eevil", "evil"),
     ("می\u200cخواهم", "می\u200cخواهم"), ("שלום\u200f!", "שלום\u200f!"), ("\ufeffBOM", "BOM")],
)  # fmt: skip
def test_words_stay_and_junk_goes(typed, kept):
    assert clean(typed) == kept


@pytest.mark.parametrize("text", ["Tom’s “Café”", "השועל והירח", "القمر والثعلب", "星の夜", "Ænima №9",
                                  "ni\u0303a", "क्षितिज", "ภาษาไทย"])  # fmt: skip
def test_writing_of_every_people_can_be_drawn(text):
    assert undrawable(clean(text)) == ()
    assert not stacked_marks(clean(text))


def test_emoji_private_characters_and_broken_bytes_cannot_be_drawn():
    assert undrawable("A🐉B🇰\ue000\udcff\ufffd🐉") == ("🐉", "🇰", "\ue000", "\udcff", "\ufffd")


def test_what_no_typeface_has_cannot_be_drawn():
    assert undrawable("Snow ❄ and ❄", lambda char: char.isascii()) == ("❄",)


def test_a_tower_of_marks_is_noticed():
    assert stacked_marks("Z" + "\u0301" * 5)


def test_letters_of_full_width_become_ordinary_and_punctuation_keeps_its_width():
    assert clean("ＡＩの時代　２０４５！？") == "AIの時代 2045！？"


def test_what_has_no_name_is_named_by_its_kind():
    assert names("\ud83d\ue000😀") == "half a character, a private character, grinning face"
