import pytest

from pipeline.domain.layout import Case
from pipeline.typography.casing import cased


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("Grandmother's House", "Grandmother’s House"),
        ('"Nine," he said', "“Nine,” he said"),
        ("The 'Other' Sea", "The ‘Other’ Sea"),
        ("Back to the '90s", "Back to the ’90s"),
        ("And then...", "And then…"),
        ("‘Already’ “set”", "‘Already’ “set”"),
    ],
)
def test_typewriter_quotes_become_real_ones(typed, set_as):
    assert cased(typed, Case.AS_TYPED) == set_as


def test_capitals_are_made_only_where_the_case_asks_for_them():
    assert cased("Straße", Case.UPPER) == "STRASSE"
    assert cased("Straße", Case.SMALL_CAPS) == "Straße"


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
