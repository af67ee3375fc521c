"""The genres that come with ArtiCover, read from their catalogue."""

from config.catalogues import catalogue
from pipeline.domain.genre import Genre, PaintWords

_DARK = {"dark": True, "light": False}


def load_genres() -> tuple[Genre, ...]:
    """All genres, in the catalogue's order.

    Raises:
        KeyError: for a mood that is neither "dark" nor "light".
    """
    return tuple(
        Genre(
            name=name,
            english=tuple(table["english"]),
            korean=tuple(table["korean"]),
            dark=_DARK[table["mood"]] if "mood" in table else None,
            motifs=tuple(table.get("motifs", ())),
            akin=tuple(table.get("akin", ())),
            senses=table.get("senses", {}),
            without=frozenset(table.get("without", ())),
            paint=PaintWords(
                mood=table["paint"], media=tuple(table["media"]), lights=tuple(table["lights"])
            ),
        )
        for name, table in catalogue("genres").items()
    )
