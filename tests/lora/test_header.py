"""The header of a safetensors file is believed only where all of it is sound."""

import json
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.engines.lora.header import (
    MOST_HEADER_BYTES,
    Fault,
    HeaderError,
    digest,
    header_of,
    is_pickle,
    read_header,
)
from tests.lora.files import framed, packed, write

SOUND = {"a": (2, 3), "b": (), "c": (4,)}


def whole(tensors, metadata=None):
    start, more = packed(tensors, metadata)
    return start + bytes(more)


def fault(content):
    with pytest.raises(HeaderError) as raised:
        header_of(content)
    return raised.value.fault


def entry(shape=(2,), span=(0, 8), dtype="F32"):
    return {"dtype": dtype, "shape": list(shape), "data_offsets": list(span)}


def with_entries(more=8, **entries):
    return framed(json.dumps(entries).encode()) + bytes(more)


def test_a_sound_header_tells_the_tensors_and_what_stands_beside(tmp_path):
    found = read_header(write(tmp_path / "a", SOUND, {"made": "here"}))
    assert {name: tensor.shape for name, tensor in found.tensors.items()} == SOUND
    assert found.tensors["c"].end == found.size
    assert found.metadata == {"made": "here"}


@pytest.mark.parametrize("dtype", ["F16", "BF16", "I64", "F8_E4M3"])
def test_every_dtype_has_its_size(tmp_path, dtype):
    assert read_header(write(tmp_path / "a", SOUND, dtype=dtype)).tensors["a"].count == 6


def test_a_header_may_be_filled_up_with_spaces():
    assert header_of(framed(b"{}" + b" " * 6)).tensors == {}


@given(st.binary(max_size=200))
@example(b"")
@example(bytes(8))
def test_bytes_of_any_kind_are_read_or_refused_and_raise_nothing_else(content):
    with suppress(HeaderError):
        header_of(content)


@given(st.integers(0, len(whole(SOUND)) - 1))
def test_a_file_that_is_cut_anywhere_is_refused(length):
    assert fault(whole(SOUND)[:length]) in {Fault.SHORT, Fault.BYTES}


@given(st.integers(0, len(whole(SOUND)) - 17), st.integers(0, 255))
def test_a_byte_that_is_changed_gives_sound_tensors_or_none(place, byte):
    content = bytearray(whole(SOUND))
    content[place] = byte
    try:
        found = header_of(content)
    except HeaderError:
        return
    spans = sorted((one.begin, one.end) for one in found.tensors.values())
    assert spans[-1][1] == len(content) and all(a[1] == b[0] for a, b in pairwise(spans))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["a", "b", "__metadata__"]), JSON))
def test_a_header_of_any_other_json_is_refused(entries):
    content = framed(json.dumps(entries).encode())
    if not entries or entries == {"__metadata__": {}}:
        assert header_of(content).tensors == {}
    elif set(entries) != {"__metadata__"}:
        assert fault(content) in {Fault.HEADER, Fault.TENSOR}


@pytest.mark.parametrize("length", [MOST_HEADER_BYTES + 1, 1 << 40, (1 << 64) - 1])
def test_a_header_that_claims_to_be_huge_is_not_read(length):
    assert fault(length.to_bytes(8, "little") + b"{}") is Fault.HEADER


@pytest.mark.parametrize(
    "text",
    [b"[]", b" {}", b"{", b"\xff\xfe{}", b'{"a":NaN}', b"{" + b'"a":[' * 100_000, b'{"a":' + b"9" * 5000 + b"}"],
    ids=["list", "space", "open", "utf16", "nan", "deep", "digits"],
)  # fmt: skip
def test_a_header_that_is_no_object_of_json_is_refused(text):
    assert fault(framed(text)) is Fault.HEADER


def test_a_name_that_stands_twice_is_refused():
    one = json.dumps(entry())
    assert fault(framed(f'{{"a":{one},"a":{one}}}'.encode()) + bytes(8)) is Fault.HEADER


@pytest.mark.parametrize(
    "lie",
    [
        entry(shape=(3,)),
        entry(span=(0, 4)),
        entry(span=(8, 0)),
        entry(span=(-8, 0)),
        entry(span=(0.0, 8.0)),
        entry(shape=(True, 2)),
        entry(shape=(-2,)),
        entry(shape=(1 << 60, 0), span=(0, 0)),
        entry(shape=[1] * 9),
        entry(dtype="F128"),
        {"dtype": "F32", "shape": [2]},
        entry() | {"more": 1},
        [],
    ],
)
def test_a_tensor_whose_shape_dtype_and_bytes_do_not_agree_is_refused(lie):
    assert fault(with_entries(a=lie)) is Fault.TENSOR


@pytest.mark.parametrize(
    ("spans", "more"),
    [(((0, 8), (0, 8)), 8), (((0, 8), (4, 12)), 12), (((0, 8), (12, 20)), 20), (((4, 12),), 12),
     (((0, 8),), 9), (((0, 8),), 7)],
    ids=["same", "overlap", "hole", "late", "more", "less"],
)  # fmt: skip
def test_tensors_that_share_bytes_or_leave_some_over_are_refused(spans, more):
    entries = {f"t{n}": entry(span=span) for n, span in enumerate(spans)}
    assert fault(with_entries(more, **entries)) is Fault.BYTES


@pytest.mark.parametrize("metadata", [{"a": 1}, {"a": {"b": "c"}}, [], "text", None])
def test_metadata_are_texts_and_nothing_else(metadata):
    assert fault(framed(json.dumps({"__metadata__": metadata}).encode())) is Fault.HEADER


@pytest.mark.parametrize("start", [b"PK\x03\x04\x00\x00\x08\x08", b"\x80\x02\x8a\x0al\xfc\x9cF"])
def test_what_torch_saved_is_known_whatever_its_name(start):
    assert fault(start + bytes(100)) is Fault.PICKLE


@pytest.mark.parametrize("length", [0x0280, 0x0380, 0x010480, 0xFF0580])
def test_a_header_whose_length_looks_like_a_pickle_is_read(length):
    header = b"{}" + b" " * (length - 2)
    assert not is_pickle(framed(header)[:8])
    assert header_of(framed(header)).tensors == {}


def test_the_hash_of_a_file_is_its_sha256(tmp_path):
    (tmp_path / "a").write_bytes(b"abc")
    assert digest(tmp_path / "a").startswith("ba7816bf8f01cfea414140de5dae2223b00361a3")
