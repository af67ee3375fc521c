"""What the editing commands refuse before anything is opened or ordered, and how they read words."""

import json

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.__main__ import main
from bot.commands.index import CHAPTERS
from bot.conversation.language import LANGUAGES
from bot.conversation.naming import Naming, named, read, read_block
from bot.conversation.words import Words
from bot.terminal.values import Factor, Fractions, NamedSeveral, fraction
from pipeline.domain.layout import EffectKind
from pipeline.domain.operation import Anchor9
from tests.bot.version_keys import NAMES, ORDERING

V = "k3f8a2b4cd"
REFUSED = [
    ("vary", V, "--count", "9"),
    ("vary", V, "--count", "some"),
    ("vary", V, "--seed", "-1"),
    ("vary",),
    ("recolour", V, "--palette", "night", "--colours", "gold"),
    ("text", V),
    ("text", V, "--title", " "),
    ("text", V, "--add", ""),
    ("text", V, "--set", "free-1"),
    ("text", V, "--set", "=words"),
    ("text", V, "--set", "title=A", "--title", "B"),
    ("text", V, "--title", "A", "--remove", "title"),
    ("text", V, "--title", "The", "Quiet", "Lantern"),
    ("erase", V, "--boxes", "1,3", "--all"),
    ("erase", V, "--boxes", "one"),
    ("erase", V, "--boxes", "0"),
    ("erase", V, "--json"),
    ("replace", V, "--box", "1"),
    ("replace", V, "--box", "1,2", "--words", "Sea"),
    ("replace", V, "--words", "Sea", "--json"),
    ("replace", V, "--box", "1", "--words", "Sea", "--by", "hand"),
    ("move", V, "title"),
    ("move", V),
    ("move", V, "title", "--to", "nowhere"),
    ("move", V, "title", "--to", "top", "--by", "0,1%"),
    ("move", V, "title", "--by", "0,0"),
    ("move", V, "title", "--by", "5"),
    ("move", V, "title", "--by", "200%,0"),
    ("move", V, "title", "--box", "10%,10%,95%,20%"),
    ("move", V, "title", "--box", "10%,10%,0,20%"),
    ("move", V, "title", "--box", "a,b,c,d"),
    ("move", V, "title", "--box", "nan,0,1,1"),
    ("restyle", V),
    ("restyle", V, "--block", "title"),
    ("restyle", V, "--material", "velvet"),
    ("restyle", V, "--effects", "sparkle"),
    ("restyle", V, "--effects", "none,shadow"),
    ("restyle", V, "--size", "big"),
    ("compare",),
    ("history", "--limit", "0"),
    ("queue", "stop"),
    ("settings", "--language", "klingon"),
    ("settings", "--format", "1:9"),
    ("settings", "--genre", "qwxzt"),
    ("forget",),
    ("forget", "--json"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_what_cannot_be_is_one_sentence_and_nothing_is_ordered(
    arguments, language, tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("ARTICOVER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("ARTICOVER_LANG", language)
    monkeypatch.chdir(tmp_path)

    ended = main(arguments)

    said = capsys.readouterr()
    sentence, *hint = said.err.splitlines()
    assert ended == 2, said.err
    assert sentence.startswith({"en": "Error: ", "ko": "오류: "}[language])
    assert len(hint) <= 1, "a second line may only name the help page"
    assert list(tmp_path.iterdir()) == []


def test_a_mistake_is_an_object_for_a_program(capsys):
    assert main(["move", V, "title", "--json"]) == 2

    said = json.loads(capsys.readouterr().out)
    assert said["error"]["code"] == "usage"
    assert "--to" in said["error"]["message"]


@pytest.mark.parametrize(
    ("option", "value", "least"), [("--box", "10%,8%,180%,25%", "0%"), ("--by", "0,-3", "-100%")]
)
def test_a_share_beyond_the_cover_is_told_how_far_it_may_go(option, value, least, capsys):
    assert main(["move", V, "title", option, value]) == 2

    assert f"from {least} to 100%" in capsys.readouterr().err


COMMANDS = [entry.name for chapter in CHAPTERS for entry in chapter.entries]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*COMMANDS, "recolor"])
def test_every_command_explains_itself_in_both_languages(name, language, capsys):
    assert main([name, "--help", "--lang", language]) == 0

    page = capsys.readouterr().out
    assert page.startswith({"en": "Usage: articover", "ko": "사용법: articover"}[language])
    if language == "ko":
        assert any("가" <= char <= "힣" for char in page.partition("\n\n")[2].partition("\n\n")[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_root_help_names_every_command_on_one_screen(language, capsys):
    main(["--help", "--lang", language])

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= 60
    assert {line.split()[0] for line in lines if line.startswith("  ") and line.split()} >= set(
        COMMANDS
    )


@pytest.mark.parametrize("command", ORDERING)
def test_orders_of_all_kinds_take_the_same_options_for_files(command, capsys):
    main([command, "--help"])

    page = capsys.readouterr().out
    assert all(f"{option} " in page for option in ("--out", "--force", "--json"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("naming", Naming)
def test_what_is_called_something_is_understood_by_that_name(naming, language):
    for name in NAMES[naming]:
        said = Words(language).say(f"{naming}-{name}")

        assert read(naming, said, NAMES[naming]) == name
        assert read(naming, str(name).upper(), NAMES[naming]) == name


@pytest.mark.parametrize(
    ("said", "block"),
    [("title", "title"), ("제목", "title"), ("지은이", "author"), ("free-2", "free-2"),
     ("자유 글 2", "free-2"), ("free", "free"), ("Free Text 3", "free-3"), ("spine", "spine")],
)  # fmt: skip
def test_blocks_have_names_in_every_language(said, block):
    assert read_block(said) == block


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=st.integers(1, 99))
def test_a_free_text_is_found_again_by_what_it_is_called(language, number):
    assert read_block(named(Naming.BLOCK, f"free-{number}", Words(language))) == f"free-{number}"


@given(st.floats(-1, 1))
def test_a_share_may_be_written_as_a_number_or_in_percent(share):
    assert fraction(f"{share:.4f}") == pytest.approx(share, abs=1e-4)
    assert fraction(f"{share:.4%}") == pytest.approx(share, abs=1e-4)


@given(st.text(max_size=8))
def test_no_text_makes_a_place_beyond_the_cover(text):
    kind = Fractions(Words("en"), 2, least=-1, example="0,5%")
    try:
        shares = kind.convert(text, None, None)
    except click.BadParameter:
        return
    assert len(shares) == 2
    assert all(-1 <= share <= 1 for share in shares)


def test_effects_are_listed_between_commas_and_none_is_none_of_them():
    kind = NamedSeveral(Words("ko"), Naming.EFFECT, [*EffectKind, "none"])

    assert kind.convert("shadow,halo,shadow", None, None) == "shadow,halo"
    assert kind.convert("그림자,외곽선", None, None) == "shadow,outline"
    assert kind.convert("없음", None, None) == ""


def test_a_factor_is_a_number_or_percent():
    assert Factor(Words("en")).convert("120%", None, None) == pytest.approx(1.2)
    assert Factor(Words("en")).convert("0.5", None, None) == 0.5


def test_the_nine_places_are_those_that_the_help_names(capsys):
    main(["move", "--help"])

    places = capsys.readouterr().out.partition("Places: ")[2].partition(".")[0]
    assert {place.strip() for place in places.split(",")} == set(Anchor9)
