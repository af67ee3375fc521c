"""The names of DiffSTE's tensors: in its checkpoint (diffusers 0.8, transformers 4.26), and here."""

import re

_BRANCH = re.compile(r"\.attentions\.(text|char)\.(\d+)\.")
_VAE_ATTENTION = re.compile(
    r"(vae\.(?:encoder|decoder)\.mid_block\.attentions\.0\.)(query|key|value|proj_attn)\."
)
_PROJECTIONS = {"query": "to_q", "key": "to_k", "value": "to_v", "proj_attn": "to_out.0"}
_POSITIONS = ".position_ids"


def renamed(name: str) -> str | None:
    """The name here of a tensor of the checkpoint; None for one that holds nothing learnt."""
    if name.endswith(_POSITIONS):
        return None
    if name.startswith("text_encoder."):
        return name.replace("text_encoder.text_model.", "text_encoder.", 1)
    if name.startswith("vae."):
        return _VAE_ATTENTION.sub(lambda at: f"{at[1]}{_PROJECTIONS[at[2]]}.", name)
    return _BRANCH.sub(r".attentions.\2.\1.", name)
