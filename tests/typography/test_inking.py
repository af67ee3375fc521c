from hypothesis import given
from hypothesis import strategies as st

from pipeline.drawing.colour import contrast, to_oklch
from pipeline.typography.inking import Ground, inks_for, readable
from tests.typography.lettering import confetti

COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: "#{:02x}{:02x}{:02x}".format(*rgb))


@given(COLOURS, COLOURS, st.sampled_from([3.0, 4.5]))
def test_every_ink_offered_can_be_read(wished, paper, wanted):
    offered = inks_for(wished, ("#fff7e6",), Ground.plain(paper), wanted)

    assert all(contrast(ink, paper) >= wanted for ink in offered)


@given(COLOURS, COLOURS)
def test_for_a_title_there_is_always_an_ink(wished, paper):
    assert inks_for(wished, (), Ground.plain(paper), 3.0)


@given(COLOURS)
def test_an_ink_that_is_strong_enough_is_kept(paper):
    ground = Ground.plain(paper)
    strong = max(("#000000", "#ffffff"), key=ground.ratio)

    assert inks_for(strong, ("#fff7e6",), ground, 3.0)[0] == strong


def test_foil_becomes_another_metal_before_another_colour():
    ground = Ground.plain("#ece4d3")
    first = inks_for("#d9ae58", ("#1c2430",), ground, 3.0, true_to_hue=True)[0]

    assert abs(to_oklch(first)[2] - to_oklch("#d9ae58")[2]) < 12


def test_a_restless_ground_is_judged_by_its_worse_tenths():
    ground = Ground.of(confetti().reshape(-1, 3))

    assert ground.dark < 0.1
    assert ground.bright > 0.4
    assert not ground.calm


def test_on_a_ground_in_between_letters_are_light():
    # a tone can darken the ground for them; it must not bleach it for dark ones
    assert to_oklch(readable(Ground.plain("#787874")))[0] > 0.9
