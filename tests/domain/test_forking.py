"""What somebody else's cover looks like as a brief."""

from dataclasses import replace

from pipeline.domain.forking import brief_as_seen, document_as_seen
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Layout, Role, TextBlock
from pipeline.domain.lettering import Eraser, Erasure, Hand, Replacement
from tests.paintings import aside_of, painted
from tests.storage.orders import brief, document

PLACE = Box(x=0.1, y=0.1, w=0.8, h=0.1)


def said(*blocks: tuple[Role, str]) -> Layout:
    return Layout(aspect=0.66, blocks=tuple(
        TextBlock(role=role, words=words, lines=(words,), font="none", size=0.1, box=PLACE,
                  colour="#000000")
        for role, words in blocks
    ))  # fmt: skip


def test_its_words_are_those_on_the_cover_and_no_others():
    asked = replace(brief(), title="Diary", author="Real Name", summary="Why.", series="One")
    seen = brief_as_seen(asked, said((Role.AUTHOR, "Pen Name"), (Role.TITLE, "Hours")))
    assert (seen.title, seen.author, seen.series, seen.summary) == ("Hours", "Pen Name", "", "")
    assert (seen.format, seen.seed, seen.language) == (asked.format, asked.seed, asked.language)


def test_a_cover_without_a_title_is_called_by_its_first_text():
    seen = brief_as_seen(brief(), said((Role.FREE, "A novel"), (Role.FREE, "in two parts")))
    assert (seen.title, seen.subtitle) == ("A novel", "")


def test_what_a_painting_came_from_stays_with_its_owner():
    whole = painted(document(), "a" * 64, source="b" * 64, strength=0.6)
    seen = document_as_seen(whole)
    assert (seen.art.painting.source, seen.art.painting.left_out) == ("", ())
    assert seen.art.origin == whole.art.origin
    assert (seen.art.painting.prompt, seen.art.painting.negative) == ("", "")
    assert seen.art.painting.understood == whole.motifs
    assert seen.art.painting.record == whole.art.painting.record


def test_of_a_back_that_was_painted_all_but_the_prompt_goes_along():
    aside = aside_of("c" * 64)
    whole = painted(document(), "a" * 64)
    seen = document_as_seen(replace(whole, art=replace(whole.art, aside=aside)))
    (how,) = seen.art.aside.extensions
    assert how == replace(aside.extensions[0], prompt="")
    assert replace(seen.art.aside, extensions=aside.extensions) == aside


def test_words_that_were_lettered_into_a_picture_may_be_erased_since_and_stay_behind():
    whole = painted(document(), "a" * 64)
    words = Replacement(hand=Hand.TYPE, words="Real Name", read="Real Name", face="Anton")
    erased = Erasure(eraser=Eraser.BUILTIN, erased=1)
    seen = document_as_seen(replace(whole, art=replace(whole.art, retouches=(words, erased))))
    assert seen.art.retouches == (replace(words, words="", read=""), erased)


def test_nothing_else_of_a_document_is_hidden():
    assert document_as_seen(document()) is document()
