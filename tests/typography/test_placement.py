import functools

import pytest

from pipeline.domain.errors import LetteringError
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Role
from pipeline.domain.subject import Subject, SubjectKind
from pipeline.domain.words import CoverWords
from pipeline.engines.faces import CascadeFaces
from pipeline.typography.legibility import measure
from pipeline.typography.placement import place, placements
from pipeline.typography.repair import repair
from pipeline.typography.saliency import LightSubjects, busy_map
from tests.typography.lettering import ground, library, photograph

RATIOS = (2 / 3, 1.0, 16 / 9)
TITLES = {
    "Return Window": ("en", "platform"),
    "The Night We Left the Earth Behind": ("en", "orbit"),
    "바다가 보이는 책방에서 보낸 겨울": ("ko", "myeongjo"),
}
FACES = {
    ("astronaut", 2 / 3): (Box.edges(0.24, 0.06, 0.62, 0.36),),
    ("astronaut", 1.0): (Box.edges(0.34, 0.05, 0.56, 0.33),),
    ("astronaut", 16 / 9): (Box.edges(0.34, 0.09, 0.56, 0.6),),
    ("chelsea", 2 / 3): (Box.edges(0.05, 0.3, 0.42, 0.5), Box.edges(0.55, 0.69, 0.85, 0.87)),
    ("chelsea", 1.0): (Box.edges(0.22, 0.29, 0.44, 0.5), Box.edges(0.74, 0.37, 0.92, 0.52),
                       Box.edges(0.54, 0.74, 0.68, 0.88)),
    ("chelsea", 16 / 9): (Box.edges(0.29, 0.35, 0.46, 0.6), Box.edges(0.62, 0.41, 0.74, 0.56),
                          Box.edges(0.52, 0.7, 0.62, 0.88)),
}  # fmt: skip
"""Where the face is in each picture, seen by eye: of the cat its eyes and its nose."""


def covered(layout, boxes):
    return sum(block.box.overlap(box) for block in layout.blocks for box in boxes)


def placed(title, art, subjects):
    language, pairing = TITLES.get(title, ("en", "platform"))
    words = CoverWords(title=title, author="Imani Okafor", language=language)
    return place(words, art, library().catalogue.pairing(pairing), library(), subjects)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(("name", "aspect"), FACES)
def test_no_word_lies_on_a_face_even_without_a_detector(name, aspect, title):
    art = photograph(name, aspect)
    layout = placed(title, art, LightSubjects().subjects(art))

    assert covered(layout, FACES[name, aspect]) == 0


@functools.cache
def faces_of(aspect):
    """What OpenCV finds in the photograph of the astronaut."""
    return CascadeFaces().subjects(photograph("astronaut", aspect))


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("aspect", RATIOS)
def test_no_word_lies_on_a_face_that_opencv_finds(aspect, title):
    layout = placed(title, photograph("astronaut", aspect), faces_of(aspect))

    assert covered(layout, FACES["astronaut", aspect]) == 0


def test_opencv_finds_the_face_and_none_in_a_plain_ground():
    found = faces_of(1.0)

    assert found[0].kind is SubjectKind.FACE
    assert found[0].box.overlap(FACES["astronaut", 1.0][0]) > 0.5 * found[0].box.area
    assert CascadeFaces().subjects(ground("#335577")) == ()


@pytest.mark.parametrize("aspect", [2 / 3, 1.0])
def test_skin_gives_a_face_away(aspect):
    found = LightSubjects().subjects(photograph("astronaut", aspect))

    face = FACES["astronaut", aspect][0]
    assert found[0].kind is SubjectKind.SKIN
    assert found[0].box.overlap(face) > 0.6 * face.area


def test_a_subject_drives_the_title_away():
    art = ground("#335577")
    free = placed("Return Window", art, ()).block(Role.TITLE).box

    moved = placed("Return Window", art, [Subject(box=free, weight=1.0, kind=SubjectKind.FACE)])

    assert moved.block(Role.TITLE).box.overlap(free) == 0


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("aspect", [0.4, *RATIOS, 2.5])
def test_blocks_stay_on_the_page_and_apart(aspect, title):
    art = photograph("rocket", aspect)
    layout = placed(title, art, LightSubjects().subjects(art))
    boxes = [block.box for block in layout.blocks]

    assert {block.role for block in layout.blocks} == {Role.TITLE, Role.AUTHOR}
    assert all(box.x > 0.01 and box.right < 0.99 for box in boxes)
    assert all(box.y > 0.01 and box.bottom < 0.99 for box in boxes)
    assert boxes[0].overlap(boxes[1]) == 0


@pytest.mark.parametrize("aspect", RATIOS)
@pytest.mark.parametrize("name", ["astronaut", "chelsea", "coffee", "rocket"])
def test_what_was_placed_can_be_made_legible(name, aspect):
    art = photograph(name, aspect)
    layout = repair(placed("바다가 보이는 책방에서 보낸 겨울", art, ()), art, library())

    assert all(one.ok for one in measure(layout, art, library()))


@pytest.mark.parametrize("aspect", [0.4, 1.0, 16 / 9, 2.5])
@pytest.mark.parametrize("name", ["astronaut", "chelsea", "coffee", "rocket"])
def test_a_name_wider_than_its_title_stays_on_the_page(name, aspect):
    art = photograph(name, aspect)
    words = CoverWords(title="Salt", author="Wilhelmina Vandermeer-Abernathy")

    ways = placements(words, art, library().catalogue.pairing("platform"), library())

    for way in ways:
        assert all(b.box.x > 0.01 and b.box.right < 0.99 for b in way.layout.blocks)


def test_the_same_picture_gets_the_same_layout():
    art = photograph("coffee", 2 / 3)

    assert placed("Return Window", art, ()) == placed("Return Window", art, ())


def test_letters_that_no_face_has_are_refused():
    with pytest.raises(LetteringError) as caught:
        placed("\U00013000", ground("#335577"), ())

    assert caught.value.code == "lettering-no-face"


def test_a_plain_page_is_calm_all_over():
    assert busy_map(ground("#335577")).max() < 0.05


def test_a_picture_is_busier_than_its_sky():
    busy = busy_map(photograph("rocket", 2 / 3))

    assert busy[-20:].mean() > 3 * busy[:20].mean()
