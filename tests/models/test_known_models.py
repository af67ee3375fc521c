"""The catalogue of models, and what licences ask."""

import pytest

from config.models import load_models
from config.painting import MODEL
from config.settings import load_settings
from pipeline.domain.adapter import Base
from pipeline.domain.known_model import (
    Purpose,
    Terms,
    find_known,
    inpainting_for,
    preview_for,
    terms_of,
)

MODELS = load_models()


def test_the_model_that_is_set_by_default_is_known():
    known = find_known(MODEL, MODELS)
    assert known is not None
    assert (known.name, known.base) == ("sd-1.4", Base.SD1)


def test_names_and_repositories_are_all_different():
    assert len({one.name for one in MODELS}) == len({one.repository for one in MODELS}) == len(MODELS)  # fmt: skip


def test_what_goes_with_a_model_is_in_the_catalogue_for_that_purpose():
    purposes = {one.repository: one.purpose for one in MODELS}
    for one in MODELS:
        assert not one.preview or purposes[one.preview] is Purpose.PREVIEW
        assert not one.inpainting or purposes[one.inpainting] is Purpose.INPAINTING


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one.name)
def test_every_model_is_described_in_both_languages_with_sound_numbers(model):
    assert model.label("ko") != model.label("en")
    assert model.size_mb > 0
    assert model.side_px % 64 == 0
    assert 1 <= model.manner.steps <= 50
    assert 0 <= model.manner.guidance <= 10


def test_each_family_has_its_previews():
    assert preview_for(Base.SD1, MODELS) == preview_for(Base.SD2, MODELS) == "madebyollin/taesd"
    assert preview_for(Base.SDXL, MODELS) == "madebyollin/taesdxl"
    assert preview_for(None, MODELS) == inpainting_for(Base.SDXL, MODELS) == ""


def test_a_model_may_be_set_by_its_short_name():
    assert load_settings({"ARTICOVER_MODEL": "SDXL"}).painting.model.endswith("xl-base-1.0")
    assert load_settings({"ARTICOVER_MODEL": "sdxl@v2"}).painting.model.endswith("base-1.0@v2")
    assert load_settings({"ARTICOVER_MODEL": "./mine@home"}).painting.model == "./mine@home"


@pytest.mark.parametrize(("licence", "terms"), [
    ("mit", Terms.FREE), ("Apache-2.0", Terms.FREE), ("creativeml-openrail-m", Terms.OPENRAIL),
    ("openrail++", Terms.OPENRAIL), ("stabilityai-ai-community", Terms.COMMUNITY),
    ("sai-nc-community", Terms.NONCOMMERCIAL), ("cc-by-nc-4.0", Terms.NONCOMMERCIAL),
    ("flux-1-dev-non-commercial-license", Terms.NONCOMMERCIAL), ("", Terms.OTHER),
    ("my-own", Terms.OTHER),
])  # fmt: skip
def test_a_licence_is_known_by_its_name(licence, terms):
    assert terms_of(licence) is terms
