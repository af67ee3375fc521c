"""The interview at a terminal: a question, an example, an answer, and again when it cannot be."""

import shutil
from collections.abc import Callable, Mapping
from typing import Any

import click

from bot.conversation.apology import sentence
from bot.conversation.interview import Interview, Question, start
from bot.conversation.words import Words
from bot.terminal.columns import wrapped
from pipeline.domain.brief_keys import BriefKey
from pipeline.domain.errors import ArtiCoverError, BriefError

BACK = "<"
NOTHING = "-"
"""Takes back an answer, where Enter would keep it."""
_INDENT = 5
Check = Callable[[BriefKey, str], None]


def interview(words: Words, check: Check, genres: str) -> Mapping[str, str]:
    """Every answer by key; `check` raises an `ArtiCoverError` for one that cannot be used.

    Everything is said on standard error, so that standard output holds results only.

    Raises:
        click.Abort: when the person stops.
    """
    _say(words.say("interview-hello"))
    _say(words.say("interview-keys"))
    state = start(words.language)
    while (question := state.question) is not None:
        _ask(question, state, words, genres)
        answer = _read(state.proposal())
        if answer == BACK:
            state = _back(state, words)
        else:
            state = _take(state, "" if answer == NOTHING else answer, words, check)
    return {key.value: answer for key, answer in state.answers.items() if answer}


def _ask(question: Question, state: Interview, words: Words, genres: str) -> None:
    number = f"{state.position + 1}/{len(state.questions)}"
    key = f"interview-{question.key}"
    click.echo(err=True)
    _say(f"{number}  {words.say(key)}", bold=True)
    _say(words.say(f"{key}-example", genres=genres), indent=_INDENT, dim=True)


def _read(proposal: str) -> str:
    suffix = f"[{proposal}] > " if proposal else "> "
    given = click.prompt(
        "    ", default=proposal, show_default=False, prompt_suffix=suffix, err=True
    )
    return str(given).strip()


def _back(state: Interview, words: Words) -> Interview:
    if state.position == 0:
        _say(words.say("interview-first"))
    return state.back()


def _take(state: Interview, answer: str, words: Words, check: Check) -> Interview:
    question = state.question
    try:
        if question is not None and question.needed and not answer:
            raise BriefError("brief-missing", field=question.key)
        if question is not None and answer:
            check(question.key, answer)
    except ArtiCoverError as error:
        _say(sentence(error, words), fg="yellow")
        return state
    return state.answer(answer)


def _say(text: str, *, indent: int = 0, **style: Any) -> None:
    """`text` in lines that fit the terminal, broken between words."""
    columns = shutil.get_terminal_size().columns - indent - 1
    for line in wrapped(text, columns):
        click.secho(" " * indent + line, err=True, **style)
