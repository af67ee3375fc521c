import pickle

import pytest

from config.catalogues import catalogue
from pipeline.domain.errors import LetteringError
from pipeline.domain.fonts import FaceSpec, FontCatalogue
from pipeline.domain.layout import Align
from pipeline.domain.words import Writing
from pipeline.typography.library import FaceLibrary, unsupported
from pipeline.typography.locating import PACKAGED

HANGUL = [chr(code) for code in range(0xAC00, 0xD7A4)]


def test_every_face_of_the_catalogue_is_on_this_machine(library):
    assert library.missing() == ()


def test_every_packaged_font_is_in_the_catalogue_and_has_a_licence_beside_it(library):
    files = {path.name for path in PACKAGED.iterdir() if path.suffix in {".ttf", ".otf"}}
    assert files <= {spec.file for spec in library.catalogue.faces.values()}
    assert len(list(PACKAGED.glob("OFL-*.txt"))) == 3


@pytest.mark.parametrize(
    "name", ["nanum-myeongjo-extrabold", "nanum-brush", "nanum-pen", "noto-serif-kr-black"]
)
def test_these_korean_faces_draw_all_syllables(library, name):
    face = library.face(name)
    assert all(face.covers(char) for char in HANGUL)


@pytest.mark.parametrize("name", ["bm-jua", "bm-dohyeon", "bm-yeonsung", "nanum-square"])
def test_an_empty_glyph_is_no_glyph(library, name):
    face = library.face(name)
    drawn = sum(face.covers(char) for char in HANGUL)
    assert 2350 <= drawn < 3000
    assert face.covers("책")
    assert not face.covers("뷠")


def test_every_korean_face_that_lacks_syllables_has_a_stand_in_that_has_them_all(library):
    for spec in library.catalogue.faces.values():
        if spec.region == "ko" and not all(map(library.face(spec.name).covers, HANGUL)):
            assert spec.stand_in
            assert all(map(library.face(spec.stand_in).covers, HANGUL))


def test_there_are_pairings_for_both_writings(library):
    count = {w: sum(p.writing is w for p in library.catalogue.pairings) for w in Writing}
    assert count[Writing.LATIN] >= 12
    assert count[Writing.KOREAN] >= 12


def test_no_pairing_mixes_more_than_two_families(library):
    faces = library.catalogue.faces
    for pairing in library.catalogue.pairings:
        assert len({faces[pairing.title.face].family, faces[pairing.small.face].family}) <= 2


def test_axes_of_a_pairing_exist_in_its_face(library):
    for pairing in library.catalogue.pairings:
        for use in (pairing.title, pairing.small):
            face = library.face(use.face)
            assert face.settled(use.axes) == tuple(sorted(use.axes)), pairing.name


def test_the_best_pairing_for_a_genre_comes_first(library):
    best = library.catalogue.suiting("thriller", Writing.KOREAN, Align.LEFT)
    assert best[0].genres["thriller"] == 1.0
    assert {pairing.writing for pairing in best} == {Writing.KOREAN}


def test_a_catalogue_that_names_an_unknown_face_is_refused():
    with pytest.raises(ValueError, match="ghost"):
        FontCatalogue.from_tables({"faces": {}, "pairings": {}, "fallbacks": {"sans": ["ghost"]}})


def test_a_library_travels_to_another_process(library):
    assert pickle.loads(pickle.dumps(library)).face("cinzel").spec.family == "Cinzel"  # noqa: S301


def test_a_face_whose_file_is_missing_is_replaced_by_the_first_of_its_kind(library):
    lost = FaceSpec(name="lost", file="Lost.ttf", family="Lost", kind="serif")
    fonts = FontCatalogue(
        faces={**library.catalogue.faces, "lost": lost}, pairings=(),
        fallbacks=library.catalogue.fallbacks,
    )  # fmt: skip
    assert FaceLibrary(fonts).face("lost").spec.name == "noto-serif"


def test_no_face_at_all_is_said(library):
    lost = FaceSpec(name="lost", file="Lost.ttf", family="Lost")
    fonts = FontCatalogue(faces={"lost": lost}, pairings=(), fallbacks={"sans": ()})
    with pytest.raises(LetteringError):
        FaceLibrary(fonts).face("lost")


def test_common_writings_and_symbols_are_supported(library):
    text = "Ąž Ωμέγα Жук 뷁 漢字 かな 简体 繁體 שלום سلام ★♥→№™©€₩½²…—“”「」·"
    assert unsupported(library, text) == ()


def test_emoji_and_unknown_characters_are_named_once_each(library):
    assert unsupported(library, "a🚀b🚀\U00012000") == ("🚀", "\U00012000")


def test_joiners_and_selectors_need_no_ink(library):
    assert unsupported(library, "a\u200d\ufe0f\u00a0 b") == ()


@pytest.mark.parametrize("writing", list(Writing))
@pytest.mark.parametrize("genre", sorted(catalogue("genres")))
def test_every_genre_has_three_pairings_and_one_that_suits_well(library, genre, writing):
    found = library.catalogue.suiting(genre, writing)
    assert len(found) >= 3
    assert found[0].genres[genre] >= 0.5
