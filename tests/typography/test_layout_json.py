import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.geometry import Box
from pipeline.domain.layout import (
    Align,
    Case,
    Effect,
    EffectKind,
    Layout,
    Material,
    Role,
    TextBlock,
    Tone,
    Trait,
)
from pipeline.domain.layout_json import (
    LayoutSyntaxError,
    LayoutValueError,
    LayoutVersionError,
    from_json,
    to_json,
)


def numbers(low, high):
    return st.floats(low, high, allow_nan=False)


COLOURS = st.from_regex(r"\A#[0-9a-f]{6}\Z")
SHARES = numbers(0, 1)
BOXES = st.builds(Box, x=numbers(-1, 2), y=numbers(-1, 2), w=SHARES, h=SHARES)
EFFECTS = st.builds(Effect, kind=st.sampled_from(EffectKind), colour=COLOURS, strength=SHARES,
                    size=SHARES)  # fmt: skip
TONES = st.builds(Tone, box=BOXES, colour=COLOURS, strength=SHARES, fade=SHARES)
AXES = st.dictionaries(st.sampled_from(["wght", "opsz", "wdth"]), numbers(0, 1000)).map(
    lambda axes: tuple(axes.items())
)
BLOCKS = st.builds(
    TextBlock, role=st.sampled_from(Role), words=st.text(), lines=st.tuples(st.text()),
    font=st.text(), axes=AXES, size=numbers(0.001, 1), tracking=numbers(-0.1, 1),
    leading=numbers(0, 3), align=st.sampled_from(Align), box=BOXES, colour=COLOURS,
    case=st.sampled_from(Case), material=st.sampled_from(Material),
    effects=st.lists(EFFECTS, max_size=3).map(tuple), vertical=st.booleans(),
    locked=st.booleans(), chosen=st.lists(st.sampled_from(Trait), unique=True).map(tuple),
)  # fmt: skip
LAYOUTS = st.builds(
    Layout, aspect=numbers(0.4, 2.5), blocks=st.lists(BLOCKS, max_size=4).map(tuple),
    tones=st.lists(TONES, max_size=3).map(tuple), language=st.sampled_from(["en", "ko"]),
)  # fmt: skip


@given(LAYOUTS)
def test_a_layout_survives_json_unchanged(layout):
    assert from_json(to_json(layout)) == layout


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(),
                    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))  # fmt: skip
def test_any_other_json_is_refused_with_a_typed_error(value):
    with pytest.raises((LayoutValueError, LayoutVersionError, LayoutSyntaxError)):
        from_json(json.dumps(value))


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda plain: plain["blocks"][0].update(size="big"), "blocks[0].size"),
        (lambda plain: plain["blocks"][0].update(size=True), "blocks[0].size"),
        (lambda plain: plain["blocks"][0].update(colour="red"), "blocks[0].colour"),
        (lambda plain: plain["blocks"][0].update(role="chapter"), "blocks[0].role"),
        (lambda plain: plain["blocks"][0].update(sparkle=1), "blocks[0].sparkle"),
        (lambda plain: plain["blocks"][0]["axes"].update(wght="bold"), "blocks[0].axes.wght"),
        (lambda plain: plain["blocks"][0]["box"].pop("w"), "blocks[0].box.w"),
        (lambda plain: plain.update(tones={}), "tones"),
        (lambda plain: plain.update(aspect=float("inf")), "aspect"),
        (lambda plain: plain["blocks"][0].update(tracking=float("nan")), "blocks[0].tracking"),
        (
            lambda plain: plain["blocks"][0]["axes"].update(wght=-float("inf")),
            "blocks[0].axes.wght",
        ),
        (lambda plain: plain["blocks"][0].update(leading=10**400), "blocks[0].leading"),
        (lambda plain: plain["blocks"][0]["axes"].update(wght=10**400), "blocks[0].axes.wght"),
    ],
)
def test_a_fault_is_named_by_its_place(change, place):
    plain = json.loads(to_json(sample()))
    change(plain)

    with pytest.raises(LayoutValueError) as caught:
        from_json(json.dumps(plain))

    assert caught.value.place == place


def test_text_that_is_not_json_is_a_syntax_error():
    with pytest.raises(LayoutSyntaxError):
        from_json("{")


def test_a_layout_of_a_later_schema_is_refused_by_its_version():
    plain = json.loads(to_json(sample())) | {"version": 2}

    with pytest.raises(LayoutVersionError):
        from_json(json.dumps(plain))


def sample():
    box = Box(x=0.1, y=0.1, w=0.8, h=0.2)
    block = TextBlock(role=Role.TITLE, words="달의 궁전", lines=("달의", "궁전"), font="serif",
                      axes=(("wght", 700.0),), size=0.13, box=box, colour="#f0e0c0")  # fmt: skip
    return Layout(aspect=2 / 3, blocks=(block,), language="ko")
