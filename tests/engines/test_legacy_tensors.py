"""Tensors in torch's old format, read without torch; a pickle that wants more is refused."""

import collections
import io
import os
import pickle
import sys
import types

import numpy as np
import pytest

from pipeline.domain.retouch_errors import RetouchError
from pipeline.engines.craft.legacy import MAGIC, VERSION, legacy_tensors
from pipeline.engines.craft.weights import load_weights

NUMBERS = np.arange(12, dtype="<f4")


class FloatStorage:
    """What stands in a file for a kind of numbers."""


def rebuild(*facts):
    """What stands in a file for a tensor that is built of a storage."""


FloatStorage.__module__, rebuild.__module__ = "torch", "torch._utils"
rebuild.__name__ = rebuild.__qualname__ = "_rebuild_tensor_v2"


class Tensor:
    """Pickled as torch pickles a tensor."""

    def __init__(self, count=12, offset=0, shape=(3, 4), strides=(4, 1), made_by=rebuild):
        self.storage = ("storage", FloatStorage, "7", "cuda:0", count, None)
        self.rest, self.made_by = (
            (offset, shape, strides, False, collections.OrderedDict()),
            made_by,
        )

    def __reduce__(self):
        return self.made_by, (Named(self.storage), *self.rest)


class Named(tuple):
    """A storage, which a pickle only names."""

    __slots__ = ()

    def __new__(cls, names):
        return super().__new__(cls, names)


class Pickler(pickle.Pickler):
    def persistent_id(self, obj):
        return tuple(obj) if isinstance(obj, Named) else None


@pytest.fixture(autouse=True)
def torch_like(monkeypatch):
    """Modules of torch's names, so that a file can name what is in them."""
    torch, inner = types.ModuleType("torch"), types.ModuleType("torch._utils")
    torch.FloatStorage, inner._rebuild_tensor_v2, torch._utils = FloatStorage, rebuild, inner
    monkeypatch.setitem(sys.modules, "torch", torch)
    monkeypatch.setitem(sys.modules, "torch._utils", inner)


def file(tensor, numbers=NUMBERS):
    """The content of a file that holds one tensor."""
    stream = io.BytesIO()
    rows = collections.OrderedDict(weight=tensor)
    for part in (MAGIC, VERSION, {"little_endian": True}, rows, ["7"]):
        Pickler(stream, 2).dump(part)
    return stream.getvalue() + len(numbers).to_bytes(8, "little") + numbers.tobytes()


def test_a_tensor_is_read_with_its_shape_and_order():
    plain = legacy_tensors(file(Tensor()))["weight"]
    turned = legacy_tensors(file(Tensor(shape=(4, 3), strides=(1, 4))))["weight"]
    part = legacy_tensors(file(Tensor(offset=4, shape=(2,), strides=(1,))))["weight"]

    assert np.array_equal(plain, NUMBERS.reshape(3, 4))
    assert np.array_equal(turned, NUMBERS.reshape(3, 4).T)
    assert part.tolist() == [4, 5]
    assert not plain.flags.writeable


@pytest.mark.parametrize(
    "tensor",
    [
        Tensor(shape=(4, 4)),
        Tensor(offset=-1, shape=(2,), strides=(1,)),
        Tensor(offset=11, shape=(2,), strides=(-1,)),
        Tensor(count=99, shape=(99,), strides=(1,)),
    ],
)
def test_a_tensor_that_reaches_beyond_its_numbers_is_refused(tensor):
    with pytest.raises(pickle.UnpicklingError):
        legacy_tensors(file(tensor))


def test_a_file_that_ends_early_is_refused():
    with pytest.raises(pickle.UnpicklingError):
        legacy_tensors(file(Tensor())[:-4])


def test_nothing_is_run_that_a_file_asks_for(tmp_path):
    class Hostile:
        def __reduce__(self):
            return os.mkdir, (str(tmp_path / "was here"),)

    with pytest.raises(pickle.UnpicklingError, match="mkdir"):
        legacy_tensors(file(Hostile()))

    assert not (tmp_path / "was here").exists()


@pytest.mark.parametrize("content", [b"", b"not the weights"])
def test_weights_that_are_not_the_published_ones_are_not_even_opened(tmp_path, content):
    path = tmp_path / "craft_mlt_25k.pth"
    path.write_bytes(content)

    for one in (path, tmp_path / "craft_mlt_25k.pth.lost"):
        with pytest.raises(RetouchError) as caught:
            load_weights(one)
        assert (caught.value.code, caught.value.facts) == ("detector-damaged", {"file": one.name})
