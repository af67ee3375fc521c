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
