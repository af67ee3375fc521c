"""Values of the domain survive being stored, and nothing else is taken for one."""

import json
import math
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.domain.brief import Brief
from pipeline.domain.errors import StorageError
from pipeline.domain.file import StoredFile
from pipeline.domain.geometry import Box
from pipeline.domain.job import (
    Cancelled,
    Delivered,
    Done,
    Failed,
    Fault,
    Queued,
    Running,
    State,
)
from pipeline.domain.operation import (
    Anchor9,
    EditText,
    MoveText,
    Nudge,
    Operation,
    Restyle,
    Vary,
)
from pipeline.domain.person import Preferences
from pipeline.domain.report import Report
from pipeline.domain.step import Step
from pipeline.domain.version import Document
from storage.codec import dumped, loaded

KINDS = [Operation, Document, Brief, Report, Preferences, Step, tuple[StoredFile, ...],
         tuple[str, ...]]  # fmt: skip
FAULTS = st.builds(
    Fault, code=st.text(), facts=st.dictionaries(st.text(), st.text() | st.integers() | st.floats())
)
MOMENTS = st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.replace(fold=0))
STATES = st.one_of(
    st.builds(Queued, not_before=st.none() | MOMENTS),
    st.builds(Failed, fault=FAULTS),
    *(st.from_type(kind) for kind in (Running, Done, Delivered, Cancelled)),
)


def same(value, kind):
    """Whether it comes back alike: `repr` tells -0.0 from 0.0, lists from tuples, NaN as itself."""
    return repr(loaded(kind, dumped(value, kind))) == repr(value)


def refused_as(text):
    """The code of the error that reading an operation ends with; any other error passes."""
    try:
        loaded(Operation, text)
    except StorageError as error:
        return error.code
    return None


@pytest.mark.parametrize("kind", KINDS, ids=str)
@settings(max_examples=40)
@given(data=st.data())
def test_every_value_comes_back_as_it_was(kind, data):
    assert same(data.draw(st.from_type(kind)), kind)


@given(STATES)
def test_every_state_of_a_job_comes_back_as_it_was(state):
    assert same(state, State)


@given(st.floats())
def test_a_float_comes_back_to_the_last_bit(number):
    move = MoveText(block="title", to=Nudge(dx=number, dy=-number))
    assert same(move, Operation)


@given(st.text())
def test_any_text_comes_back_even_half_a_character(words):
    text = dumped(EditText(changes=((words, words),)), Operation)
    assert text.isascii()
    assert "\x00" not in text
    assert loaded(Operation, text) == EditText(changes=((words, words),))


@given(st.text())
def test_no_text_makes_anything_but_a_value_or_our_error(text):
    assert refused_as(text) in {None, "storage-damaged"}


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["is", "seed", "x"]), inner),
))  # fmt: skip
def test_no_json_makes_anything_but_a_value_or_our_error(plain):
    assert refused_as(json.dumps(plain)) in {None, "storage-damaged"}


DAMAGED = {
    "cut off": '{"is":"Vary","seed":1,"cou',
    "no JSON": "what?",
    "empty": "",
    "no object": "[]",
    "no tag": '{"seed":1,"count":4}',
    "a tag that is none": '{"is":"Burn"}',
    "a tag that is a list": '{"is":["Vary"]}',
    "another field": '{"is":"Vary","seed":1,"count":4,"more":1}',
    "a field too few": '{"is":"Illustrate"}',
    "a number as text": '{"is":"Vary","seed":"1","count":4}',
    "a fraction for a whole number": '{"is":"Vary","seed":1.5,"count":4}',
    "a flag for a number": '{"is":"Vary","seed":true,"count":4}',
    "a number for a flag": '{"is":"Illustrate","seed":1,"for_print":1}',
    "a text for a list": '{"is":"Compare","versions":"abc"}',
    "a list for a text": '{"is":"Fork","source":["a"]}',
    "a triple for a pair": '{"is":"EditText","changes":[["a","b","c"]]}',
    "a place that is none": '{"is":"MoveText","block":"a","to":{"is":"Anchor9","value":"up"}}',
    "an unnamed place": '{"is":"MoveText","block":"a","to":"top"}',
    "a place with more": '{"is":"MoveText","block":"a","to":{"is":"Anchor9","value":"top","x":1}}',
    "nothing": '{"is":"MoveText","block":"a","to":null}',
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_text_is_an_error_and_no_value(text):
    with pytest.raises(StorageError) as caught:
        loaded(Operation, text)
    assert caught.value.code == "storage-damaged"


def test_an_error_tells_the_kind_but_not_a_whole_document():
    with pytest.raises(StorageError) as caught:
        loaded(Brief, json.dumps({"title": ["x" * 100_000]}))
    assert str(caught.value.facts["reason"]).startswith("Brief")
    assert len(str(caught.value.facts["reason"])) <= 200


def test_members_of_a_union_are_told_apart_by_their_tags():
    assert json.loads(dumped(Vary(seed=1, count=2), Operation)) == {
        "is": "Vary", "seed": 1, "count": 2,
    }  # fmt: skip
    box = Box(x=0.0, y=0.0, w=1.0, h=1.0)
    for place in (box, Anchor9.TOP, Nudge(dx=0.1)):
        assert same(MoveText(block="title", to=place), Operation)


def test_no_effects_are_told_from_effects_that_stay():
    assert loaded(Operation, dumped(Restyle(effects=()), Operation)) == Restyle(effects=())
    assert loaded(Operation, dumped(Restyle(), Operation)) == Restyle(effects=None)


def test_a_whole_number_is_a_fine_fraction():
    text = '{"is":"MoveText","block":"a","to":{"is":"Nudge","dx":1,"dy":0}}'
    moved = loaded(Operation, text)
    assert isinstance(moved.to.dx, float)
    assert math.isclose(moved.to.dx, 1.0)


def test_a_moment_without_a_zone_is_no_moment():
    naive = datetime(2026, 1, 1).isoformat()  # noqa: DTZ001 - that is the point
    with pytest.raises(StorageError):
        loaded(State, json.dumps({"is": "Queued", "not_before": naive}))


def test_preferences_from_before_there_was_sharing_are_read():
    old = '{"language":"ko","format":"","genre":"noir","forkable":false}'
    assert loaded(Preferences, old) == Preferences(language="ko", genre="noir", forkable=False)
