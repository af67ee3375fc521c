"""Beside a finished picture its world is painted, and nothing that it is about."""

import numpy as np

from config.concepts import load_sights
from pipeline.domain.genre import Genre, PaintWords
from pipeline.stages.aside_prompt import CALM, aside_negative, aside_prompt
from pipeline.stages.prompt import Room
from pipeline.stages.prompt_words import LIGHT

GENRE = Genre(name="mystery", english=("mystery",), korean=("추리",),
              paint=PaintWords(mood="tense atmosphere", media=("oil painting", "gouache"), lights=("backlit",)))  # fmt: skip
PROMPT = ("noir style, oil painting of a lighthouse on a cliff at night, wide empty sky above, low horizon, a woman in"
          " a red coat, deep blue and amber colours, backlit, tense atmosphere, highly detailed")  # fmt: skip
ROOM = Room(tokens=600, count=len)


def asked(prompt=PROMPT, colour=(20, 30, 90), triggers=(), room=ROOM):
    edge = np.full((8, 4, 3), colour, np.uint8)
    return aside_prompt(prompt, edge, GENRE, load_sights(), triggers, room)


def test_room_manner_light_and_colours_are_those_of_the_picture():
    for words in ("wide empty sky above", "oil painting", "backlit", "deep blue and amber colours",
                  "tense atmosphere", CALM):  # fmt: skip
        assert words in asked()


def test_its_subject_is_not_asked_for_again_and_nobody_is():
    assert not {"lighthouse", "woman", "coat"} & set(asked().replace(",", "").split())
    assert {"person", "face", "text", "lettering"} <= set(aside_negative(ROOM).split(", "))


def test_what_the_picture_was_not_painted_of_is_not_said():
    assert LIGHT not in asked()
    assert "gouache" not in asked()


def test_colours_that_were_wished_for_go_before_palettes():
    wished = PROMPT.replace("deep blue and amber colours", "colour palette of green and gold")
    assert "colour palette of green and gold" in asked(wished)


def test_of_a_picture_that_nobody_told_of_the_colour_at_its_edge_is_asked_for():
    assert "blue background" in asked(prompt="")


def test_adapters_hear_their_words_first():
    assert asked(triggers=("noir style",)).startswith("noir style, wide empty sky")


def test_a_prompt_fits_its_room_and_the_last_words_go_first():
    short = asked(room=Room(tokens=80, count=len))
    assert len(short) <= 80
    assert short.startswith("wide empty sky above")
    assert "tense" not in short
    assert aside_negative(Room(tokens=120, count=len)).endswith("logo")
