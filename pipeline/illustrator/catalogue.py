"""All recipes, in one order; each lives in a module of its name with a `RECIPE`."""

import functools
import importlib

from pipeline.illustrator.recipe import Recipe

NAMES = (
    "foil",
    "pattern",
    "riso",
    "lino",
    "botanical",
    "flow",
    "planet",
    "symbol",
    "grid",
    "comic",
    "watercolour",
    "landscape",
    "seascape",
    "noir",
    "double",
    "papercut",
)  # fmt: skip


@functools.cache
def recipes() -> dict[str, Recipe]:
    """Every recipe by name."""
    modules = (importlib.import_module(f"pipeline.illustrator.recipes.{name}") for name in NAMES)
    return {module.RECIPE.name: module.RECIPE for module in modules}
