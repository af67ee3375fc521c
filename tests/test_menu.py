"""What suits a version, of all that can be asked for by name."""

from dataclasses import replace
from itertools import combinations
from math import dist

import pytest

from bot.__main__ import _menu
from config.formats import load_formats
from pipeline.domain.errors import FormatError, PrintError, RetouchError, VersionError
from pipeline.domain.format import find_format
from pipeline.domain.layout import Role
from pipeline.domain.lettering import Hand
from pipeline.domain.operation import Export, Print, Recolour, ReplaceText
from pipeline.domain.report import Check, Report, Verdict
from pipeline.drawing.colour import contrast, to_oklab
from pipeline.stages.colour_names import colours_named
from tests.storage.orders import document
from tests.workshop.covers import ENGLISH, KOREAN, version
from tests.workshop.drawings import brought

SIX_BY_NINE = find_format("6x9", load_formats())


def base(words=ENGLISH, recipe="papercut", palette=0):
    return version(recipe, words, short_px=200, palette=palette)


@pytest.mark.parametrize(("words", "count"), [(ENGLISH, 26), (KOREAN, 14)], ids=["en", "ko"])
def test_all_pairings_of_the_writing_are_offered_the_present_one_first(words, count):
    menu, cover = _menu(), base(words)
    names = menu.pairings_for(cover, "romance")
    writings = {menu.fonts.pairing(name).writing for name in names}
    assert (len(names), len(set(names)), len(writings)) == (count, count, 1)
    assert names[0] == cover.document.pairing


def test_the_other_pairings_come_in_the_order_in_which_they_suit_the_genre():
    fonts = _menu().fonts
    names = _menu().pairings_for(base(), "로맨스")[1:]
    suits = [fonts.pairing(name).genres.get("romance", 0.0) for name in names]
    assert suits == sorted(suits, reverse=True)
    assert suits[0] > 0.8


def with_contrast(cover, ratio):
    check = Check(code="contrast-title", verdict=Verdict.PASS, measured=ratio, limit=3.0, unit="")
    return replace(cover, report=Report(checks=(check,)))


@pytest.mark.parametrize("palette", range(5))
@pytest.mark.parametrize("recipe", ["papercut", "riso", "noir"])
def test_eight_colours_that_can_be_told_apart_and_read_are_offered(recipe, palette):
    cover = base(recipe=recipe, palette=palette)
    title = cover.document.layout.block(Role.TITLE)
    ground = cover.document.art.choice.palette.colours[0]
    cover = with_contrast(cover, contrast(title.colour, ground))
    colours = _menu().colours_for(cover)
    assert (len(set(colours)), colours[0]) == (8, title.colour)
    assert all(contrast(colour, ground) >= 2.9 for colour in colours[1:])
    labs = [to_oklab(colour) for colour in colours]
    assert min(dist(one, other) for one, other in combinations(labs, 2)) >= 0.06
    assert not any("#" in name for name in colours_named(colours, "en"))


def test_a_brought_picture_offers_colours_but_no_palettes():
    cover = brought()
    assert len(_menu().colours_for(cover)) == 8
    assert _menu().palettes_of(cover) == ()


def test_the_palettes_of_a_drawn_version_are_those_of_its_style():
    cover = base()
    palettes = _menu().palettes_of(cover)
    assert cover.document.art.choice.palette in palettes
    assert len(palettes) == 5


def settled(operation, about=None):
    return _menu().settled(operation, about or base().document, SIX_BY_NINE, lambda: 7)


def test_a_palette_is_found_by_its_name_and_any_other_refused_with_those_there_are():
    name = _menu().palettes_of(base())[1].name
    assert settled(Recolour(palette=name)) == Recolour(palette=name)
    with pytest.raises(VersionError) as refused:
        settled(Recolour(palette="grurple"))
    assert name in str(refused.value.facts["palettes"])


def test_a_style_that_is_gone_has_no_palettes_left():
    with pytest.raises(VersionError, match="palette-unknown"):
        settled(Recolour(palette="any"), document())


