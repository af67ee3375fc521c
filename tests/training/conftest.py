"""What the tests of painting stand on, the tests of training stand on too."""

from tests.diffusion.conftest import models, one_thread, pytest_collection_modifyitems

__all__ = ("models", "one_thread", "pytest_collection_modifyitems")
