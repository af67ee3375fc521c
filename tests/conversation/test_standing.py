"""How an order stands, in the one message that is edited until its result is there."""

from dataclasses import replace

import pytest

from bot.conversation.standing import preview, stands
from bot.conversation.words import Words
from config.genres import load_genres
from pipeline.domain import operation as op
from pipeline.domain.job import Cancelled, Delivered, Done, Failed, Fault, Queued, Running
from pipeline.domain.standing import Standing
from pipeline.domain.step import Doing, Step
from tests.conversation.measures import fits
from tests.conversation.place import read
from tests.storage.orders import cover_for, job_for

COVER = replace(cover_for("ada"), brief=read({"title": "Small Hours", "genre": "mystery"}))
LONG = "Very long words indeed. " * 20
OPERATIONS = [
    op.Illustrate(seed=7), op.Letter(picture="0" * 64, seed=7), op.Paint(seed=7),
    op.Vary(seed=7), op.Reroll(seed=7),
    op.Recolour(palette="dusk"), op.EditText(changes=(("title", LONG), ("author", LONG))),
    op.MoveText(block="title", to=op.Anchor9.TOP), op.Restyle(size=1.2), op.Fork(source="k3f8a2b4cd"),
    op.Compare(versions=("k3f8a2b4cd", "m7p2x9w3hn")), op.Export(),
]  # fmt: skip
STATES = [
    Queued(), Running(token="t"), Done(), Delivered(), Failed(fault=Fault(code="work-crashed")),
    Cancelled(),
]  # fmt: skip


def message(operation=OPERATIONS[0], state=STATES[0], *, language="en", eta_s=None, position=2,
            step=None, paused=False, cover=COVER):  # fmt: skip
    job = replace(job_for("ada", "cover", operation), state=state, step=step)
    standing = Standing(position=position, eta_s=eta_s)
    return fits(stands(job, cover, standing, Words(language), paused=paused, genres=load_genres()))


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("state", STATES, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("operation", OPERATIONS, ids=op.kind_of)
def test_every_order_stands_somehow_and_can_be_cancelled_while_it_is_open(
    operation, state, language
):
    told = message(operation, state, language=language)
    assert "Small Hours" in told.title
    assert bool(told.rows) is isinstance(state, Queued | Running)
    for seeded in (op.Illustrate, op.Letter, op.Paint, op.Vary, op.Reroll):
        assert not isinstance(operation, seeded) or "7" in told.text


def test_a_cover_of_somebody_else_keeps_its_title_to_itself():
    assert not message(cover=None).title


@pytest.mark.parametrize(("language", "genre"), [("en", "mystery"), ("ko", "미스터리")])
def test_a_genre_is_told_as_it_was_understood(language, genre):
    slip = replace(COVER, brief=replace(COVER.brief, genre="mistery"))
    told = message(language=language, cover=slip).text
    assert genre in told
    assert "mistery" not in told


def test_a_genre_that_is_no_more_is_told_as_it_was_given():
    gone = replace(COVER, brief=replace(COVER.brief, genre="zzgrx"))
    assert "zzgrx" in message(cover=gone).text


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "5 s"), (4.0, "5 s"), (11.0, "15 s"), (31.0, "40 s"), (70.0, "80 s"), (119.0, "2 min"),
     (200.0, "4 min"), (900.0, "15 min"), (100_000.0, "28 h")],
)  # fmt: skip
def test_times_are_coarse_so_that_a_message_does_not_change_all_the_time(seconds, said):
    assert said in message(eta_s=seconds).text


def test_nothing_changes_while_a_second_passes():
    assert message(eta_s=47.0).text == message(eta_s=46.0).text


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_position_is_told_and_who_is_next_knows_it(language):
    assert "3" in message(position=3, language=language).lines[1]
    assert "1" not in message(position=1, language=language).lines[1]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("doing", Doing)
def test_every_step_has_its_words_and_its_bar(doing, language):
    step = Step(done=1, total=4, doing=doing, preview="a" * 64)
    told = message(state=Running(token="t"), step=step, language=language, eta_s=9.0)
    assert told.text.count("▰") == 2
    assert Words(language).say(f"progress-{doing}") in told.text
    assert preview(step, Words(language)).alt


def test_a_step_of_nothing_has_an_empty_bar():
    step = Step(done=0, total=0, doing=Doing.READING)
    assert "▰" not in message(state=Running(token="t"), step=step).text


def test_a_paused_queue_gives_no_time():
    assert message(paused=True, eta_s=9.0).text != message(eta_s=9.0).text
    assert "10 s" not in message(paused=True, eta_s=9.0).text
