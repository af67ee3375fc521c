import pickle
import re

import pytest

from pipeline.domain.errors import CODES, ArtiCoverError, BriefError, OutputError


def every_kind(kind=ArtiCoverError):
    for below in kind.__subclasses__():
        yield below
        yield from every_kind(below)


def test_every_code_of_every_error_is_listed_once():
    codes = [code for kind in every_kind() for code in kind.known]
    assert sorted(codes) == sorted(CODES)


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
