"""Phrases that stand for things, cut out of English prose: "four hundred ticking clocks".

There is no grammar here, only what a blurb needs: a phrase ends where a verb, a pronoun or a
conjunction stands, and a new one begins with an article. Names of people are taken out, since a
model only guesses at them; names of places stay.
"""

import re
from collections.abc import Callable, Iterator, Sequence

MOST_WORDS = 9
_TOKEN = re.compile(r"[A-Za-zÀ-ɏ0-9]+(?:['’-][A-Za-zÀ-ɏ0-9]+)*|[^\s\w]")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|[《「『〈][^》」』〉]*[》」』〉]")
"""What is quoted is said, or written somewhere: a picture of it would be lettering."""
_ARTICLES = frozenset(
    """a an the his her its their our my your this that these those each every some
    any""".split()  # noqa: SIM905 (words read better as text)
)
_DROPPED = _ARTICLES - {"a", "an", "the"}
_PLACES = frozenset(
    """in on at of under over above below beneath beside near between among across through along behind
    beyond inside within around by from into onto toward towards against off down up aboard
    outside""".split()  # noqa: SIM905
)
_INSIDE = _PLACES | {"with"}
_ENDS = frozenset(
    """i me you he him she they them we us it who whom whose which what when where while why how because
    but and or nor so yet if unless until after before then than as though although since once about to for
    is are was were be been being am has have had having do does did done can could will would shall should
    may might must not no never none nobody nothing without only just even still also too very more most
    there here now ever always soon already again back away together alone himself herself itself
    themselves everything everyone everybody something someone somebody anything anyone another other
    others all both either neither one ones instead except like unlike per via please lots big""".split()  # noqa: SIM905
)
_VERBS = frozenset(
    """accept agree allow appear arrive ask attempt avoid awake awaken beat become beg begin believe belong
    betray bind blame break bring build bury buy call care carry cast catch cause change chase choose claim close
    collect come compete confess confront consider contain continue convince cost count cover crave create cross carry
    deal decide declare demand deny depend descend deserve desire destroy die disappear discover draw drag
    drive drop earn embark embrace emerge encounter end endure enter escape evade exist expect explain
    expose face fade fail fear feel fight figure find finish flee fix follow forbid force forget forgive
    forge gather get give go grant grieve grip grow guess guide happen hate haul haunt head heal hear help
    hide hire hold hope hunt ignore imagine inherit insist intend invite join keep kidnap kill know lead learn
    leave lie like listen live long look lose love lure make manage marry match matter mean meet mend miss
    mourn move murder need notice offer open order outlast overcome owe pass pay persuade pick plan plead
    plot pour predict prepare pretend prevent press promise prove pull pursue push put question race raise reach
    read realize realise recall receive refuse regret reject rely remain remember rent repair replace rescue
    resist resolve return reveal rise risk rule ruin run save say search see seek seem sell send serve set
    settle share shatter show sign sink solve speak spend stand start steal stay stop struggle stumble sue
    suffer survive suspect swear take talk teach tell thank think threaten throw tie track transform trap
    travel treat trigger trust try turn uncover understand unearth unfold unite unravel use vanish visit
    vow wait walk march debate gather wake wander want warn wear win wish witness work worry wrestle write yearn""".split()  # noqa: SIM905
)
_IRREGULAR = frozenset(
    """became began believed bought broke brought built came caught chose drew drove fell felt fled forgot
    found fought gave grew heard held hid kept knew led left lost made meant met paid put ran rose said sat
    saw sent shown slept sold spent spoke stole stood swore taken taught thought threw told took tore
    understood went woke won wore written wrote known given gone stolen hidden torn""".split()  # noqa: SIM905
)


def cleaned(text: str) -> str:
    """A text without what is quoted in it."""
    return QUOTED.sub(" ; ", text)


