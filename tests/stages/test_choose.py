"""Options of one brief differ in idea, obey the wishes, and are the same for the same seed."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.concept import Concept, Wishes
from pipeline.domain.fonts import FaceUse, Pairing
from pipeline.domain.palette import Palette
from pipeline.domain.words import Writing
from pipeline.drawing.colour import hue_distance, to_oklch
from pipeline.illustrator.arrangements import above
from pipeline.illustrator.recipe import Composition, Recipe
from pipeline.stages.choose import Theme, choose

CROWN = Concept(name="crown", gloss="a crown", english=("crown",), korean=("왕관",), icon="crown")
CASTLE = Concept(name="castle", gloss="a castle", english=("castle",), korean=("성",),
                 icon="castle", scene="castle", setting="mountains")  # fmt: skip
CHILD = Concept(name="child", gloss="a child", english=("child",), korean=("아이",),
                icon="child", person=True)  # fmt: skip
NIGHT = Palette(name="night", colours=("#102040", "#8090b0"), inks=("#ffffff",), dark=True)
DAWN = Palette(name="dawn", colours=("#f4e8d8", "#d08050"), inks=("#201008",), dark=False)


def recipe(name: str, **changes: object) -> Recipe:
    plain = Recipe(name=name, idea=name, paint=lambda canvas, scene: None, compositions=(),
                   palettes=(NIGHT, DAWN), genres={"fantasy": 0.8})  # fmt: skip
    return replace(plain, **changes)


PAIRINGS = tuple(
    Pairing(
        name=name, writing=Writing.LATIN, title=FaceUse(face="face"), small=FaceUse(face="face")
    )
    for name in "abc"
)
EMBLEM, SCENERY, ABSTRACT = (
    recipe("emblem", needs_icon=True),
    recipe("scenery", settings=("mountains",)),
    recipe("abstract"),
)
ALL = (EMBLEM, SCENERY, ABSTRACT)


def subject(*motifs: Concept, wishes: Wishes | None = None) -> Theme:
    scored = tuple((concept, 0.9 - 0.1 * i) for i, concept in enumerate(motifs))
    return Theme(genre="fantasy", motifs=scored, wishes=wishes or Wishes(),
                   pairings=PAIRINGS, serifs={"face": True})  # fmt: skip


@given(st.integers(0, 2**31))
def test_options_use_every_recipe_before_one_comes_again(seed: int):
    choices = choose(subject(CROWN, CASTLE), ALL, 3, seed)
    assert {choice.recipe for choice in choices} == {"emblem", "scenery", "abstract"}


def test_the_same_seed_gives_the_same_ideas():
    about = subject(CROWN, CASTLE)
    assert choose(about, ALL, 8, 7) == choose(about, ALL, 8, 7)


def test_another_seed_gives_other_ideas():
    about = subject(CROWN, CASTLE)
    assert len({tuple(c.seed for c in choose(about, ALL, 2, seed)) for seed in range(9)}) == 9


@given(st.integers(0, 2**31))
def test_without_a_motif_the_cover_is_abstract(seed: int):
    assert choose(subject(), ALL, 1, seed)[0].recipe == "abstract"


@given(st.integers(0, 2**31))
def test_scenery_is_led_by_a_motif_that_can_be_drawn(seed: int):
    for choice in choose(subject(CROWN, CASTLE), ALL, 3, seed):
        if choice.recipe == "scenery":
            assert choice.concepts[0] is CASTLE


@given(st.integers(0, 2**31))
def test_no_people_takes_people_away(seed: int):
    about = subject(CHILD, CROWN, wishes=Wishes(people=False))
    assert all(CHILD not in choice.concepts for choice in choose(about, ALL, 3, seed))


@given(st.integers(0, 2**31))
def test_a_wish_for_dark_is_obeyed_where_a_recipe_has_it(seed: int):
    about = subject(CROWN, wishes=Wishes(dark=True))
    assert all(choice.palette.dark for choice in choose(about, ALL, 3, seed))


def test_wanted_colours_turn_a_palette_that_has_none_of_them():
    about = subject(CROWN, wishes=Wishes(colours=("#1f8a3b",)))
    green = to_oklch("#1f8a3b")[2]
    for choice in choose(about, ALL, 3, 1):
        hues = [to_oklch(c)[2] for c in choice.palette.colours if to_oklch(c)[1] > 0.04]
        assert any(hue_distance(hue, green) < 25 for hue in hues)


def test_a_broken_emblem_is_no_silhouette():
    bicycle = replace(CROWN, name="bicycle", icon="bicycle")
    silhouette = recipe("silhouette", needs_icon=True, solid=True)
    assert silhouette.can_show(CROWN)
    assert not silhouette.can_show(bicycle)


def test_foil_is_set_in_serifs_when_the_genre_has_any():
    sans = replace(PAIRINGS[0], name="sans", title=FaceUse(face="sans"))
    serif = replace(PAIRINGS[0], name="serif", title=FaceUse(face="serif"))
    about = replace(subject(CROWN), pairings=(sans, serif), serifs={"sans": False, "serif": True})
    set_in = [choose(about, (recipe("foil", serif=True),), 1, s)[0].pairing for s in range(40)]
    assert set_in.count("serif") > 28


def test_dark_wanted_colours_leave_paper_white():
    pale = Palette(name="pale", colours=("#f6d9c8", "#c05030"), inks=("#201008",), dark=False)
    red = recipe("red", palettes=(pale,))
    about = subject(CROWN, wishes=Wishes(colours=("#1c2a70",)))
    ground = choose(about, (red,), 1, 1)[0].palette.colours[0]
    assert to_oklch(ground)[1] < 0.03


def own_colours(concept: Concept) -> list[str]:
    """The palettes that forty seeds choose for a book about `concept`."""
    pink = replace(DAWN, name="blossom", about=("cherry-blossom",))
    amber = replace(DAWN, name="dunes", about=("desert",))
    meadow = recipe("meadow", palettes=(NIGHT, pink, amber), settings=("desert", "garden"))
    return [choose(subject(concept), (meadow,), 1, s)[0].palette.name for s in range(60)]


def test_a_palette_follows_the_subject_by_name_and_by_place():
    blossom = replace(CASTLE, name="cherry-blossom", setting="garden")
    camel = replace(CASTLE, name="camel", setting="desert")
    assert own_colours(blossom).count("blossom") > 3 * own_colours(blossom).count("dunes")
    assert own_colours(camel).count("dunes") > 3 * own_colours(camel).count("blossom")


def test_a_subject_without_colours_of_its_own_may_have_any():
    assert set(own_colours(replace(CASTLE, setting="garden"))) == {"night", "blossom", "dunes"}


def of_many(**about: tuple[str, ...]) -> Recipe:
    """A recipe with a composition a keyword, named and about what it says."""
    compositions = tuple(Composition(name=name, arrange=above, about=subjects)
                         for name, subjects in about.items())  # fmt: skip
    return recipe("many", compositions=compositions)


MANY = of_many(summit=("mountains",), throne=("crown", "palace"), court=("fantasy",),
               boat=("sea",), ring=(), tree=("forest", "tree"))  # fmt: skip


@given(st.integers(0, 2**31))
def test_compositions_about_the_motifs_their_place_or_the_genre_come_first(seed: int):
    (only,) = choose(subject(CROWN, CASTLE), (MANY,), 1, seed)
    assert set(only.compositions[:3]) == {"throne", "summit", "court"}
    assert only.compositions[3] == "ring"
    assert set(only.compositions[4:]) == {"boat", "tree"}


def test_chance_orders_the_compositions_that_suit_alike():
    orders = {choose(subject(CROWN, CASTLE), (MANY,), 1, s)[0].compositions for s in range(60)}
    assert {order[0] for order in orders} == {"throne", "summit", "court"}
    assert {order[4] for order in orders} == {"boat", "tree"}


@given(st.integers(0, 2**31))
def test_a_recipe_used_again_opens_with_another_composition(seed: int):
    choices = choose(subject(CROWN), (MANY,), 6, seed)
    assert len({choice.compositions[0] for choice in choices}) == 6


def test_emblems_make_way_for_drawn_pictures():
    second = recipe("second-emblem", needs_icon=True)
    picked = [choose(subject(CROWN, CASTLE), (EMBLEM, second, SCENERY, ABSTRACT), 2, s)
              for s in range(60)]  # fmt: skip
    both = sum({"emblem", "second-emblem"} == {c.recipe for c in two} for two in picked)
    assert both < 15


@given(st.integers(0, 2**31))
def test_the_first_option_shows_a_motif_of_the_book(seed: int):
    first = choose(subject(CROWN, CASTLE), ALL, 1, seed)[0]
    assert first.recipe != "abstract"
