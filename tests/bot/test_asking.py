"""The interview at a terminal, with a person's typing."""

import click
import pytest
from click.testing import CliRunner

from bot.conversation.words import Words
from bot.terminal.asking import interview
from config.formats import load_formats
from pipeline.domain.brief import read_brief


def check(key, answer):
    read_brief({"title": "A", key: answer}, load_formats())


def ask(*typed, language="en"):
    answers = {}

    @click.command()
    def talk():
        answers.update(interview(Words(language), check, "mystery, poetry"))

    run = CliRunner().invoke(talk, input="".join(f"{line}\n" for line in typed))
    return answers, run


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_person_who_only_gives_a_title_gets_the_defaults(language):
    answers, run = ask("바다의 편지", "", "", "", "", "", "", "", "", language=language)

    assert run.exit_code == 0
    assert answers["title"] == "바다의 편지"
    assert answers["options"] == "4"
    assert set(answers) == {"title", "format", "options"}


def test_the_title_is_asked_for_until_there_is_one():
    answers, run = ask("", "The Quiet Lantern", *[""] * 8)

    assert answers["title"] == "The Quiet Lantern"
    assert run.stderr.count("What is the title?") == 2
    assert "Title: this is needed" in run.stderr


def test_an_answer_that_cannot_be_used_is_explained_and_asked_again():
    answers, run = ask("A", "", "", "", "", "", "", "7:1", "2:3", "99", "2")

    assert (answers["format"], answers["options"]) == ("2:3", "2")
    assert "too extreme" in run.stderr
    assert "1 to 8" in run.stderr


def test_an_angle_bracket_goes_one_question_back():
    answers, _ = ask("Wrong", "<", "Right", *[""] * 8)

    assert answers["title"] == "Right"


def test_going_back_keeps_the_answer_that_enter_accepts():
    answers, _ = ask("Kept", "<", "", *[""] * 8)

    assert answers["title"] == "Kept"


def test_stopping_in_the_middle_gives_nothing():
    answers, run = ask("A", "B")

    assert answers == {}
    assert run.exit_code == 1


def test_questions_leave_standard_output_to_results():
    _, run = ask("A", *[""] * 8)

    assert run.stdout == ""


def test_a_dash_takes_an_answer_back():
    answers, _ = ask("A", "A subtitle", "<", "-", *[""] * 7)

    assert "subtitle" not in answers
