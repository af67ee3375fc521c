"""What makes the picture of a cover, by the words that people have for it."""

from collections.abc import Mapping

from bot.conversation.form import Field
from bot.conversation.labels import ENGINE
from bot.conversation.message import Choice
from bot.conversation.words import Words
from pipeline.domain.errors import PaintError
from pipeline.domain.painting import Engine
from pipeline.menu import Menu

_NAMES: Mapping[Engine, tuple[str, ...]] = {
    Engine.ILLUSTRATOR: (
        "illustrator", "built-in", "built-in illustrator", "illustration", "illustrated", "draw",
        "drawn", "drawing", "draw it", "no ai", "without ai", "letter it", "letter it as it is",
        "as it is", "일러스트레이터", "내장", "내장 일러스트레이터", "일러스트", "삽화", "ai 없이",
        "그대로", "글자만", "그대로 글자만 넣기",
    ),
    Engine.PAINTER: (
        "painter", "paint", "painted", "painting", "paint it", "paint from it", "model",
        "the model", "painting model", "ai", "ai model", "painting model (ai)",
        "stable diffusion", "diffusion", "sd", "화가", "모델", "그림 모델", "ai 모델", "인공지능",
        "그림 모델(ai)", "스테이블 디퓨전", "디퓨전", "바탕으로 그리기", "이 그림으로 그리기",
    ),
}  # fmt: skip
_ANSWER = 40
"""Characters of an answer."""


def engine_named(text: str) -> Engine | None:
    """What somebody means who writes this; None for what is neither."""
    asked = _plain(text)
    return next((one for one, names in _NAMES.items() if asked in map(_plain, names)), None)


def read_engine(text: str, menu: Menu) -> Engine | None:
    """What is asked for by a text; None for an empty one.

    Raises:
        PaintError: `engine-unknown`.
    """
    named = engine_named(text)
    if named is None and text.strip():
        known = ", ".join(engines_here(menu))
        raise PaintError("engine-unknown", engine=text.strip()[:_ANSWER], engines=known)
    return named


def engines_here(menu: Menu) -> tuple[Engine, ...]:
    """What can be asked for here."""
    return tuple(Engine) if menu.paints else (Engine.ILLUSTRATOR,)


def engine_label(engine: Engine, words: Words, *, picture: bool = False) -> str:
    """What it is called; for a `picture` of the author's, what becomes of that."""
    return words.say(f"chat-picture-{engine}" if picture else f"chat-engine-{engine}")


def engine_said(engine: Engine, words: Words, *, picture: bool) -> str:
    """A line about what shall make the picture, or become of the author's."""
    name = words.say("field-picture" if picture else "field-engine")
    value = engine_label(engine, words, picture=picture)
    return words.say("chat-brief-part", name=name, value=value)


def engine_field(menu: Menu, words: Words, stands: Engine | None, *, picture: bool) -> Field:
    """The question for it in a talk."""
    labels = [engine_label(one, words, picture=picture) for one in engines_here(menu)]
    about = "picture" if picture else "engine"
    return Field(
        key=ENGINE, label=words.say(f"field-{about}"), question=words.say(f"interview-{about}"),
        example=words.say(f"chat-example-{about}"), limit=_ANSWER,
        value=engine_label(stands, words, picture=picture) if stands else "",
        choices=tuple(Choice(label=label, value=label) for label in labels),
    )  # fmt: skip


def _plain(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
