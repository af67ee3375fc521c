"""CRAFT with its published weights: its graph beside the published network, and what it finds."""

import numpy as np
import pytest
import torch

from pipeline.domain.retouch_errors import RetouchError
from pipeline.engines.craft import exported, weights
from pipeline.engines.craft.detector import DEVIATION, MEAN, CraftDetector
from pipeline.engines.craft.exported import exported as export
from pipeline.engines.craft.weights import load_weights, weights_file
from tests.bench_lettering.generating import sample
from tests.bench_lettering.truth import Split
from tests.lettering.torch_craft import TorchCraft


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("craft")


@pytest.fixture(scope="module")
def craft(cache):
    return CraftDetector(cache)


@pytest.fixture(scope="module")
def published():
    """The file as torch itself reads it."""
    rows = torch.load(weights_file(), map_location="cpu", weights_only=True)
    return {name.removeprefix("module."): one for name, one in rows.items()}


def middles(fragments):
    return [tuple(one.corners.mean(axis=0)) for one in fragments]


def covered(line, fragments):
    """Whether the middle of a piece lies within the line's box."""
    (left, top), (right, bottom) = line.corners.min(axis=0), line.corners.max(axis=0)
    return any(left <= x <= right and top <= y <= bottom for x, y in middles(fragments))


def test_the_weights_are_read_as_torch_reads_them(published):
    ours = load_weights(weights_file())

    counters = {name for name in published if name.endswith("num_batches_tracked")}
    assert set(ours) == set(published) - counters
    assert all(np.array_equal(one, published[name].numpy()) for name, one in ours.items())


@pytest.mark.parametrize("size", [(256, 192), (64, 320)])
def test_the_graph_computes_what_the_published_network_computes(craft, published, size):
    net = TorchCraft().eval()
    net.load_state_dict(published, strict=True)
    picture = np.ascontiguousarray(sample(Split.ENGLISH, 0).rgb[: size[0], : size[1]])

    text, link = craft.heat(picture)
    with torch.inference_mode():
        normal = torch.from_numpy((picture.astype(np.float32) - MEAN) / DEVIATION)
        same = net(normal.permute(2, 0, 1)[None])[0].numpy()

    assert np.abs(np.stack([text, link]) - same).max() < 1e-4
    assert text.max() > 0.3


@pytest.mark.parametrize("split", [Split.ENGLISH, Split.KOREAN, Split.PSEUDO, Split.TURNED])
def test_every_line_of_a_cover_is_found(craft, split):
    cover = sample(split, 1)

    fragments = craft.fragments(cover.rgb)

    assert all(covered(line, fragments) for line in cover.lines)
    assert all(0.4 <= one.confidence <= 1 for one in fragments)


def test_nothing_is_found_where_nothing_is(craft):
    assert craft.fragments(sample(Split.FREE, 0).rgb) == []


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (37, 61), (3000, 20)])
def test_pictures_of_any_size_are_looked_at(craft, size):
    assert craft.fragments(np.full((*size, 3), 200, np.uint8)) == []


@pytest.mark.parametrize("scale", [0.5, 3])
def test_corners_are_in_the_pixels_of_the_picture_as_it_came(craft, scale):
    cover = sample(Split.ENGLISH, 1)
    rows = np.arange(0, cover.rgb.shape[0], 1 / scale).astype(int)
    columns = np.arange(0, cover.rgb.shape[1], 1 / scale).astype(int)

    fragments = craft.fragments(np.ascontiguousarray(cover.rgb[rows][:, columns]))

    back = [type(one)(corners=one.corners / scale, confidence=one.confidence) for one in fragments]
    assert sum(covered(line, back) for line in cover.lines) >= len(cover.lines) - 1


def test_the_graph_is_written_once_and_taken_again(craft, cache):
    craft.heat(np.zeros((32, 32, 3), np.uint8))
    (made,) = cache.iterdir()
    when = made.stat().st_mtime_ns

    assert export(cache) == made
    assert made.stat().st_mtime_ns == when


def test_a_damaged_or_foreign_file_is_replaced_and_never_run(tmp_path, craft, cache):
    craft.heat(np.zeros((32, 32, 3), np.uint8))
    (good,) = cache.glob("*.onnx")
    content = bytearray(good.read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / good.name).write_bytes(content)
    (tmp_path / "craft-0-of-before.onnx").write_bytes(b"another")

    made = export(tmp_path)

    assert [one.name for one in tmp_path.iterdir()] == [good.name]
    assert made.read_bytes() == good.read_bytes()


def test_where_nothing_can_be_written_the_graph_is_kept_in_memory(tmp_path):
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("no folder")

    assert isinstance(export(in_the_way), bytes)


def test_without_the_wheel_a_sentence_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(weights, "CARRIER", "a_wheel_that_is_not_there")

    with pytest.raises(RetouchError) as caught:
        CraftDetector(tmp_path).fragments(np.zeros((40, 40, 3), np.uint8))

    assert caught.value.code == "detector-damaged"


def test_a_graph_that_cannot_be_run_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(exported, "_built", lambda: b"no graph")

    with pytest.raises(RetouchError) as caught:
        CraftDetector(tmp_path).fragments(np.zeros((40, 40, 3), np.uint8))

    assert caught.value.facts["detector"] == "craft"
    assert caught.value.code == "detector-failed"
