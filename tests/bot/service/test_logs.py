"""The log tells what happened, and never what people wrote or what opens a door."""

import asyncio
import io
import json
import logging
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.service.logs import QUIET, journal, logging_to, name_of
from bot.service.redaction import masked
from pipeline.domain import event as events
from pipeline.domain.errors import BriefError, StorageError

WORDS = "Pomegranate-비밀요약"
PASSWORD = "hunter2-p@ss/word"
URL = "postgresql://articover:s3cr3t-db@db.example/covers"


class Noon:
    def now(self):
        return datetime(2026, 1, 2, 12, tzinfo=UTC)

    def monotonic(self):
        return 0.0


@pytest.fixture
def log():
    return io.StringIO()


def lines(log):
    return [json.loads(line) for line in log.getvalue().splitlines()]


def started(**other):
    facts = {"job": "j1", "cover": "c1", "kind": "vary", "lane": "long", "attempt": 2,
             "waited_s": 0.25}  # fmt: skip
    return events.JobStarted(**{**facts, **other})


def raised(error, cause=None):
    """An exception with the traceback that it gets when it is raised."""
    error.__cause__ = cause
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


def test_an_event_is_one_line_with_its_ids_numbers_and_the_time(log):
    with logging_to(log, clock=Noon()) as notice:
        notice(started())
    assert lines(log) == [{
        "at": "2026-01-02T12:00:00.000+00:00", "event": "job-started", "level": "info",
        "logger": "articover", "job": "j1", "cover": "c1", "kind": "vary", "lane": "long",
        "attempt": 2, "waited_s": 0.25,
    }]  # fmt: skip


def sample(kind):
    """An event with something in every field."""
    types = {"str": "x", "int": 1, "float": 1.5, "bool": True}
    return kind(**{name: types[f.type.__name__] for name, f in kind.__dataclass_fields__.items()})


@pytest.mark.parametrize("kind", events.Event.__args__)
def test_every_event_has_a_level_and_a_name(log, kind):
    with logging_to(log, clock=Noon(), level="DEBUG") as notice:
        notice(sample(kind))
    [line] = lines(log)
    assert line["event"] == name_of(sample(kind))
    assert line["level"] in {"debug", "info", "warning", "error"}


def test_steps_are_told_only_to_who_asks_for_details(log):
    step = events.StepTaken(job="j1", kind="vary", stage="drawing", seconds=1.0)
    with logging_to(log, clock=Noon()) as notice:
        notice(step)
    assert lines(log) == []


def test_what_will_be_tried_again_warns_and_what_will_not_is_an_error(log):
    facts = {"job": "j", "cover": "c", "kind": "vary", "code": "work-crashed", "attempt": 1}
    with logging_to(log, clock=Noon()) as notice:
        notice(events.JobFailed(**facts, retried=True, delay_s=2.0))
        notice(events.JobFailed(**facts, retried=False))
    assert [line["level"] for line in lines(log)] == ["warning", "error"]


def test_a_lost_model_warns_and_one_that_rests_is_an_error(log):
    with logging_to(log, clock=Noon()) as notice:
        notice(events.PainterLost(why="late", tickets=2, exit_code=-9))
        notice(events.PainterRested(seconds=300.0))
    assert [line["level"] for line in lines(log)] == ["warning", "error"]


def test_a_picture_that_could_not_be_looked_through_warns(log):
    facts = {"job": "j", "kind": "paint", "detector": "craft", "eraser": "", "found": 0, "erased": 0,
             "left": 0, "by_itself": True}  # fmt: skip
    with logging_to(log, clock=Noon()) as notice:
        notice(events.LetteringTreated(**facts, fault="detector-lost"))
        notice(events.LetteringTreated(**facts, fault=""))
    assert [line["level"] for line in lines(log)] == ["warning", "info"]


@pytest.mark.parametrize("name", QUIET)
def test_libraries_that_tell_too_much_are_heard_from_warning_on(log, name):
    with logging_to(log, clock=Noon(), level="DEBUG"):
        logging.getLogger(name).info("GET https://api/bot%s", PASSWORD)
        logging.getLogger(f"{name}.deeper").info("INSERT %s", WORDS)
        logging.getLogger(name).warning("slow")
    assert [line["event"] for line in lines(log)] == ["slow"]


def test_numbers_of_a_library_stay_and_words_go(log):
    with logging_to(log, clock=Noon()):
        logging.getLogger("lib").warning("%s failed %d times in %.1f s", WORDS, 3, 0.5)
        logging.getLogger("lib").warning("%(who)s lost %(n)d", {"who": WORDS, "n": 2})
        logging.getLogger("lib").warning("%d is no number", WORDS)
        logging.getLogger("lib").warning("first\n%s", WORDS)
        logging.getLogger("lib").warning(KeyError(WORDS))
    assert [line["event"] for line in lines(log)] == [
        "<str> failed 3 times in 0.5 s", "<str> lost 2", "%d is no number", "first", "KeyError"
    ]  # fmt: skip
    assert WORDS not in log.getvalue()


