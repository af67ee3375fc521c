"""Which concepts a text names, and how surely: the lexicon of the curated keywords."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.stages.names import is_title_case, may_be_name, names
from pipeline.stages.words import Word, is_form_of, is_korean, is_particle, stem, words


class Named(Protocol):
    """What words name: a concept, or anything else with keywords of the same kind."""

    @property
    def name(self) -> str:
        """What a hit is told by."""
        ...

    @property
    def english(self) -> tuple[str, ...]:
        """The English keywords."""
        ...

    @property
    def korean(self) -> tuple[str, ...]:
        """The Korean keywords."""
        ...

    @property
    def uncertain(self) -> tuple[str, ...]:
        """Those that have other senses."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A concept named in a text, by which keyword, at which word, and whether that is sure."""

    concept: str
    keyword: str
    at: int
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Key:
    """A keyword: its words, as looked up, and what it stands for."""

    concept: str
    keyword: str
    parts: tuple[str, ...]
    proper: bool
    sure: bool


class Lexicon:
    """The keywords of all concepts, ready to be looked up in texts."""

    def __init__(self, concepts: Iterable[Named]) -> None:
        self._by_first: dict[str, list[_Key]] = defaultdict(list)
        self._endings: list[_Key] = []
        for concept in concepts:
            for key in _keys(concept):
                if key.parts[0].startswith("*"):
                    self._endings.append(key)
                else:
                    self._by_first[key.parts[0].rstrip("*")].append(key)

    def hits(self, text: str, context: str = "") -> list[Hit]:
        """Every keyword found in `text`, the longest where several begin at one word.

        `context` is other text of the same book: who is called by a name there is no hit here.
        """
        sentence = words(text)
        known_names = names(sentence) | names(words(context))
        found: list[Hit] = []
        free = 0
        for at, word in enumerate(sentence):
            # "the ship" names one ship, not also a "ship", and "한 달" (one month) no moon
            here = self._at(sentence, at, word, known_names) if at >= free else []
            free = max([free, *(at + len(_parts(hit.keyword)) for hit in here)])
            found += here
        return found

    def _at(self, text: Sequence[Word], at: int, word: Word, known: frozenset[str]) -> list[Hit]:
        matching = [k for k in self._candidates(word) if _matches(k, text, at)]
        longest = max((len(k.parts) for k in matching), default=0)
        if longest < 2 and _is_name(word, known):
            return []
        titled = word.capital and is_title_case(text)
        return [
            Hit(
                concept=k.concept,
                keyword=k.keyword,
                at=at,
                sure=k.sure and _plain(k, word, titled=titled),
            )
            for k in matching
            if len(k.parts) == longest
        ]

    def _candidates(self, word: Word) -> Iterable[_Key]:
        if not word.korean:
            yield from self._by_first.get(word.stem, ())
            return
        for end in range(1, len(word.text) + 1):
            yield from self._by_first.get(word.text[:end], ())
        yield from self._endings


def _keys(concept: Named) -> Iterable[_Key]:
    """The concept's keywords, each form once: "lantern" and "lanterns" are one."""
    doubtful = {_parts(keyword.strip("*")) for keyword in concept.uncertain}
    forms = {_parts(keyword): keyword for keyword in (*concept.english, *concept.korean)}
    for parts, keyword in forms.items():
        yield _Key(concept=concept.name, keyword=keyword, parts=parts, proper=keyword[0].isupper(),
                   sure=_parts(keyword.strip("*")) not in doubtful)  # fmt: skip


def _parts(keyword: str) -> tuple[str, ...]:
    words = keyword.replace("-", " ").split()
    return tuple(word if is_korean(word.strip("*")) else stem(word) for word in words)


def _plain(key: _Key, word: Word, *, titled: bool) -> bool:
    """Whether the word is written as the common noun that the keyword means, in a title or not."""
    if word.korean or key.proper or len(key.parts) > 1 or not word.capital:
        return True
    return (titled or word.opens) and not may_be_name(word)


def _is_name(word: Word, known: frozenset[str]) -> bool:
    if not word.korean:
        return word.capital and word.stem in known
    korean = [name for name in known if is_korean(name)]
    return any(is_form_of(word.text, n) or word.text.startswith(n + "이") for n in korean)


def _matches(key: _Key, text: Sequence[Word], at: int) -> bool:
    if at + len(key.parts) > len(text):
        return False
    return all(_part_matches(part, text[at + i]) for i, part in enumerate(key.parts))


def _part_matches(part: str, word: Word) -> bool:
    noun = part.strip("*")
    if not word.korean:
        return word.stem.startswith(noun) if part.endswith("*") else word.stem == noun
    if part.startswith("*"):
        return _ends_in(word.text, noun)
    if part.endswith("*"):
        return word.text.startswith(noun)
    return is_form_of(word.text, noun)


def _ends_in(word: str, noun: str) -> bool:
    """Whether a Korean word, particles off, is a compound of `noun`: 밤바다는 ends in 바다."""
    start = word.rfind(noun)
    ending = word[start + len(noun) :]
    return start >= 0 and (not ending or is_particle(ending, noun))
