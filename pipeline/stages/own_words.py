"""The author's own words that a model can read, and that show something."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.domain.concept import SightKind, Wishes
from pipeline.stages.asking import asked
from pipeline.stages.colour_words import colour_at
from pipeline.stages.eyes import Eyes
from pipeline.stages.motifs import ABSTRACT
from pipeline.stages.phrases import cleaned, phrases
from pipeline.stages.understand import Understanding
from pipeline.stages.words import words

_LATIN = re.compile(r"\d{4}년대|\d{4}년?|[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]+(?: [A-Z][A-Za-zÀ-ɏ'’-]+)*")
_LETTERING = re.compile(
    r"\b(?:titles?|texts?|letterings?|fonts?|typefaces?|typograph\w+|subtitles?|captions?|logos?|covers?"
    r"|spines?|blurbs?|words?|sentences?|names?|reads|written|signs?|signposts?|posters?|headlines?|labels?"
    r"|newspapers?|graffiti|inscription\w*|alphabets?|chapters?|pages?|authors?|readers?|novels?"
    r"|story|stories|background|layout|design|style|palettes?|colou?rs?|mood|feel|atmosphere|image)\b",
    re.IGNORECASE,
)
"""What asks for writing, or is about the cover and not in it."""
PEOPLE = frozenset(
    """detective spy witch knight samurai cowboy wanderer pilgrim astronaut ghost fairy mermaid haenyeo
    hanbok dance singer mother childhood love wedding pursuit running hiking umbrella teacher jazz
    conspiracy vote handshake communication family fishing diving heartbreak meditation tightrope prayer
    hand eye fitness baby angel ai mind""".split()  # noqa: SIM905
)
"""Concepts that are painted with somebody."""
_VAGUE = frozenset(
    """life lives death past future truth power fate hope fear way thing things day days year years hour
    hours minute week month moment end beginning world part kind side lot chance reason account questions
    answers story heart soul half rest name sense air body matter season use number knowledge people
    person someone men groups examples meditation meditations lesson lessons exercise exercises guide
    recipe recipes essays poems chapters tips psalms journey journeys travels return returns history
    century centuries legend myth tale tales rules secrets stories truths lies""".split()  # noqa: SIM905
)
_EMPTY = frozenset("too very so much any the a an of or and on in for it please".split())  # noqa: SIM905
OWN = 0.55
"""From this worth on a phrase shows something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A phrase of the author's that a model can read; `names` are the concepts and sights in it.

    `sentence` is the one that it stands in, `worth` how much of it can be seen.
    """

    words: str
    sentence: str
    names: frozenset[str]
    worth: float
    asked: bool = False


def details(
    texts: Iterable[str], title: str, understood: Understanding, eyes: Eyes, *, wanted: bool
) -> Iterable[Detail]:  # fmt: skip
    """The phrases of English `texts` that may be painted; those that are `wanted` weigh most."""
    motifs = {concept.name for concept, _ in understood.motifs}
    seen: set[str] = set()
    for text in texts:
        for phrase in phrases(text, eyes.stands):
            names = eyes.names_in(phrase, sure=not wanted)
            worth = _worth(phrase, names, motifs)
            fits = _may_be_painted(phrase, names, title, understood.wishes, eyes)
            if worth >= OWN and fits and phrase.lower() not in seen:
                seen.add(phrase.lower())
                yield Detail(words=_uncapitalised(phrase), sentence=text, names=names,
                             worth=worth + (1.5 if wanted else 0.0), asked=wanted)  # fmt: skip


def _uncapitalised(phrase: str) -> str:
    """A phrase with a small article in front."""
    article, gap, rest = phrase.partition(" ")
    return f"{article.lower()}{gap}{rest}" if article in {"A", "An", "The"} else phrase


def _worth(phrase: str, names: frozenset[str], motifs: set[str]) -> float:
    """How much of a phrase can be seen: things named, a place, a colour; less for empty words.

    Where there are no `motifs`, nobody knows what a brief is about better than its author.
    """
    plain = words(phrase)
    things = sum(0.9 if name in motifs else 0.6 for name in names - ABSTRACT)
    colours = 0.5 * any(colour_at(plain, at) for at in range(len(plain)))
    place = 0.4 * any(word.capital and not word.opens for word in plain)
    vague = 0.45 * sum(word.text.lower() in _VAGUE for word in plain)
    told = 0.1 * min(4, len(plain) - 2)
    if not things and not colours:
        return 0.0 if motifs else OWN + place + told - vague
    return min(things, 1.8) + colours + place + told - vague


def _may_be_painted(
    phrase: str, names: frozenset[str], title: str, wishes: Wishes, eyes: Eyes
) -> bool:  # fmt: skip
    """Whether nothing speaks against a phrase: lettering, the title, a wish, or what is forbidden."""
    if _LETTERING.search(phrase) or eyes.forbidden(phrase) or _quotes(phrase, title):
        return False
    media = {sight.name for sight in eyes.sights if sight.kind is SightKind.MEDIUM}
    if names & {*wishes.unwanted, *media}:
        return False
    return wishes.people or not any(_is_person(name, eyes) for name in names)


def _is_person(name: str, eyes: Eyes) -> bool:
    who = any(sight.name == name and sight.kind is SightKind.WHO for sight in eyes.sights)
    return who or name in PEOPLE


def _quotes(phrase: str, title: str) -> bool:
    """Whether a phrase says the greater part of a title of several words."""
    stems = {word.stem for word in words(phrase)}
    titled = {word.stem for word in words(title)} - {"the", "a", "of", "and", "in"}
    return len(titled) >= 2 and len(titled & stems) > 0.6 * len(titled)


def readable_names(texts: Sequence[str], title: str, eyes: Eyes) -> Iterable[str]:
    """What a model can read of Korean sentences: names in Latin letters, and years."""
    said = {word.stem for word in words(title)}
    found: dict[str, None] = {}
    for text in texts:
        if not any("가" <= char <= "힣" for char in text):
            continue
        for match in _LATIN.findall(cleaned(text)):
            name = match.replace("년대", "s").removesuffix("년")
            parts = {word.stem for word in words(name)}
            if parts & said or _LETTERING.search(name) or eyes.forbidden(name):
                continue
            found[name] = None
    return found


def banned(requirements: str) -> Iterable[str]:
    """The words of what shall not be seen, as far as a model can read them."""
    for run in asked(requirements):
        said = [word.text.lower() for word in run.words
                if not word.korean and word.text.lower() not in _EMPTY]  # fmt: skip
        if not run.wished and said and not _LETTERING.search(" ".join(said)):
            yield " ".join(said[:4])
