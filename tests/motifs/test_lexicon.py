import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.concept import Concept
from pipeline.stages.lexicon import Lexicon
from pipeline.stages.words import is_form_of, stem, words

LEXICON = Lexicon(
    [
        Concept(name="lighthouse", gloss="", english=("lighthouse",), korean=("등대*",)),
        Concept(name="mountain", gloss="", english=("mountain",), korean=("산",)),
        Concept(name="ship", gloss="", english=("ship",), korean=("배",), uncertain=("배",)),
        Concept(name="moon-rabbit", gloss="", english=("moon rabbit",), korean=("달 토끼",)),
        Concept(name="moon", gloss="", english=("moon",), korean=("달",)),
        Concept(name="sea", gloss="", english=("sea",), korean=("*바다",)),
    ]
)


def named(text):
    return [hit.concept for hit in LEXICON.hits(text)]


@pytest.mark.parametrize(
    "form", ["산이", "산을", "산에서", "산과", "산으로", "산의", "산들", "산속에서"]
)
def test_korean_particles_do_not_hide_a_noun(form):
    assert named(f"{form} 좋다") == ["mountain"]


@pytest.mark.parametrize("verb", ["산다", "산다는", "산뜻하다", "산책을"])
def test_words_that_only_begin_alike_are_no_hits(verb):
    assert named(verb) == []


def test_a_particle_must_agree_with_the_last_sound_of_its_noun():
    assert is_form_of("배가", "배")
    assert is_form_of("산이", "산")
    assert not is_form_of("산가", "산")
    assert is_form_of("별로", "별")


def test_a_star_takes_in_compounds_at_either_end():
    assert named("등대지기의 밤바다는 깊다") == ["lighthouse", "sea"]


def test_a_phrase_beats_the_words_in_it():
    assert named("The moon rabbit looks down") == ["moon-rabbit"]
    assert named("moon and rabbit") == ["moon"]


def test_plural_and_possessive_are_the_same_word():
    assert named("Lighthouses, and the ship's mountains") == ["lighthouse", "ship", "mountain"]


def test_words_with_other_senses_are_marked_as_unsure():
    assert [hit.sure for hit in LEXICON.hits("배가 산으로")] == [False, True]


@given(st.text())
def test_any_text_can_be_looked_up(text):
    assert all(0 <= hit.at < len(words(text)) for hit in LEXICON.hits(text))


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_a_word_and_its_possessive_meet(word):
    assert stem(word + "'s") in {stem(word), word}
