"""A talk: a form's questions one after another, as it is kept between two messages."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.conversation.act import Act, read_act
from bot.conversation.caller import Caller
from bot.conversation.form import Field, Form
from bot.conversation.means import Means
from bot.conversation.message import Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A form that is being filled in; at `step` is the question that is open.

    Behind the last question everything is shown again before it is submitted. `answers` are by
    key; what has none stands as the form proposed it. `at` is when something was said last, and
    `heard` the key of what it was: a platform that was not sure of us says it again.
    """

    id: str
    form: Form
    step: int = 0
    answers: Mapping[str, str] = field(default_factory=dict[str, str])
    at: datetime
    heard: str = ""

    @property
    def question(self) -> Field | None:
        """The question that is open; None when all were asked."""
        fields = self.form.fields
        return fields[self.step] if self.step < len(fields) else None

    @property
    def values(self) -> dict[str, str]:
        """What would be submitted now, with what was said besides what is asked."""
        stands = {one.key: one.value for one in self.form.fields}
        return {**stands, **self.answers}

    @property
    def lacks(self) -> bool:
        """Whether something is missing that is needed."""
        return self._lacking < len(self.form.fields)

    @property
    def _lacking(self) -> int:
        """The first question that needs an answer and has none; behind the last where all have."""
        fields = list(enumerate(self.form.fields))
        return next(
            (at for at, one in fields if one.needed and not self.values[one.key]), len(fields)
        )

    def told(self, parts: Mapping[str, str]) -> "Talk":
        """The talk after several answers at once, at its end or at what is missing still."""
        talk = replace(self, answers={**self.answers, **parts})
        return replace(talk, step=talk._lacking)

    def answered(self, text: str) -> "Talk":
        """The talk at its next question, after an answer to the open one."""
        if self.question is None:
            return self
        return replace(self, answers={**self.answers, self.question.key: text}, step=self.step + 1)


async def open_talk(means: Means, caller: Caller) -> Talk | None:
    """The caller's talk at this place."""
    kept = await means.notes.note(caller.person.id, _key(caller))
    return None if kept is None else _read(kept)


async def keep(means: Means, caller: Caller, talk: Talk) -> Talk:
    """Keep a talk in place of any other that is under way here."""
    told: dict[str, Any] = {**asdict(talk), "at": talk.at.isoformat()}
    told["form"]["act"] = talk.form.act.wire
    await means.notes.keep(caller.person.id, _key(caller), json.dumps(told, ensure_ascii=False))
    return talk


async def end_talk(means: Means, caller: Caller) -> bool:
    """End the caller's talk at this place; whether there was one."""
    return await means.notes.drop(caller.person.id, _key(caller))


def _key(caller: Caller) -> str:
    return f"talk:{caller.place}"


def _read(kept: str) -> Talk | None:
    """What was kept; None for a talk that another release began and this one cannot go on with."""
    try:
        told: dict[str, Any] = json.loads(kept)
        form: dict[str, Any] = told.pop("form")
        fields = tuple(_field(one) for one in form["fields"])
        act = read_act(form["act"])
        at = datetime.fromisoformat(told.pop("at"))
        return _talk(told, act, form["title"], fields, at)
    except (ValueError, KeyError, TypeError):
        return None


def _talk(
    told: Mapping[str, Any], act: Act | None, title: str, fields: tuple[Field, ...], at: datetime
) -> Talk | None:  # fmt: skip
    if act is None or not fields:
        return None
    return Talk(form=Form(act=act, title=title, fields=fields), at=at, **told)


def _field(told: Mapping[str, Any]) -> Field:
    parts = dict(told)
    choices = tuple(Choice(**one) for one in parts.pop("choices"))
    return Field(**parts, choices=choices)
