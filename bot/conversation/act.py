"""What a button does, as an id that works for ever: a verb and the ids of what it is about.

An id holds no words and no state of a process. It fits Telegram's 64 bytes and Discord's 100
characters, so that one grammar serves both.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

LONGEST = 64
"""Bytes of an act on the wire: Telegram's `callback_data`."""
_MARK = "a"
_BETWEEN = ":"


class Verb(StrEnum):
    """What can be pressed; the arguments stand behind each."""

    PICK = "pk"
    """version: work on this option."""
    CARD = "cd"
    """version [stand]: back to its buttons; with `stand`, work on it from now on."""
    MORE = "ml"
    """version: which one of its siblings to vary."""
    SHEET = "sh"
    """version: back to the buttons of the sheet it is on."""
    VARY = "va"
    """version."""
    IDEA = "ai"
    """version: another idea for its brief."""
    CHANGE = "cb"
    """version: change its brief; asks by a form."""
    REMAKE = "rm"
    """version engine: its brief once more, drawn or painted; a picture brought is where it begins."""
    ORDER = "nb"
    """draft [engine]: order a cover from a kept draft of a brief; a submitted form adds to it."""
    AMEND = "am"
    """draft: ask for the rest of a kept draft by a form."""
    DISCARD = "nx"
    """draft: throw a kept draft away."""
    CANCEL = "ca"
    """job [status]: take an order back; from the status screen, which is shown again."""
    EDIT = "et"
    """version [page [again]]: other words by a form of five texts a page; `again`: as typed."""
    MOVE = "mv"
    """version [block [step]]: the screen for moving, or one step on it."""
    LOOK = "lk"
    """version [what [page [text]]]: fonts and colours, with a picture of the choices."""
    RESTYLE = "rs"
    """version what text value: another face, colour, material, effect; `all` is every text."""
    RECOLOUR = "rc"
    """version [palette]: choose a palette; `next` is the style's next one."""
    TINT = "tn"
    """version [text [again]]: own colours, or one for a text, by a form; `again`: as typed."""
    FIND = "fl"
    """version for [chosen]: look for lettering in its picture, to `erase` or to `replace` some."""
    ERASE = "er"
    """version job page chosen [picked]: lettering that an order found; `go` and `all` erase it."""
    REPLACE = "rp"
    """version job [page [hand]]: which lettering that an order found gets other words, and by whom."""
    REWORD = "rw"
    """version job.line.hand [again]: other words for a line by a form; `again`: as typed."""
    PRINT = "pf"
    """version [what [weights]]: the screen for print, one behind it, or the front in a format."""
    BOOK = "bk"
    """version target [again]: a full cover for a printer and size, by a form; `again`: as typed."""
    CHECK = "pc"
    """file [target [again]]: a file of one's own that was sent, checked for a printer; asks by a form."""
    JUDGE = "jd"
    """version [target [book | again]]: it, checked for a printer; with `book`, asks by a form."""
    UNDO = "un"
    """version."""
    REDO = "re"
    """version."""
    VERSIONS = "vs"
    """version: leaf through the versions of its cover, standing at this one."""
    COMPARE = "cp"
    """version [numbers [page | go]]: choose versions of its cover by number, and compare them."""
    FORK = "fk"
    """version."""
    VOTE = "vo"
    """version: a poll about it and its siblings."""
    DELETE = "de"
    """version [sure]: the whole cover goes."""
    BEGIN = "bg"
    """[style]: begin a cover; asks by a form."""
    HISTORY = "hi"
    """[person [cover]]: that person's own list, at the page behind that cover."""
    STATUS = "st"
    """[person]: look again at that person's own screen."""
    SETTINGS = "se"
    """[person [key [value]]]: show a setting of that person's own screen, or keep it."""
    STYLES = "sy"
    """[page]; `genres` is the page of the genres."""
    HELP = "he"
    """[topic]."""
    FORGET = "fo"
    """person [sure | keep]."""
    TAKE = "tx"
    """person pass cover number parts: what a person takes along, from there on; see `Mark`."""
    ADMIN = "ad"
    """what: queue, pause, resume, drain."""
    TALK = "tk"
    """talk step [choice]: within a guided talk: choice, skip, back, cancel."""


FORMS = frozenset(
    {Verb.BEGIN, Verb.CHANGE, Verb.AMEND, Verb.EDIT, Verb.REWORD, Verb.TINT, Verb.BOOK, Verb.CHECK,
     Verb.JUDGE}
)  # fmt: skip
"""Verbs that are answered with a form: on Discord nothing may be said before it."""


@dataclass(frozen=True, slots=True)
class Act:
    """A verb with its arguments, which are ids, numbers and names without `:`."""

    verb: Verb
    args: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Find out whether it can stand on a button.

        Raises:
            ValueError: when it cannot: a bug in the caller.
        """
        if any(not arg.isascii() or _BETWEEN in arg for arg in self.args):
            raise ValueError(f"no argument of an act: {self.args}")
        if len(self.wire) > LONGEST:
            raise ValueError(f"{self.wire} has more than {LONGEST} bytes")

    @property
    def wire(self) -> str:
        """The id that a platform carries."""
        return _BETWEEN.join((_MARK, self.verb, *self.args))

    @property
    def about(self) -> str:
        """The first argument, or an empty text."""
        return self.args[0] if self.args else ""

    def arg(self, index: int, default: str = "") -> str:
        """The argument at `index`, or the default where there is none."""
        return self.args[index] if index < len(self.args) else default

    def adding(self, *more: str) -> "Act":
        """The act with further arguments."""
        return replace(self, args=(*self.args, *more))


def act(verb: Verb, *args: str) -> Act:
    """An act, briefly."""
    return Act(verb, args)


def read_act(wire: str) -> Act | None:
    """The act of an id; None for what is none of ours, or of a release that is not known."""
    mark, *rest = wire.split(_BETWEEN)
    if mark != _MARK or not rest or rest[0] not in set(Verb) or len(wire) > LONGEST:
        return None
    try:
        return Act(Verb(rest[0]), tuple(rest[1:]))
    except ValueError:
        return None
