"""Capitals as each writing has them."""

import pytest

from pipeline.domain.layout import Case
from pipeline.typography.casing import cased


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Άννα Παπαδοπούλου", "ΑΝΝΑ ΠΑΠΑΔΟΠΟΥΛΟΥ"),
        ("Μαΐου", "ΜΑΪΟΥ"),
        ("Élodie à Noël", "ÉLODIE À NOËL"),
        ("Straße", "STRASSE"),
        ("바다와 등대", "바다와 등대"),
    ],
)
def test_capitals_keep_their_accents_except_in_greek(typed: str, drawn: str):
    assert cased(typed, Case.UPPER) == drawn


def test_words_as_typed_keep_everything():
    assert cased("Άννα", Case.AS_TYPED) == "Άννα"
