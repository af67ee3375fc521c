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
from pipeline.engines.keras_ocr.detector import KerasOcrDetector, Patience
from pipeline.engines.keras_ocr.frames import FrameError, fragments_in, picture_in, receive
from tests.engines.keras_ocr_process import ANSWER, END, END_FIRST, FAIL, STALL

MODULE = "tests.engines.keras_ocr_process"


@pytest.fixture
def starts(tmp_path):
    return tmp_path / "starts"


@pytest.fixture
def detector_that(starts, tmp_path):
    """A detector whose process opens in some way; it is ended with the test."""
    made = []

    def make(how="opens", **patience):
        command = (sys.executable, "-m", MODULE, how, str(starts))
        made.append(KerasOcrDetector(tmp_path, command=command, patience=Patience(**patience)))
        return made[-1]

    yield make
    for detector in made:
        detector.close()


def picture(wish, height=3, width=5):
    return np.full((height, width, 3), wish, np.uint8)


def process_of(detector):
    (found,) = detector.fragments(picture(ANSWER))
    return int(found.corners[3, 0])


def code_of(detector, wish=ANSWER):
    with pytest.raises(RetouchError) as refused:
        detector.fragments(picture(wish))
    return refused.value.code


def is_there(process):
    """Whether anything is left of a process; what ended and was not waited for is there."""
    return Path(f"/proc/{process}").exists()


def test_a_picture_is_answered_whatever_libraries_print_meanwhile(detector_that):
    (found,) = detector_that().fragments(picture(ANSWER, height=70, width=90))

    assert found.corners[2].tolist() == [90, 70]
    assert found.confidence == 0.5


def test_the_process_starts_with_the_first_picture_and_answers_all(detector_that, starts):
    detector = detector_that()
    assert not starts.exists()

    assert process_of(detector) == process_of(detector)
    assert starts.stat().st_size == 1


def test_a_lost_process_is_replaced_once_and_the_picture_asked_again(detector_that, starts):
    (found,) = detector_that().fragments(picture(END_FIRST))

    assert found.confidence == 0.5
    assert starts.stat().st_size == 2


def test_a_picture_that_ends_every_process_is_given_up_and_the_next_is_not(detector_that, starts):
    detector = detector_that()

    assert code_of(detector, END) == "detector-lost"
    assert starts.stat().st_size == 2
    assert process_of(detector)


def test_a_process_that_ends_before_it_opens_is_lost(detector_that, starts):
    assert code_of(detector_that("ended")) == "detector-lost"
    assert starts.stat().st_size == 2


@pytest.mark.parametrize("command", [["echo", "no frame at all"], ["/no/such/program"]])
def test_what_cannot_be_started_or_understood_is_lost(tmp_path, command):
    assert code_of(KerasOcrDetector(tmp_path, command=command)) == "detector-lost"


def test_what_stands_in_the_way_of_opening_is_told(detector_that, starts):
    assert code_of(detector_that("damaged")) == "detector-damaged"
    assert starts.stat().st_size == 1


def test_a_picture_that_fails_leaves_the_process_alone(detector_that, starts):
    detector = detector_that()

    with pytest.raises(RetouchError) as refused:
        detector.fragments(picture(FAIL))

    assert refused.value.facts["reason"] == "ValueError: what it says"
    assert process_of(detector)
    assert starts.stat().st_size == 1


def test_what_takes_too_long_is_ended_and_not_tried_again(detector_that, starts):
    detector = detector_that(answer_s=0.3)
    process = process_of(detector)

    assert code_of(detector, STALL) == "detector-failed"
    assert not is_there(process)
    assert starts.stat().st_size == 1


def test_a_process_that_does_not_open_is_ended(detector_that):
    assert code_of(detector_that("stalled", start_s=0.3)) == "detector-failed"


def test_nothing_is_left_of_a_process_that_is_closed(detector_that):
    detector = detector_that()
    process = process_of(detector)

    detector.close()

    assert not is_there(process)


def test_nothing_is_left_of_the_process_of_a_detector_that_nobody_has(starts, tmp_path):
    command = (sys.executable, "-m", MODULE, "opens", str(starts))
    process = process_of(KerasOcrDetector(tmp_path, command=command))

    assert not is_there(process)


PARENT = """
import sys
import numpy as np
from pathlib import Path
from pipeline.engines.keras_ocr.detector import KerasOcrDetector
detector = KerasOcrDetector(Path(sys.argv[1]), command=sys.argv[2:])
(found,) = detector.fragments(np.full((1, 1, 3), int(sys.stdin.readline()), np.uint8))
print(int(found.corners[3, 0]), flush=True)
detector.fragments(np.full((1, 1, 3), int(sys.stdin.readline()), np.uint8))
"""


def test_a_process_at_work_ends_when_its_parent_is_killed(starts, tmp_path):
    command = [sys.executable, "-m", MODULE, "opens", str(starts)]
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", PARENT, str(tmp_path), *command], stdin=pipe,
                          stdout=pipe, text=True) as parent:  # fmt: skip
        parent.stdin.write(f"{ANSWER}\n")
        parent.stdin.flush()
        process = os.pidfd_open(int(parent.stdout.readline()))
        parent.stdin.write(f"{STALL}\n")
        parent.stdin.flush()
        parent.kill()

    ended, _, _ = select.select([process], [], [], 20)
    os.close(process)
    assert ended


def test_an_interpreter_that_ends_waits_for_nothing(starts, tmp_path):
    command = [sys.executable, "-m", MODULE, "opens", str(starts)]

    run = subprocess.run([sys.executable, "-c", PARENT, str(tmp_path), *command], check=False,
                         text=True, capture_output=True, input=f"{ANSWER}\n{ANSWER}\n")  # fmt: skip

    assert (run.returncode, run.stderr) == (0, "")
    assert not is_there(int(run.stdout))


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
