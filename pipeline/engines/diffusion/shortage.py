"""Too little memory on the card, and what becomes of the card itself, told from other errors."""

import gc
import re

import torch

_FAILED = re.compile("(CUBLAS|CUDNN)_STATUS_(EXECUTION_FAILED|INTERNAL_ERROR|MAPPING_ERROR)")
"""What libraries on a card say when a kernel failed, theirs or any before it."""
_ALLOCATING = ("ALLOC_FAILED", "out of memory", "can't allocate memory")
"""What libraries that allocate by themselves (cuBLAS, cuDNN) say instead, and the processor."""


def is_shortage(error: BaseException) -> bool:
    """Whether an error says that there was too little memory."""
    if isinstance(error, torch.OutOfMemoryError):
        return True
    return isinstance(error, RuntimeError) and any(word in str(error) for word in _ALLOCATING)


def is_fatal(error: BaseException) -> bool:
    """Whether the card or its driver failed: nothing runs on it in this process any more."""
    if is_shortage(error) or not isinstance(error, RuntimeError):
        return False
    return isinstance(error, torch.AcceleratorError) or bool(_FAILED.search(str(error)))


def give_back(device: torch.device) -> None:
    """Give memory back that is held for later. Call it when the error is let go: it holds frames."""
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
