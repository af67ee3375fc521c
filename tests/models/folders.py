"""Models on the disk that are whole as far as anybody can tell without loading them."""

import json

COMMIT = "0123456789" * 4
PARTS = {
    "unet": ["diffusers", "UNet2DConditionModel"],
    "vae": ["diffusers", "AutoencoderKL"],
    "text_encoder": ["transformers", "CLIPTextModel"],
    "tokenizer": ["transformers", "CLIPTokenizer"],
    "scheduler": ["diffusers", "PNDMScheduler"],
    "feature_extractor": ["transformers", "CLIPImageProcessor"],
    "safety_checker": ["stable_diffusion", "StableDiffusionSafetyChecker"],
}


def tensors():
    """A safetensors file of one number: its header, and four bytes."""
    header = json.dumps({"x": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}).encode()
    return len(header).to_bytes(8, "little") + header + b"\0\0\0\0"


def network(folder, config, name="diffusion_pytorch_model"):
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps(config))
    (folder / f"{name}.fp16.safetensors").write_bytes(tensors())


def pipeline(folder, *, features=768, checker=True, kind="StableDiffusionPipeline"):
    """A model of the family whose text embeddings are `features` wide."""
    parts = {name: told for name, told in PARTS.items() if checker or name != "safety_checker"}
    unet = {"_class_name": "UNet2DConditionModel", "cross_attention_dim": features,
            "sample_size": 64, "in_channels": 4}  # fmt: skip
    network(folder / "unet", unet)
    network(folder / "vae", {})
    network(folder / "text_encoder", {}, "model")
    if checker:
        network(folder / "safety_checker", {}, "model")
    for name, file in (("tokenizer", "vocab.json"), ("scheduler", "scheduler_config.json"),
                       ("feature_extractor", "preprocessor_config.json")):  # fmt: skip
        (folder / name).mkdir()
        (folder / name / file).write_text("{}")
    (folder / "model_index.json").write_text(json.dumps({"_class_name": kind} | parts))
    return folder


def snapshot(models, repository, revision="main", commit=COMMIT):
    """The folder that a repository's files would be pulled to, and what points there."""
    place = models / "hub" / f"models--{repository.replace('/', '--')}"
    ref = place / "refs" / revision
    ref.parent.mkdir(parents=True, exist_ok=True)
    ref.write_text(commit)
    return place / "snapshots" / commit


def pulled(models, repository, **more):
    """A model as a pull leaves it."""
    return pipeline(snapshot(models, repository), **more)


def decoder(models, repository="madebyollin/taesd"):
    """The small decoder as a pull leaves it."""
    network(snapshot(models, repository), {"_class_name": "AutoencoderTiny"})
