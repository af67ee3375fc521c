"""Forms: a few questions at once, or one after another where a platform has no forms."""

from dataclasses import dataclass

from bot.conversation.act import Act
from bot.conversation.message import Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question. An empty answer keeps nothing, unless something is `needed`.

    `label` has at most 45 characters; `question` is the whole sentence for a guided talk; `name` is
    what an answer is called that is told again, where that is shorter than the label. `value`
    stands there already. `choices` are offered as buttons in a talk; `only` they are an answer, so
    that a modal shows them as a menu. `limit` is the most characters.
    """

    key: str
    label: str
    question: str = ""
    name: str = ""
    value: str = ""
    example: str = ""
    long: bool = False
    needed: bool = False
    limit: int = 400
    choices: tuple[Choice, ...] = ()
    only: bool = False

    @property
    def called(self) -> str:
        """What its answer is called."""
        return self.name or self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Questions whose answers are submitted under `act`.

    A modal shows the first five fields; a talk asks for all of them. `title` has at most 45
    characters.
    """

    act: Act
    title: str
    fields: tuple[Field, ...]