def test_formats_of_nearly_the_same_ratio_fit_and_the_own_comes_first():
    names = [form.name for form in _menu().print_formats(SIX_BY_NINE)]
    assert names[0] == "6x9"
    assert {"신국판", "46판", "5.5x8.5"} < set(names)
    assert not {"a4", "square", "ebook"} & set(names)


def test_a_ratio_of_ones_own_comes_first_too():
    own = find_format("16:9", load_formats())
    assert _menu().print_formats(own) == (own,)


@pytest.mark.parametrize(("asked", "kept"), [("Singukpan", "신국판"), ("6x9", ""), ("6 x 9 in", ""),
                                             ("", ""), ("150x225mm", "150x225mm")])  # fmt: skip
def test_a_format_to_print_in_is_kept_under_its_own_name(asked, kept):
    assert settled(Export(format=asked)) == Export(format=kept)


def test_a_format_of_other_proportions_is_refused_with_those_that_fit():
    with pytest.raises(VersionError) as refused:
        settled(Export(format="a4"))
    assert refused.value.code == "export-format"
    assert "신국판" in str(refused.value.facts["formats"])


def test_a_format_that_does_not_exist_is_told():
    with pytest.raises(FormatError, match="format-unknown"):
        settled(Export(format="folio-ish"))


def test_an_order_for_a_printer_is_made_plain_before_it_waits():
    order = settled(Print(target="KDP 6 x 9", pages=300, isbn="978-0-306-40615-7"))
    assert (order.target, order.paper, order.isbn) == ("kdp-6x9", "white", "9780306406157")


def test_an_order_that_no_printer_takes_is_refused_before_it_waits():
    with pytest.raises(PrintError, match="print-pages"):
        settled(Print(target="kdp-6x9", pages=4))


AREA = ((0.1, 0.1), (0.9, 0.1), (0.9, 0.2), (0.1, 0.2))


def lettered(menu, words, **wishes):
    asked = ReplaceText(area=AREA, words=words, **wishes)
    return menu.settled(asked, brought().document, SIX_BY_NINE, lambda: 7)


@pytest.mark.parametrize(("words", "wishes", "code"), [
    (" \u200b ", {}, "replace-empty"),
    ("x" * 121, {}, "replace-long"),
    ("Moon \U0001f315", {}, "replace-undrawable"),
    ("달빛", {"font": "Anton"}, "replace-undrawable"),
    ("Moon", {"font": "Nobody's Hand"}, "replace-typeface"),
    ("Moon", {"hand": Hand.MODEL}, "replace-model"),
])  # fmt: skip
def test_words_that_nothing_here_can_letter_are_refused_before_they_are_queued(words, wishes, code):
    with pytest.raises(RetouchError, match=code):
        lettered(_menu(), words, **wishes)


@pytest.mark.parametrize(
    ("words", "code"), [("달빛", "replace-script"), ("x" * 21, "replace-long")]
)
def test_what_the_model_that_was_asked_for_cannot_write_is_refused_as_well(words, code):
    with pytest.raises(RetouchError, match=code):
        lettered(replace(_menu(), writes=True), words, hand=Hand.MODEL)


@pytest.mark.parametrize("words", ["Moon", "달빛 LUNE", "Ça va – “Été”"])
def test_words_that_can_be_lettered_are_kept_as_they_are_set(words):
    assert lettered(_menu(), f"  {words}\n").words == words


def test_a_typeface_that_only_the_model_knows_is_left_to_it():
    assert lettered(replace(_menu(), writes=True), "Moon", font="Lobster").font == "Lobster"


def test_a_typeface_is_found_by_its_korean_name_and_near_ones_are_told_so():
    assert lettered(_menu(), "달빛", font="나눔 명조").font == "나눔 명조"
    with pytest.raises(RetouchError) as caught:
        lettered(_menu(), "달빛", font="나눔명쪼")
    assert "나눔명조" in caught.value.facts["near"]
