"""Prompts: what a model is told of a brief, what it is never told, and what was understood."""

import re

import pytest

from config.concepts import load_concepts, load_sights
from config.genres import load_genres
from pipeline.stages.emphasis import Zone, emphases
from pipeline.stages.own_words import PEOPLE
from pipeline.stages.prompt import Prompt, Room, prompt
from pipeline.stages.tokens import at_most
from tests.painting import with_easel
from tests.real import brief

LETTERED = re.compile(
    r"\b(title|text|letters|lettering|typography|words|cover|poster|caption|font|logo|book cover)\b"
)
ROOM = Room(tokens=600, count=at_most)
DIVER = {"title": "제주 바다의 숨", "genre": "에세이",
         "summary": "제주 우도의 해녀 할머니에게 물질을 배운 여름. 숨을 참는 법과 돌아오는 법에 대하여."}  # fmt: skip
KEEPER = {"title": "The Keeper of Storms", "genre": "mystery",
          "summary": "An old lighthouse keeper on a rocky island counts the ships. He believes that fate owes him "
                     "the truth."}  # fmt: skip


def prompts(options=4, seed=3, room=ROOM, triggers=(), seen=(), **asked) -> list[Prompt]:
    about, shop = brief(**asked), with_easel()
    genre = shop.genre(about)
    subject = shop.paintable(about, genre)
    ideas = emphases(subject, genre, about.requirements, about.format.aspect, options, seed, seen)
    return [prompt(subject, genre, idea, triggers, room, about.language) for idea in ideas]


def first(**asked) -> Prompt:
    return prompts(options=1, **asked)[0]


@pytest.mark.parametrize("asked", [KEEPER, DIVER, {"title": "Quiet"}])
def test_no_lettering_is_asked_for_and_all_of_it_is_kept_out(asked):
    for made in prompts(**asked):
        assert not LETTERED.search(made.positive)
        assert "text, letters, lettering" in made.negative
        assert {"watermark", "signature"} <= set(made.negative.split(", "))


def test_the_title_is_never_quoted_even_where_the_summary_says_it():
    made = first(title="The Iron Gate", summary="A dark forest. Before the iron gate stands a wolf, and a sign "
                 'reads "The Iron Gate".', requirements="title in gold letters at the top")  # fmt: skip

    assert "iron gate" not in made.positive.lower()
    assert "sign" not in made.positive
    assert "forest" in made.positive


def test_the_authors_own_words_for_what_can_be_seen_are_kept_and_plots_are_not():
    made = first(**KEEPER)

    assert "lighthouse" in made.positive
    assert "island" in made.positive
    assert not {"fate", "truth", "believes"} & set(re.findall(r"\w+", made.positive))
    assert made.left_out == ("He believes that fate owes him the truth.",)


def test_korean_is_painted_from_english_words_and_told_in_korean():
    for made in prompts(**DIVER, requirements="수채화로, 하늘색과 흰색"):
        assert made.positive.isascii()
        assert "watercolour painting" in made.positive
        assert "colour palette of sky blue and white" in made.positive
        assert {"하늘색", "수채화"} <= set(made.understood)
    assert "제주" in {told for made in prompts(**DIVER) for told in made.understood}


def test_names_and_years_in_korean_that_a_model_can_read_are_kept():
    made = first(
        title="먼 별", genre="SF", summary="2147년, 로봇 Haru가 Neo Tokyo의 밤하늘을 올려다본다."
    )

    assert "Neo Tokyo" in made.positive
    assert "circa 2147" in made.positive
    assert "Neo Tokyo" in made.understood


def test_a_genre_is_told_in_a_painters_words():
    genre = next(one for one in load_genres() if one.name == "horror")
    for made in prompts(
        title="House", genre="horror", summary="An old house at the edge of the village."
    ):
        assert genre.paint.mood in made.positive
        assert any(medium in made.positive for medium in genre.paint.media)


def test_wishes_are_followed_and_what_is_unwanted_is_kept_out():
    made = first(
        **KEEPER, requirements="Navy and gold, dark, minimal, no people, no cats. A whale please."
    )

    assert "colour palette of navy and gold" in made.positive
    assert "whale" in made.positive
    assert "dark, low-key lighting" in made.positive
    assert "minimalist" in made.positive
    assert "old man" not in made.positive
    assert {"people", "cats"} <= set(made.negative.split(", "))
    assert {"navy", "gold", "dark", "simple", "no people"} <= set(made.understood)


def test_what_is_asked_for_in_so_many_words_becomes_the_subject():
    made = first(title="Neon", genre="sf", requirements="a girl with a red umbrella")

    assert " of a girl with a red umbrella" in made.positive
    assert "red colours" not in made.positive


def test_media_and_free_space_are_no_things_to_paint():
    made = first(
        **KEEPER,
        requirements="Watercolour, leave space for the title at the bottom, author name big",
    )

    assert made.positive.startswith("watercolour painting of ")
    assert not {"galaxy", "easel", "pen"} & set(re.findall(r"\w+", made.positive))


@pytest.mark.parametrize(
    ("form", "requirements", "words"),
    [
        ("2:3", "", {"above"}), ("16:9", "", {"left", "right"}),
        ("2:3", "title at the bottom", {"lower", "below"}), ("2:3", "제목은 아래쪽에", {"lower", "below"}),
        ("16:9", "text on the right side", {"right"}),
    ],
)  # fmt: skip
def test_room_is_asked_for_where_the_title_goes(form, requirements, words):
    for made in prompts(options=2, **KEEPER, format=form, requirements=requirements):
        assert words & set(re.findall(r"\w+", made.positive))


