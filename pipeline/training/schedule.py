"""The learning rate of a step: a function of its number alone, so that nothing is to be kept."""

import math

from pipeline.training.settings import Recipe, Schedule


def rate_at(step: int, recipe: Recipe) -> float:
    """The learning rate of step `step` (from 0): up to the peak in a line, then down."""
    warm = round(recipe.warmup * recipe.steps)
    if step < warm:
        return recipe.rate * (step + 1) / warm
    share = (step - warm) / max(1, recipe.steps - warm)
    match recipe.schedule:
        case Schedule.COSINE:
            return recipe.rate * 0.5 * (1 + math.cos(math.pi * share))
        case Schedule.LINEAR:
            return recipe.rate * (1 - share)
        case Schedule.CONSTANT:
            return recipe.rate
