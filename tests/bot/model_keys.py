"""Keys of messages that the commands on models put together while running."""

from bot.commands.models import ACTIONS
from bot.commands.models_list import _ADAPTER, _KNOWN, _MODEL
from bot.doctor.choosing import Why
from bot.doctor.painting import REMEDIES
from pipeline.domain.known_model import Terms


def model_keys():
    yield from (f"models-column-{name}" for name in {*_ADAPTER, *_MODEL, *_KNOWN})
    yield from ("models-no-model", "models-no-adapter")
    yield from (f"models-terms-{terms}" for terms in Terms)
    yield from (f"models-remove-{kind}" for kind in ("adapter", "model"))
    yield from (f"models-pulling-{share}" for share in ("all", "rest"))
    yield from ("models-pulled", "models-was-here", "models-added", "models-changed")
    yield from (f"help-models-{action}" for action in ACTIONS)
    yield from (f"doctor-painting-{why}" for why in Why)
    yield from (f"doctor-remedy-{remedy}" for remedy in REMEDIES.values())