def phrases(text: str, stands: Callable[[str], bool]) -> Iterator[str]:
    """The phrases of a sentence in order, two to nine words each.

    `stands` says of a word in lower case that it names something, so that it is no verb here:
    the keeper watches, but four watches tick.
    """
    run: list[str] = []
    opens = True
    for token in (*_TOKEN.findall(cleaned(text)), "."):
        word = token.lower()
        if _ends(word, stands) and not (word == "away" and run and run[-1].lower() == "far"):
            yield from _finished(run, stands, opens=opens)
            run, opens = [], False
        else:
            if word in _ARTICLES and run and run[-1].lower() not in _INSIDE:
                yield from _finished(run, stands, opens=opens)
                run, opens = [], False
            run.append(token)


def _ends(word: str, stands: Callable[[str], bool]) -> bool:
    if not word[0].isalnum() or word in _ENDS or "'" in word.replace("'s", "").replace("’", "'"):
        return True
    return _is_verb(word) and not stands(word)


def _is_verb(word: str) -> bool:
    """Whether a word is a form of a verb that blurbs are full of; one in -ing may describe."""
    if word in _VERBS or word in _IRREGULAR:
        return True
    bases = (word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("d"),
             word.removesuffix("ed"), word.removesuffix("ies") + "y", word.removesuffix("ied") + "y")  # fmt: skip
    return any(base != word and (base in _VERBS or _single(base) in _VERBS) for base in bases)


def _single(base: str) -> str:
    """Without the doubled letter of "plann(ed)"."""
    return base[:-1] if len(base) > 3 and base[-1] == base[-2] else base


def _finished(run: Sequence[str], stands: Callable[[str], bool], *, opens: bool) -> Iterator[str]:
    words = _trimmed(_without_people(_shortened(run), stands), stands)
    if opens and words and words[0][:1].isupper() and not stands(words[0].lower()):
        words = words[words[0].lower() not in _ARTICLES :]  # more often a name than a thing
    if len([word for word in words if word.lower() not in _ARTICLES]) >= 2:
        yield " ".join(words)


def _shortened(run: Sequence[str]) -> list[str]:
    """The beginning of a run, up to where a place is told too much."""
    if len(run) <= MOST_WORDS:
        return list(run)
    cuts = [i for i, word in enumerate(run[: MOST_WORDS + 1]) if i > 1 and word.lower() in _INSIDE]
    return list(run[: cuts[-1] if cuts else MOST_WORDS])


def _without_people(run: Sequence[str], stands: Callable[[str], bool]) -> list[str]:
    """The words without capitalised ones that are no place and describe nothing."""
    kept: list[str] = []
    for i, word in enumerate(run):
        after = run[i + 1] if i + 1 < len(run) else ""
        plain = word.lower().replace("’", "'").removesuffix("'s")
        named = word[:1].isupper() and not stands(plain) and i > 0
        owner = word[:1].isupper() and plain != word.lower().replace("’", "'")
        describes = after[:1].islower() and after.lower() not in _INSIDE
        if owner and kept and kept[-1][:1].isupper():
            kept.pop()  # the rank before the name: "Colonel Bantry's library"
        if not (owner or (named and not _placed(run, i) and not describes)):
            kept.append(word)
    return kept


def _placed(run: Sequence[str], at: int) -> bool:
    """Whether a name stands behind a preposition of place: "across the frozen Missouri"."""
    return any(word.lower() in _PLACES for word in run[max(0, at - 3) : at])


def _trimmed(words: Sequence[str], stands: Callable[[str], bool]) -> list[str]:
    """Without what a phrase cannot begin or end with."""
    kept = list(words)
    while kept and kept[0].lower() in _INSIDE | _DROPPED:
        kept.pop(0)
    while kept and kept[-1].lower() in _INSIDE | _ARTICLES:
        kept.pop()
    if len(kept) > 2 and kept[1].lower() in _INSIDE and not stands(kept[0].lower()):
        kept = kept[2:]  # "dead among", "tied to": the thing comes after it
    return [word for i, word in enumerate(kept) if i == 0 or word.lower() not in _DROPPED]