def test_what_our_own_rooms_say_is_shown_whole(log):
    with logging_to(log, clock=Noon()):
        logging.getLogger("pipeline.queue.worker").error("job %s failed\n%s", "j1", "at line 3")
    assert lines(log)[0]["event"] == "job j1 failed\nat line 3"


def test_an_exception_tells_its_type_code_and_place_but_not_its_message(log):
    error = raised(StorageError("storage-url", url=URL), cause=raised(ValueError(WORDS)))
    with logging_to(log, clock=Noon()):
        logging.getLogger("pipeline").error("a job failed", exc_info=error)
    [line] = lines(log)
    assert (line["error"]["type"], line["error"]["code"]) == ("StorageError", "storage-url")
    assert line["error"]["cause"]["type"] == "ValueError"
    assert line["error"]["at"][0].endswith("raised")
    assert WORDS not in log.getvalue()
    assert "s3cr3t" not in log.getvalue()


def test_groups_of_exceptions_are_told_one_by_one(log):
    group = raised(ExceptionGroup(WORDS, [raised(KeyError(WORDS)), raised(OSError(5, WORDS))]))
    with logging_to(log, clock=Noon()):
        logging.getLogger("x").error("several", exc_info=group)
    [line] = lines(log)
    assert [member["type"] for member in line["error"]["members"]] == ["KeyError", "OSError"]
    assert WORDS not in log.getvalue()


async def test_a_task_that_nobody_awaited_does_not_tell_its_words(log):
    """asyncio puts the exception into the text of its own line."""
    with logging_to(log, clock=Noon()):
        asyncio.get_running_loop().call_exception_handler(
            {"message": "Task exception was never retrieved", "exception": raised(KeyError(WORDS)),
             "future": WORDS}
        )  # fmt: skip
    [line] = lines(log)
    assert line["event"] == "Task exception was never retrieved"
    assert line["error"]["type"] == "KeyError"
    assert WORDS not in log.getvalue()


def test_at_debug_messages_and_tracebacks_are_whole_but_without_keys(log):
    error = raised(BriefError("brief-not-text", field=WORDS, kind=URL))
    with logging_to(log, clock=Noon(), level="DEBUG", secrets=[PASSWORD]):
        logging.getLogger("bot").debug("read %s with %s", WORDS, PASSWORD, exc_info=error)
    [line] = lines(log)
    assert line["event"] == f"read {WORDS} with ***"
    assert WORDS in line["traceback"]
    assert "s3cr3t" not in log.getvalue()


TOKENS = ["123456789:AAF-abcdefghijklmnopqrstuvwxyz012345", "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ."
          "ZnCjm1XVW7vRze4b7Cq4se7kKWs", URL, "https://discord.com/api/webhooks/1/abc-def_ghi",
          "Authorization: Bearer abc.def", "host=x password=s3cr3t-db dbname=y",
          "https://u:hunter2-p%40ss%2Fword@host/", f"key {PASSWORD}."]  # fmt: skip


@pytest.mark.parametrize("text", TOKENS)
def test_keys_are_known_by_their_looks(text):
    told = masked({"a": [text, {"b": (text,)}], "n": 1}, [PASSWORD])
    for key in ("AAF-abc", "ZnCjm1", "s3cr3t", "abc-def", "abc.def", "hunter2"):
        assert key not in str(told)
    assert "***" in str(told)


def test_the_password_of_an_address_is_nowhere_even_by_itself(log):
    secrets = ["postgresql://u:p%40ss-one@h/x", "postgresql://u@h/x?password=pass-two", "no//[url"]
    with logging_to(log, clock=Noon(), secrets=secrets):
        logging.getLogger("bot").warning("tried %s, p%%40ss-one and %s", "p@ss-one", "pass-two")
    assert lines(log)[0]["event"] == "tried ***, *** and ***"


@given(secret=st.text(min_size=4).filter(lambda s: s.strip("*")), around=st.text())
def test_a_secret_that_was_named_is_nowhere(secret, around):
    told = masked({"x": [around + secret + around]}, [secret])
    assert secret not in told["x"][0] or secret in "***".join([around] * 2)


@pytest.mark.parametrize("text", ["c1f0a2", "2026-01-02T12:00:00+00:00", "/data/ab/cd/ef.png",
                                  "https://host/path?a=b", "job-started", "a" * 64])  # fmt: skip
def test_what_is_no_key_stays(text):
    assert masked(text, []) == text


def test_a_log_that_cannot_be_written_stops_nobody_and_tells_nothing(log, capsys):
    with logging_to(log, clock=Noon()) as notice:
        log.close()
        notice(started())
        logging.getLogger("x").error("%s", WORDS)
    assert capsys.readouterr() == ("", "")


def test_afterwards_logging_is_as_it_was(log):
    root = logging.getLogger()
    before = (root.level, list(root.handlers), logging.getLogger("httpx").level)
    with logging_to(log, clock=Noon(), level="DEBUG"):
        assert root.handlers != before[1]
    assert (root.level, root.handlers, logging.getLogger("httpx").level) == before


def test_without_a_log_a_journal_is_silent_below_warning(capsys):
    journal()(started())
    assert capsys.readouterr() == ("", "")
