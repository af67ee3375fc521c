"""Reroll: another idea for the same brief."""

import dataclasses

import pytest

from pipeline.domain.errors import VersionError
from pipeline.domain.operation import Reroll
from pipeline.illustrator.catalogue import NAMES
from pipeline.stages.keeping import words_on
from tests.real import done, versions
from tests.workshop.drawings import BENCH, book, brought, drawn


def rerolled(base, others=(), count=1, language="en", **changes):
    about = book(language, **changes)
    return done(Reroll(seed=5, count=count), about, base, others, bench=BENCH).drafts


def recipe(version):
    return version.document.art.choice.recipe


def test_a_new_idea_has_a_style_that_the_cover_does_not_show():
    ideas = rerolled(drawn(), [drawn("riso"), drawn("foil")], count=3)
    shown = [recipe(idea) for idea in ideas]
    assert len(set(shown)) == 3
    assert not {"seascape", "riso", "foil"} & set(shown)


def test_each_idea_that_is_kept_counts_as_shown():
    base, kept = drawn(), []
    for _ in range(3):
        made = done(Reroll(seed=5), book(), base, kept, bench=BENCH)
        kept += versions(made, BENCH, Reroll(seed=5), base)[:1]
        kept[-1] = dataclasses.replace(kept[-1], id=f"kept-{len(kept)}")
    assert len({recipe(version) for version in (base, *kept)}) == 4


def test_an_author_who_named_a_style_keeps_it():
    (idea,) = rerolled(drawn("riso"), style="riso")
    assert recipe(idea) == "riso"
    assert idea.document.art.composition != drawn("riso").document.art.composition


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_words_are_those_that_the_version_has_now(language):
    base = drawn(language=language)
    title = base.document.layout.blocks[0]
    said = dataclasses.replace(title, words="Nine Ships" if language == "en" else "아홉 척의 배")
    layout = base.document.layout.with_block(title, said)
    base = dataclasses.replace(base, document=dataclasses.replace(base.document, layout=layout))
    (idea,) = rerolled(base, language=language)
    assert words_on(idea.document.layout) == words_on(layout)


def test_a_photograph_has_no_other_idea():
    with pytest.raises(VersionError) as refused:
        rerolled(brought())
    assert refused.value.code == "art-not-drawn"
    assert len(NAMES) > 1
