"""What the model's process says waits for its reader, without end and without growing."""

import multiprocessing
import threading

import pytest

from pipeline.domain.painting import PaintedPicture, PaintStep
from pipeline.ports.painter import Advanced, Failed, Ready
from pipeline.queue.painting.messages import Beat, Broken, Idle, Refused
from pipeline.queue.painting.outbox import Outbox
from tests.queue.painting.easel import RECORD

BIG = b"-" * 4_000_000
"""More than a pipe holds: whoever sends it waits for the reader."""


@pytest.fixture
def pipe():
    ours, theirs = multiprocessing.Pipe()
    yield ours, theirs
    ours.close()
    theirs.close()


def step(done, ticket="a", preview=None):
    return Advanced(ticket=ticket, step=PaintStep(done=done, total=99, preview=preview))


def ready(ticket="a", content=b"-"):
    picture = PaintedPicture(content=content, width=1, height=1, record=RECORD)
    return Ready(ticket=ticket, picture=picture)


def read(pipe, count):
    return [pipe.recv() for _ in range(count)]


@pytest.fixture
def held(pipe):
    """An outbox whose thread has its hands full with a picture that nobody reads yet."""
    outbox = Outbox(pipe[1], spoilt=lambda _ticket: None)
    outbox.put(ready("first", BIG))
    assert pipe[0].poll(10)
    return outbox


def test_whoever_reads_slowly_gets_the_newest_step_with_the_newest_preview(held, pipe):
    for done in range(1, 90):
        held.put(step(done, preview=b"at four" if done == 4 else None))
        held.put(Beat())
    held.put(ready())
    held.put(Idle(taken=1))
    _, *others = read(pipe[0], 5)
    assert others == [step(89, preview=b"at four"), Beat(), ready(), Idle(taken=1)]


def test_tickets_keep_their_own_steps_in_order(held, pipe):
    for message in (step(1, "a"), step(1, "b"), step(2, "a"), ready("b")):
        held.put(message)
    _, *others = read(pipe[0], 4)
    assert others == [step(1, "b"), step(2, "a"), ready("b")]


def test_nothing_is_said_of_a_ticket_that_was_given_up(held, pipe):
    for message in (step(1, "a"), ready("a"), step(1, "b")):
        held.put(message)
    held.forget("a")
    _, *others = read(pipe[0], 2)
    assert others == [step(1, "b")]


def test_last_words_are_waited_for(held, pipe):
    heard = []
    reading = threading.Thread(target=lambda: heard.extend(read(pipe[0], 2)))
    held.put(Broken(stack="here"))
    reading.start()
    held.flush()
    assert pipe[0].poll(0) or reading.join(10) is None
    reading.join(10)
    assert heard[1] == Broken(stack="here")


def test_what_cannot_be_sent_fails_its_own_ticket(pipe):
    spoilt = []
    outbox = Outbox(pipe[1], spoilt=spoilt.append)
    outbox.put(step(1, "a", preview=lambda: 1))
    outbox.put(ready("b"))
    failed, fine = read(pipe[0], 2)
    assert isinstance(failed, Failed) and failed.ticket == "a" and failed.stack
    assert (spoilt, fine) == (["a"], ready("b"))


def test_what_cannot_be_sent_of_the_process_breaks_it(pipe):
    Outbox(pipe[1], spoilt=pytest.fail).put(Refused(error=lambda: 1))
    (broken,) = read(pipe[0], 1)
    assert isinstance(broken, Broken)
