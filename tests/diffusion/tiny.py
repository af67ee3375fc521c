"""Tiny diffusion models with random weights, built here: every part of the real graphs, 4 MB.

    python -m tests.diffusion.tiny FOLDER

writes one of each kind. They paint nothing that anybody would recognise, at 0.5 s a picture.
"""

import sys
from pathlib import Path

import torch
from diffusers import (
    AutoencoderKL,
    AutoencoderTiny,
    DPMSolverMultistepScheduler,
    PNDMScheduler,
    StableDiffusionInpaintPipeline,
    StableDiffusionPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from diffusers.pipelines.stable_diffusion.safety_checker import StableDiffusionSafetyChecker
from transformers import (
    CLIPConfig,
    CLIPImageProcessor,
    CLIPTextConfig,
    CLIPTextModel,
    CLIPTextModelWithProjection,
    CLIPTokenizer,
)

WORDS = ("book", "cover", "dark", "forest", "red", "blue", "castle", "sea", "lighthouse", "a", "of",
         "the", "and", "in", "painting", "night", "light", "title", "letters", "sky")  # fmt: skip
NOISE = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"}


def letters() -> list[str]:
    """The 256 characters that stand for bytes in the vocabulary of CLIP (and of GPT-2)."""
    plain = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [byte for byte in range(256) if byte not in plain]
    return [chr(c) for c in plain] + [chr(0x100 + n) for n in range(len(others))]


def vocabulary() -> tuple[dict[str, int], list[tuple[str, str]]]:
    """Every byte, and each of WORDS as one token."""
    tokens = [*letters(), *(f"{c}</w>" for c in letters())]
    merges: list[tuple[str, str]] = []
    for word in WORDS:
        parts = [*word[:-1], f"{word[-1]}</w>"]
        grown = parts[0]
        for part in parts[1:]:
            if (grown, part) not in merges:
                merges.append((grown, part))
            grown += part
            if grown not in tokens:
                tokens.append(grown)
    tokens += ["<|startoftext|>", "<|endoftext|>"]
    return {token: place for place, token in enumerate(tokens)}, merges


def tokenizer() -> CLIPTokenizer:
    """A CLIP tokenizer of WORDS and bytes, 77 tokens long."""
    vocab, merges = vocabulary()
    return CLIPTokenizer(vocab=vocab, merges=merges, model_max_length=77)


def text_config(hidden: int = 32) -> CLIPTextConfig:
    """Two layers of `hidden` features."""
    vocab, _ = vocabulary()
    end = vocab["<|endoftext|>"]
    return CLIPTextConfig(
        vocab_size=len(vocab), hidden_size=hidden, intermediate_size=64, num_hidden_layers=2,
        num_attention_heads=4, max_position_embeddings=77, projection_dim=hidden,
        bos_token_id=vocab["<|startoftext|>"], eos_token_id=end, pad_token_id=end,
    )  # fmt: skip


def unet(channels: int = 4, **more) -> UNet2DConditionModel:
    """Two levels with attention in one, as narrow as the norms allow."""
    given = {"cross_attention_dim": 32, **more}
    return UNet2DConditionModel(
        sample_size=8, in_channels=channels, out_channels=4, layers_per_block=1,
        block_out_channels=(32, 64), norm_num_groups=8, attention_head_dim=4,
        down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
        up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"), **given,
    ).eval()  # fmt: skip


def vae() -> AutoencoderKL:
    """Eight times down, as the real one, with few channels."""
    return AutoencoderKL(
        block_out_channels=(8, 8, 16, 16), norm_num_groups=4, layers_per_block=1, in_channels=3,
        out_channels=3, latent_channels=4, sample_size=64,
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
    ).eval()  # fmt: skip


def pndm(**more) -> PNDMScheduler:
    """The scheduler that SD 1.4 came with."""
    return PNDMScheduler(
        **NOISE, skip_prk_steps=True, steps_offset=1, set_alpha_to_one=False, **more
    )


def checker() -> StableDiffusionSafetyChecker:
    """A safety checker of random weights; see `blind` and `strict`."""
    size = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 4,
            "intermediate_size": 32}  # fmt: skip
    eyes = {**size, "image_size": 32, "patch_size": 8}
    return StableDiffusionSafetyChecker(
        CLIPConfig(text_config=size, vision_config=eyes, projection_dim=16)
    ).eval()


