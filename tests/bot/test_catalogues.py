"""What the commands offer exists."""

from pathlib import Path

import pytest

from bot.commands.brief_source import read_file
from bot.conversation.words import Words
from config.formats import load_formats
from config.genres import load_genres
from config.showcase import load_showcase
from config.styles import load_styles
from pipeline.domain.brief import read_brief
from pipeline.domain.genre import find_genre
from pipeline.illustrator.catalogue import NAMES

BRIEFS = sorted((Path(__file__).parents[2] / "docs" / "briefs").glob("*.toml"))


def test_every_recipe_has_a_style_and_a_book_to_show_it():
    styles = {style.name for style in load_styles()}

    assert styles == set(NAMES) == set(load_showcase())


@pytest.mark.parametrize("name", load_showcase())
def test_every_book_of_the_showcase_is_a_brief_with_a_known_genre(name):
    brief = read_brief(load_showcase()[name], load_formats())

    assert find_genre(brief.genre, load_genres())


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_every_brief_of_the_demo_can_be_read(path):
    brief = read_brief(read_file(path, Words("en")), load_formats())

    assert find_genre(brief.genre, load_genres())
    assert len(brief.summary) > 60


def test_the_demo_is_half_english_and_half_korean():
    languages = [read_brief(read_file(p, Words("en")), load_formats()).language for p in BRIEFS]

    assert languages.count("en") == languages.count("ko") == 3