def test_zones_are_those_that_lettering_knows():
    assert {zone.value for zone in Zone} == {"head", "foot", "left", "right"}


def test_four_options_are_four_ideas_and_the_same_for_the_same_seed():
    made = prompts(**KEEPER)

    assert len({one.positive for one in made}) == 4
    assert len({one.motifs[:1] for one in made}) >= 2
    assert made == prompts(**KEEPER)
    assert made != prompts(**KEEPER, seed=4)


def test_what_was_seen_before_is_not_asked_for_again():
    (old,) = prompts(options=1, **KEEPER)
    (new,) = prompts(options=1, **KEEPER, seen=[old.positive])

    assert old.motifs[0] != new.motifs[0]


@pytest.mark.parametrize("tokens", [20, 60, 120, 300])
@pytest.mark.parametrize("asked", [KEEPER, DIVER])
def test_a_prompt_keeps_to_its_room_and_what_goes_is_told(asked, tokens):
    room = Room(tokens=tokens, count=at_most)
    for made in prompts(**asked, room=room):
        assert at_most(made.positive) <= tokens
        assert at_most(made.negative) <= tokens
    assert len(first(**asked, room=Room(tokens=20, count=at_most)).left_out) >= len(
        first(**asked).left_out
    )


def test_the_subject_and_room_for_the_title_stay_longest():
    made = first(**KEEPER, room=Room(tokens=110, count=at_most))

    assert "lighthouse" in made.positive
    assert "above" in made.positive
    assert "detailed" not in made.positive


def test_triggers_come_first_and_never_go():
    made = first(**KEEPER, triggers=("fogstyle",), room=Room(tokens=80, count=at_most))

    assert made.positive.startswith("fogstyle, ")


def test_signs_that_front_ends_take_for_orders_are_plain_words():
    made = first(title="A", summary="A (black:1.4) wolf under [[a red moon]] <lora:x:1> {tree|house}.",
                 requirements="((masterpiece:1.3)), <|endoftext|> a white wolf")  # fmt: skip

    assert not set("()[]{}<>|") & set(made.positive)
    assert "wolf" in made.positive


def test_what_must_never_be_painted_does_not_reach_the_model():
    made = first(
        title="A",
        genre="thriller",
        summary="A naked woman and a severed head lie in the dark forest.",
    )

    assert not re.search(r"naked|severed", made.positive)
    assert "forest" in made.positive


def test_a_picture_is_continued_with_nothing_but_its_surroundings():
    made = first(**KEEPER)

    assert "lighthouse" not in made.around
    assert "empty" in made.around


def test_everything_that_may_be_asked_for_can_be_seen_and_carries_no_writing():
    phrases = [concept.paint for concept in load_concepts()]
    phrases += [sight.paint for sight in load_sights()]
    phrases += [words for genre in load_genres() for words in (genre.paint.mood, *genre.paint.media,
                                                               *genre.paint.lights)]  # fmt: skip
    for phrase in phrases:
        assert phrase
        assert phrase.isprintable()
        assert not LETTERED.search(phrase), phrase
        assert not re.search(r"\b(no|not|without|never)\b", phrase), phrase


def test_sights_and_people_are_names_that_exist():
    names = [concept.name for concept in load_concepts()]
    sights = [sight.name for sight in load_sights()]

    assert set(names) >= PEOPLE
    assert not set(names) & set(sights)
    assert len(set(sights)) == len(sights)
    assert all(sight.english and sight.korean for sight in load_sights())


def test_a_brief_of_the_longest_summary_is_read_and_told_shortly():
    made = first(title="A", summary="The wolf walks through the snow. " * 600)

    assert "wolf" in made.positive
    assert all(len(sentence) <= 120 for sentence in made.left_out)


def test_nothing_is_understood_twice():
    understood = first(title="The Quiet Lantern", genre="mystery", summary="A detective walks through fog by a "
                       "lighthouse. A lantern burns on the pier.").understood  # fmt: skip

    assert sum("fog" in told for told in understood) == 1
    assert sum("lighthouse" in told for told in understood) == 1


def test_what_is_asked_for_in_ones_own_words_is_told_in_them():
    made = first(title="Tall", genre="mystery", summary="A keeper finds letters in a lighthouse.",
                 requirements="A black dog on the shore. A ship far away.")  # fmt: skip

    assert made.understood == ("a black dog on the shore", "a ship far away",
                               "letters in a lighthouse")  # fmt: skip
    assert made.left_out == ()


def test_what_no_catalogue_knows_is_painted_by_its_authors_words():
    made = first(title="Small Hours", genre="fantasy",
                 summary="A court of ferns under a glass roof. Nobody came back.")  # fmt: skip

    assert "of a court of ferns under a glass roof" in made.positive
    assert made.left_out == ("Nobody came back.",)


def test_a_sentence_of_which_things_are_shown_is_not_left_out():
    made = first(title="Tall", genre="fantasy", summary="A tower above the clouds.")

    assert "tower" in made.motifs
    assert made.left_out == ()


def test_a_library_is_painted_from_within_where_it_does_not_rain():
    made = first(title="The Library of Summer", summary="It rains all August on the old library.")

    assert "shelves" in made.positive
    assert "rain" not in made.positive
