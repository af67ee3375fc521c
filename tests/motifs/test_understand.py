from dataclasses import replace

from pipeline.illustrator.scenery.props import PROPS
from pipeline.stages.understand import PEOPLE, understand
from tests.motifs.labelled import PLAIN, encoder, motifs

STORY = "A girl and her cat cross the sea to a castle where a king sleeps beside a lighthouse."


def understood(requirements="", summary=STORY, likely=()):
    genre = replace(PLAIN, motifs=likely)
    return understand("A Story", summary, requirements, motifs(), encoder(), genre)


def names(requirements="", **brief):
    return [concept.name for concept, _ in understood(requirements, **brief).motifs]


def test_the_summary_decides_the_motifs():
    assert {"cat", "castle", "sea", "lighthouse"} & set(names()[:4])


def test_what_the_author_wants_comes_first_even_unnamed_in_the_summary():
    assert names("an owl and a key")[:2] == ["owl", "key"]


def test_what_the_author_forbids_never_comes():
    assert "castle" in names()
    assert "castle" not in names("no castle")


def test_a_forbidden_thing_is_no_scenery_of_another_concept():
    assert all(concept.scene != "castle" for concept, _ in understood("no castle").motifs)


def test_without_people_nobody_is_drawn():
    shown = [c for c, _ in understood("no people", summary=STORY + " Two lovers kiss.").motifs]
    assert shown
    assert not any(c.person or c.scene in PEOPLE for c in shown)


def test_people_in_the_scenery_are_those_that_the_illustrator_draws():
    assert {name for name in PEOPLE if name in PROPS} == PEOPLE


def test_a_genre_moves_its_own_motifs_up_and_adds_none():
    plain, favoured = names(), names(likely=("lighthouse", "dragon"))
    assert favoured.index("lighthouse") <= plain.index("lighthouse")
    assert "dragon" not in favoured


def test_nothing_fitting_is_an_empty_answer():
    assert names(summary="Ninety numbered parts.") == []
