import ast
import functools
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, VariableReference
from fluent.syntax.visitor import Visitor

from bot.commands.cover import FLAGS
from bot.conversation.apology import sentence
from bot.conversation.interview import QUESTIONS
from bot.conversation.language import LANGUAGES
from bot.conversation.words import Words, catalogue_text
from bot.doctor.faces import SAMPLES
from bot.doctor.finding import State
from pipeline.domain import errors
from pipeline.domain.brief_file import FAULTS, OTHER_FAULT
from pipeline.domain.brief_keys import BriefKey
from pipeline.domain.layout import Role
from pipeline.domain.lettering import Script
from pipeline.domain.report import Verdict
from pipeline.domain.step import Doing
from pipeline.prepress.preflight.judged import FILE_CHECKS, UNMEASURED
from pipeline.prepress.preflight.shop_checks import SHOP_CHECKS
from pipeline.stages.preflight import CHECKS
from tests.bot.chat_keys import chat_keys
from tests.bot.model_keys import model_keys
from tests.bot.training_keys import training_keys
from tests.bot.version_keys import version_keys

BOT = Path(__file__).parents[2] / "bot"


class Facts(Visitor):
    def __init__(self):
        self.names = set()

    def visit_VariableReference(self, node: VariableReference):  # noqa: N802
        self.names.add(node.id.name)


@functools.cache
def messages(language):
    body = FluentParser().parse(catalogue_text(language)).body
    assert not [entry.content for entry in body if isinstance(entry, Junk)]
    return {entry.id.name: entry for entry in body if isinstance(entry, Message)}


def facts_of(message):
    found = Facts()
    found.visit(message)
    return found.names


@functools.cache
def nodes(path):
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def said_in_code():
    """Keys given to `say` as plain strings anywhere in the bot."""
    for path in BOT.rglob("*.py"):
        for node in nodes(path):
            says = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name)
            name = getattr(node.func, "attr", getattr(node.func, "id", "")) if says else ""
            if name == "say" and node.args:
                said = node.args[0]
                either = [said.body, said.orelse] if isinstance(said, ast.IfExp) else [said]
                yield from (leaf.value for leaf in either if isinstance(leaf, ast.Constant))


def constants(paths, names):
    """(name, word) of every keyword argument called one of `names` that is a plain string."""
    for path in paths:
        for node in nodes(path):
            if isinstance(node, ast.keyword) and node.arg in names:
                value = node.value
                either = [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
                words = [leaf.value for leaf in either if isinstance(leaf, ast.Constant)]
                yield from ((node.arg, word) for word in words if word)


def findings_in_code():
    """Keys of findings, and their remedies, wherever the doctor makes one."""
    prefixes = {"key": "doctor-", "remedy": "doctor-remedy-"}
    for name, word in constants((BOT / "doctor").glob("*.py"), prefixes):
        yield prefixes[name] + word


def kinds_in_code():
    """What an error about a brief says was found where words were wanted."""
    domain = BOT.parent / "pipeline" / "domain"
    paths = (domain / "brief.py", domain / "brief_file.py")
    yield from (f"kind-{word}" for _, word in constants(paths, {"kind"}))


_PLAIN = {"thumbnail-size", "thumbnail-contrast", "contrast-title", "contrast-small", "safe-area"}
"""Checks that chats tell in plainer words."""


_PAINTED = {"resolution"}
"""Checks that say something else of painted covers."""


def built_keys():
    """Keys that are put together while running."""
    yield from (f"field-{key}" for key in (*BriefKey, Role.FREE))
    yield from (f"help-{key}" for key in BriefKey)
    for question in QUESTIONS:
        yield from (f"interview-{question.key}", f"interview-{question.key}-example")
    yield from (f"doctor-mark-{state}" for state in State)
    yield from (f"writing-{name}" for name in SAMPLES)
    yield from (f"help-{name}" for name in FLAGS)
    yield from (f"preflight-{code}" for code in CHECKS)
    yield from (f"preflight-painted-{code}" for code in CHECKS if code in _PAINTED)
    yield from (f"chat-preflight-{code}" for code in CHECKS if code in _PLAIN)
    yield from (f"preflight-{code}" for code in (*FILE_CHECKS, *SHOP_CHECKS))
    yield from (f"preflight-{code}-mend" for code in (*FILE_CHECKS, *SHOP_CHECKS))
    yield from (f"preflight-name-{code}" for code in UNMEASURED)
    yield from ("preflight-all-in-order", "preflight-only-notes", "preflight-not-yet")
    yield from (f"preflight-mark-{verdict}" for verdict in Verdict)
    yield from (f"progress-{doing}" for doing in Doing)
    yield from (f"script-{script}" for script in Script)
    yield from ("erase-which", "erase-which-needed", "replace-which", "replace-which-needed")
    yield from (f"fault-{fault}" for fault in (*FAULTS.values(), OTHER_FAULT))
    yield from version_keys()
    yield from model_keys()
    yield from chat_keys()
    yield from training_keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_the_code_says_is_in_the_catalogue(language):
    wanted = {*said_in_code(), *findings_in_code(), *built_keys(), *kinds_in_code()}

    assert len(wanted) > 60
    assert wanted - set(messages(language)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_nothing_that_nobody_says(language):
    built = {*built_keys(), *kinds_in_code()}
    said = {*said_in_code(), *findings_in_code(), *built, *errors.CODES, *MISSING}

    assert set(messages(language)) - said == set()


MISSING = {"missing-graphics", "missing-library"}


def test_both_languages_have_the_same_keys_with_the_same_facts():
    english, korean = messages("en"), messages("ko")
    particular = {key: facts_of(m) for key, m in english.items()}

    assert list(english) == list(korean)
    for key, message in korean.items():
        assert facts_of(message) - {"count"} == particular[key] - {"count"}, key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", errors.CODES)
def test_every_error_is_a_sentence_with_its_facts(language, code):
    kind = next(kind for kind in vars(errors).values() if code in getattr(kind, "known", {}))
    facts = {name: f"<{name}>" for name in errors.CODES[code]}

    said = sentence(kind(code, **facts), Words(language))

    used = facts_of(messages(language)[code])
    assert used <= set(facts), "a sentence may only use the facts that the error carries"
    assert not set("{$}") & set(said)
    assert said.rstrip().endswith((".", "?", "!", ">"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_without_a_near_name_offers_none(language):
    said = sentence(errors.GenreError("genre-unknown", asked="zzz", near=""), Words(language))

    assert "articover styles --list" in said
    assert "none" not in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("doing", Doing)
def test_what_is_being_done_is_said_without_facts(language, doing):
    assert facts_of(messages(language)[f"progress-{doing}"]) == set()


def test_a_field_is_named_in_the_language_of_the_sentence():
    error = errors.BriefError("brief-missing", field="title")

    assert sentence(error, Words("en")).startswith("Title:")
    assert sentence(error, Words("ko")).startswith("제목:")


def test_big_numbers_are_written_as_people_write_them():
    error = errors.BriefError("brief-too-long", field="summary", length=20417, limit=20000)

    assert "20,417" in sentence(error, Words("en"))
    assert "20,417" in sentence(error, Words("ko"))


def test_an_unknown_key_is_a_mistake_and_not_a_blank():
    with pytest.raises(LookupError, match="no-such-key"):
        Words("en").say("no-such-key")


def test_titles_of_books_stand_in_the_marks_of_their_language_everywhere():
    assert "《{ $title }》" not in catalogue_text("en")
    assert not [mark for mark in ("“{ $title }”", "‘{ $title }’", "『{ $title }』")
                if mark in catalogue_text("ko")]  # fmt: skip
