import pytest

from config.catalogues import catalogue
from pipeline.domain.fonts import FontCatalogue
from pipeline.typography.library import FaceLibrary


@pytest.fixture(scope="session")
def library():
    return FaceLibrary(FontCatalogue.from_tables(catalogue("fonts")))