def strict(of: StableDiffusionSafetyChecker) -> StableDiffusionSafetyChecker:
    """One that finds everything unsafe."""
    of.concept_embeds_weights.data.fill_(-2.0)
    return of


def blind(of: StableDiffusionSafetyChecker) -> StableDiffusionSafetyChecker:
    """One that finds nothing unsafe."""
    of.concept_embeds_weights.data.fill_(2.0)
    of.special_care_embeds_weights.data.fill_(2.0)
    return of


def stable_diffusion(*, safety: StableDiffusionSafetyChecker | None = None, seed: int = 0,
                     v_prediction: bool = False) -> StableDiffusionPipeline:  # fmt: skip
    """SD 1.x in small; with `v_prediction` SD 2.x in small."""
    torch.manual_seed(seed)
    kind = {"prediction_type": "v_prediction"} if v_prediction else {}
    eyes = CLIPImageProcessor(size={"shortest_edge": 32}, crop_size=32) if safety else None
    return StableDiffusionPipeline(
        vae=vae(), text_encoder=CLIPTextModel(text_config()).eval(), tokenizer=tokenizer(),
        unet=unet(), scheduler=pndm(**kind), safety_checker=safety, feature_extractor=eyes,
        requires_safety_checker=safety is not None,
    )  # fmt: skip


def inpainting(seed: int = 0) -> StableDiffusionInpaintPipeline:
    """A model that is made for inpainting: its UNet takes nine channels."""
    torch.manual_seed(seed)
    return StableDiffusionInpaintPipeline(
        vae=vae(), text_encoder=CLIPTextModel(text_config()).eval(), tokenizer=tokenizer(),
        unet=unet(9), scheduler=pndm(), safety_checker=None, feature_extractor=None,
        requires_safety_checker=False,
    )  # fmt: skip


def xl(seed: int = 0) -> StableDiffusionXLPipeline:
    """SDXL in small: two text encoders, and conditions on sizes."""
    torch.manual_seed(seed)
    second = CLIPTextModelWithProjection(text_config()).eval()
    body = unet(cross_attention_dim=64, addition_embed_type="text_time",
                addition_time_embed_dim=8, projection_class_embeddings_input_dim=6 * 8 + 32,
                use_linear_projection=True)  # fmt: skip
    return StableDiffusionXLPipeline(
        vae=vae(), text_encoder=CLIPTextModel(text_config()).eval(), tokenizer=tokenizer(),
        text_encoder_2=second, tokenizer_2=tokenizer(), unet=body,
        scheduler=DPMSolverMultistepScheduler(**NOISE, steps_offset=1),
    )  # fmt: skip


def taesd(seed: int = 0) -> AutoencoderTiny:
    """The small decoder that previews are made with."""
    torch.manual_seed(seed)
    return AutoencoderTiny(
        encoder_block_out_channels=(8, 8, 8, 8), decoder_block_out_channels=(8, 8, 8, 8),
        num_encoder_blocks=(1, 1, 1, 1), num_decoder_blocks=(1, 1, 1, 1),
    ).eval()  # fmt: skip


def main(folder: Path) -> None:
    """Write one of each kind."""
    stable_diffusion().save_pretrained(folder / "sd1")
    stable_diffusion(v_prediction=True).save_pretrained(folder / "sd2")
    stable_diffusion(safety=blind(checker())).save_pretrained(folder / "safe")
    stable_diffusion(safety=strict(checker())).save_pretrained(folder / "strict")
    inpainting().save_pretrained(folder / "inpainting")
    xl().save_pretrained(folder / "xl")
    taesd().save_pretrained(folder / "taesd")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
