"""One sentence that says what a cover shows, for people who cannot see it."""

from collections.abc import Sequence
from dataclasses import dataclass

MOTIFS = 3
TITLE = 120
"""A title is cut after this many characters: screen readers stumble over long descriptions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Depiction:
    """What is to be said, in the language of the sentence.

    `motifs` are things, the most important first ("a lighthouse"; "등대"), `manner` is the
    technique ("paper cut"; "금박"). Both may be empty, for an abstract cover.
    """

    title: str
    author: str = ""
    motifs: Sequence[str] = ()
    manner: str = ""


def alt_text(depiction: Depiction, language: str) -> str:
    """A sentence in Korean for `ko`, in English for every other language."""
    tell = _korean if language.partition("-")[0] == "ko" else _english
    return tell(depiction)


def own_picture(depiction: Depiction, language: str) -> str:
    """The same for a cover over a picture of the author's, of which nothing more is known."""
    bare = Depiction(title=depiction.title, author=depiction.author)
    opening = alt_text(bare, language).removesuffix(".")
    if language.partition("-")[0] == "ko":
        return f"{opening}로, 지은이가 고른 그림 위에 제목을 앉혔다."
    return f"{opening}: its title over a picture that the author chose."


def painted_picture(depiction: Depiction, language: str) -> str:
    """The same for a cover over a picture that a model painted after the `motifs`."""
    bare = Depiction(title=depiction.title, author=depiction.author)
    opening = alt_text(bare, language).removesuffix(".")
    motifs = depiction.motifs[:MOTIFS]
    if language.partition("-")[0] == "ko":
        if not motifs:
            return f"{opening}로, 모델이 그린 그림 위에 제목을 앉혔다."
        return f"{opening}로, 모델이 {_particle(_korean_list(motifs), '을', '를')} 그렸다."
    shows = f"painting of {_english_list(motifs)}" if motifs else "painted picture"
    return f"{opening}: its title over a {shows}."


def _english(depiction: Depiction) -> str:
    whose = f" by {depiction.author}" if depiction.author else ""
    opening = f"Cover of “{_title(depiction)}”{whose}"
    things = _english_list(depiction.motifs[:MOTIFS])
    match things, depiction.manner:
        case "", "":
            return f"{opening}."
        case "", manner:
            return f"{opening}: an abstract design in {manner}."
        case _, "":
            return f"{opening}: {things}."
        case _, manner:
            return f"{opening}: {things} in {manner}."


def _korean(depiction: Depiction) -> str:
    whose = f"({depiction.author} 지음)" if depiction.author else ""
    opening = f"《{_title(depiction)}》{whose} 표지"
    things = _korean_list(depiction.motifs[:MOTIFS])
    match things, depiction.manner:
        case "", "":
            return f"{opening}."
        case "", manner:
            return f"{opening}로, {manner} 기법의 추상 디자인이다."
        case _, "":
            return f"{opening}로, {_particle(things, '이', '가')} 그려져 있다."
        case _, manner:
            return f"{opening}로, {_particle(things, '을', '를')} {manner} 기법으로 표현했다."


def _title(depiction: Depiction) -> str:
    words = depiction.title
    return words if len(words) <= TITLE else words[: TITLE - 1].rstrip() + "…"


def _english_list(things: Sequence[str]) -> str:
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} and {things[-1]}"


def _korean_list(things: Sequence[str]) -> str:
    if len(things) == 2:
        return f"{_particle(things[0], '과', '와')} {things[1]}"
    return ", ".join(things)


def _particle(words: str, closed: str, opened: str) -> str:
    """`words` with the particle that its last syllable asks for: `closed` after a consonant."""
    last = ord(words[-1]) - ord("가")
    if not 0 <= last <= ord("힣") - ord("가"):
        return f"{words}{closed}({opened})"
    return words + (closed if last % 28 else opened)
