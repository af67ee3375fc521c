import pickle
import re
from pathlib import Path

import numpy as np
import pytest

from pipeline.domain.adapter import Base
from pipeline.domain.errors import CODES, ArtiCoverError, BriefError, ModelError, OutputError
from pipeline.domain.job import Fault
from storage.codec import dumped, loaded

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "config", "pipeline", "storage")


def every_kind(kind=ArtiCoverError):
    for below in kind.__subclasses__():
        yield below
        yield from every_kind(below)


def test_every_code_of_every_error_is_listed_once():
    codes = [code for kind in every_kind() for code in kind.known]
    assert sorted(codes) == sorted(CODES)


def test_every_code_is_raised_somewhere():
    files = [file for room in ROOMS for file in (ROOT / room).rglob("*.py")
             if not file.stem.endswith("errors")]  # fmt: skip
    written = "\n".join(file.read_text(encoding="utf-8") for file in files)
    assert [code for code in CODES if f'"{code}"' not in written] == []


def test_codes_can_name_a_message():
    assert all(re.fullmatch(r"[a-z][a-z-]+", code) for code in CODES)


def test_an_error_comes_back_whole_from_another_process():
    error = BriefError("brief-too-long", field="title", length=401, limit=400)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (type(again), again.code, again.facts, again.field) == (
        BriefError, error.code, error.facts, "title")  # fmt: skip


@pytest.mark.parametrize(("code", "facts"), [("no-such-code", {}), ("brief-missing", {"oops": 1})])
def test_an_undeclared_error_is_a_bug(code, facts):
    with pytest.raises(ValueError, match=code):
        BriefError(code, **facts)


def test_a_full_disk_is_worth_another_try_and_an_existing_file_is_not():
    assert OutputError("output-no-space", path="x").retryable
    assert not OutputError("output-exists", path="x", count=1).retryable


@pytest.mark.parametrize(
    ("given", "kept"), [(Base.SD1, "sd-1"), (np.float64(0.5), 0.5), (True, 1), ("sd-1", "sd-1")]
)
def test_an_error_can_be_kept_whatever_its_facts_were_made_of(given, kept):
    fault = Fault.of(ModelError("adapter-base", name="ink", base=given))

    assert loaded(Fault, dumped(fault)) == fault
    assert type(fault.facts["base"]) is type(kept)
    assert fault.facts["base"] == kept
