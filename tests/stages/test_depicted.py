"""What a picture shows, in words: that which its composition really draws."""

from config.concepts import load_concepts
from pipeline.illustrator.catalogue import recipes
from pipeline.illustrator.scenery.props import PROPS
from pipeline.stages.depicted import depicted
from pipeline.stages.prop_words import PROP_WORDS, prop_in
from tests.look import scene_for

CONCEPTS = {concept.name: concept for concept in load_concepts()}


def seen(recipe, composition, *names, language="en", seed=5):
    made_by = recipes()[recipe]
    one = next(c for c in made_by.compositions if c.name == composition)
    concepts = tuple(CONCEPTS[name] for name in names)
    return depicted(made_by, scene_for(made_by, one, made_by.palettes[0], 2 / 3, concepts, seed),
                    language)  # fmt: skip


def test_each_composition_of_a_ship_book_says_what_it_draws():
    assert seen("seascape", "open water", "ship") == ("ship",)
    assert seen("seascape", "headland", "ship") == ("ship", "lighthouse")
    assert seen("seascape", "island", "ship") == ("person reading",)
    assert seen("seascape", "island", "ship", language="ko") == ("책 읽는 사람",)


def test_what_a_motif_only_stands_behind_is_not_claimed():
    assert seen("papercut", "arcs", "storm") == ("lighthouse",)


def test_a_place_that_is_drawn_is_named_before_what_stands_in_it():
    assert seen("landscape", "vale", "desert")[0] == CONCEPTS["desert"].label("en")


def test_an_emblem_is_its_first_motif_in_every_composition():
    for composition in recipes()["foil"].compositions:
        assert seen("foil", composition.name, "crown", "ship") == (CONCEPTS["crown"].label("en"),)


def test_every_prop_has_words_in_both_languages():
    assert set(PROP_WORDS) == set(PROPS)
    assert all(english and korean for english, korean in PROP_WORDS.values())


def test_a_prop_is_translated_either_way():
    assert (prop_in("등대", "en"), prop_in("lighthouse", "ko")) == ("lighthouse", "등대")
    assert prop_in("quasar", "ko") is None
