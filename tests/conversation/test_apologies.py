"""What goes wrong is told in a chat's own terms: nothing there is typed at a terminal."""

import ast
from importlib import resources
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, TextElement
from fluent.syntax.visitor import Visitor

from bot.conversation.apology import chat_sentence
from bot.conversation.language import LANGUAGES
from bot.conversation.words import Words, catalogue_text
from pipeline.domain.errors import CODES, ModelError, ServiceError, TrainingError, error_of

CONVERSATION = Path(__file__).parents[2] / "bot" / "conversation"
TERMINAL = ("articover ", "“articover", " --", "(--", "ARTICOVER_")
AT_START = {
    *ServiceError.known,
    *TrainingError.known,
    "brief-file-syntax",
    "brief-file-not-table",
    "brief-file-kind",
    *(code for code in ModelError.known if code.startswith("hub-")),
    *("model-no-space", "adapter-name", "adapter-exists", "adapter-family"),
}
"""Nobody can meet these in a chat: they end the service, or are about files of briefs or models."""
ROOMS = [
    *(CONVERSATION / "rooms").glob("*.py"),
    CONVERSATION / "standing.py",
    CONVERSATION / "desk.py",
]


class Texts(Visitor):
    def __init__(self):
        self.found = []

    def visit_TextElement(self, node: TextElement):  # noqa: N802
        self.found.append(node.value)


def written(text):
    """Every message of a catalogue by key, with all its variants as one text."""
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, Message):
            texts = Texts()
            texts.visit(entry)
            yield entry.id.name, " ".join(texts.found)


def said_in_rooms():
    for path in ROOMS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "say" and node.args:
                yield from (
                    one.value for one in ast.walk(node.args[0]) if isinstance(one, ast.Constant)
                )


def names_a_terminal(text):
    return any(mark in text for mark in TERMINAL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_error_that_a_chat_can_meet_names_commands_or_options_of_a_terminal(language):
    words = Words(language)
    for code in sorted(CODES.keys() - AT_START):
        for fact in ("some", ""):  # a fact that is empty chooses another variant
            error = error_of(code, dict.fromkeys(CODES[code], fact))
            assert not names_a_terminal(chat_sentence(error, words)), code


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_of_the_chats_names_commands_or_options_of_a_terminal(language):
    folder = resources.files("bot.conversation") / "messages" / language
    files = [file for file in folder.iterdir() if file.name.startswith("chat_")]
    said = {key: text for file in files for key, text in written(file.read_text("utf-8"))}
    everything = dict(written(catalogue_text(language)))
    said |= {key: everything[key] for key in said_in_rooms() if key in everything}
    assert len(said) > 150
    assert not {key for key, text in said.items() if names_a_terminal(text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_id_that_nobody_reads_is_left_out_of_what_is_said(language):
    words = Words(language)
    for code in ("job-missing", "job-not-yours", "job-ended", "cover-missing", "blob-missing"):
        error = error_of(code, dict.fromkeys(CODES[code], "k3f8a2b4cd"))
        assert "k3f8a2b4cd" not in chat_sentence(error, words)


def test_a_sentence_for_chats_uses_only_facts_that_its_error_has():
    for language in LANGUAGES:
        for code in CODES.keys() - AT_START:
            error = error_of(code, {name: f"<{name}>" for name in CODES[code]})
            said = chat_sentence(error, Words(language))
            assert "{" not in said
            assert said.strip()
