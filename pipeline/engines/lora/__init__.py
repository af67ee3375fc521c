"""LoRA files, read and judged by the standard library alone, before any tensor library sees them."""
