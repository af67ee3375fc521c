"""How keras-ocr's process is asked, lost, replaced and ended; a stand-in without TensorFlow answers."""

import contextlib
import io
import os
import select
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.retouch_errors import RetouchError
from pipeline.engines.keras_ocr.detector import KerasOcrDetector
from pipeline.engines.keras_ocr.frames import FrameError, fragments_in, picture_in, receive
from pipeline.engines.keras_ocr.served import Patience, Served
from tests.engines.keras_ocr_process import ANSWER, END, END_FIRST, FAIL, STALL, STALLS


@pytest.fixture
def starts(tmp_path):
    """The file with the ids of the processes that were started."""
    return tmp_path / "starts"


@pytest.fixture
def served(starts):
    """Makes what asks a process that opens in some way; it is closed with the test."""
    made = []

    def make(how="opens", **patience):
        made.append(Served(command(how, starts), os.environ, Patience(**patience)))
        return made[-1]

    yield make
    for one in made:
        one.close()


def command(how, starts):
    return (sys.executable, "-m", "tests.engines.keras_ocr_process", how, str(starts))


def picture(wish, height=3, width=5):
    return np.full((height, width, 3), wish, np.uint8)


def code_of(process, wish=ANSWER):
    with pytest.raises(RetouchError) as refused:
        process.found(picture(wish))
    return refused.value.code


def started(starts):
    return starts.read_text().split()


def is_left(process):
    """Whether anything is left of a process; one that ended and was not waited for is."""
    return Path(f"/proc/{process}").exists()


def test_a_picture_is_answered_whatever_libraries_print_meanwhile(served):
    (found,) = served().found(picture(ANSWER, height=70, width=90))

    assert found.corners[2].tolist() == [90, 70]
    assert found.confidence == 0.5


def test_the_process_starts_with_the_first_picture_and_answers_all(served, starts):
    process = served()
    assert not starts.exists()

    assert [len(process.found(picture(ANSWER))) for _ in range(3)] == [1, 1, 1]
    assert len(started(starts)) == 1


def test_a_lost_process_is_replaced_once_and_the_picture_asked_again(served, starts):
    assert len(served().found(picture(END_FIRST))) == 1
    assert len(started(starts)) == 2


def test_a_picture_that_ends_every_process_is_given_up_and_the_next_is_not(served, starts):
    process = served()

    assert code_of(process, END) == "detector-lost"
    assert len(started(starts)) == 2
    assert len(process.found(picture(ANSWER))) == 1


def test_a_process_that_ends_before_it_opens_is_lost(served, starts):
    assert code_of(served("ended")) == "detector-lost"
    assert len(started(starts)) == 2


@pytest.mark.parametrize("other", [["echo", "no frame at all"], ["/no/such/program"]])
def test_what_cannot_be_started_or_understood_is_lost(other):
    assert code_of(Served(other, os.environ)) == "detector-lost"


def test_what_stands_in_the_way_of_opening_is_told(served, starts):
    assert code_of(served("damaged")) == "detector-damaged"
    assert not is_left(*started(starts))


def test_a_picture_that_fails_leaves_the_process_alone(served, starts):
    process = served()

    with pytest.raises(RetouchError) as refused:
        process.found(picture(FAIL))

    assert refused.value.facts["reason"] == "ValueError: what it says"
    assert len(process.found(picture(ANSWER))) == 1
    assert len(started(starts)) == 1


def test_what_takes_too_long_is_ended_and_not_tried_again(served, starts):
    assert code_of(served(answer_s=0.3), STALL) == "detector-failed"
    assert not is_left(*started(starts))


def test_a_process_that_does_not_open_is_ended(served):
    assert code_of(served("stalled", start_s=0.3)) == "detector-failed"


def test_nothing_is_left_of_a_process_that_is_closed(served, starts):
    process = served()
    process.found(picture(ANSWER))

    process.close()

    assert not is_left(*started(starts))


def test_nothing_is_left_of_a_process_when_nobody_can_ask_it_any_more(starts):
    Served(command("opens", starts), os.environ).found(picture(ANSWER))

    assert not is_left(*started(starts))


PARENT = """
import os, sys
import numpy as np
from pipeline.engines.keras_ocr.served import Served
process = Served(sys.argv[1:], os.environ)
for wish in sys.stdin:
    print(len(process.found(np.full((1, 1, 3), int(wish), np.uint8))), flush=True)
"""


def test_a_process_at_work_ends_when_its_parent_is_killed(starts):
    stalls = starts.with_name(STALLS)
    os.mkfifo(stalls)
    parent = subprocess.Popen([sys.executable, "-c", PARENT, *command("opens", starts)], bufsize=0,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # fmt: skip
    with parent:
        parent.stdin.write(f"{ANSWER}\n".encode())
        assert parent.stdout.readline() == b"1\n"
        process = os.pidfd_open(int(*started(starts)))
        parent.stdin.write(f"{STALL}\n".encode())
        stalls.open("rb").close()  # which waits for the other side
        parent.kill()

    ended, _, _ = select.select([process], [], [], 20)
    os.close(process)
    assert ended


def test_an_interpreter_that_ends_leaves_nothing_and_says_nothing(starts):
    run = subprocess.run([sys.executable, "-c", PARENT, *command("opens", starts)], check=False,
                         text=True, capture_output=True, input=f"{ANSWER}\n")  # fmt: skip

    assert (run.returncode, run.stdout, run.stderr) == (0, "1\n", "")
    assert not is_left(*started(starts))


def test_a_detector_whose_libraries_are_not_installed_names_the_extra(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.engines.keras_ocr.detector.LIBRARIES", ("no_such_library",))

    with pytest.raises(RetouchError) as refused:
        KerasOcrDetector(tmp_path).fragments(picture(ANSWER))

    assert refused.value.code == "detector-extra"
    assert refused.value.facts == {"detector": "keras-ocr", "extra": "keras-ocr"}


@given(st.binary(max_size=200))
def test_any_bytes_are_a_frame_or_none(content):
    try:
        frame = receive(io.BytesIO(content))
    except FrameError:
        return
    assert frame is None or len(frame[1]) + 5 <= len(content)


@given(st.binary(max_size=200))
def test_any_body_is_what_it_should_be_or_an_error(body):
    for read in (picture_in, fragments_in):
        with contextlib.suppress(FrameError):
            read(body)
