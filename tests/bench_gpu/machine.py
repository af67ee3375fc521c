"""The machine: its name, how fast it multiplies matrices, and how much memory was taken."""

import gc
import resource
import time

import torch

TERA = 1e12
_ROUNDS = 5


def name_of(device: torch.device) -> str:
    """What the card is called."""
    return torch.cuda.get_device_name(device) if device.type == "cuda" else device.type


def settle(device: torch.device) -> None:
    """Wait until the device has nothing to do."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def product_rate(device: torch.device, dtype: torch.dtype) -> float:
    """Operations a second of large matrix products: the best of a few rounds, and of three sizes."""
    sides = (4096, 8192, 12288) if device.type == "cuda" else (1024, 2048)
    return max(_rate(device, dtype, side) for side in sides)


def _rate(device: torch.device, dtype: torch.dtype, side: int) -> float:
    left, right = (torch.randn(side, side, device=device).to(dtype) for _ in range(2))
    repeats = 20 if device.type == "cuda" else 1
    out = torch.empty_like(left)
    best = float("inf")
    for _ in range(_ROUNDS + 1):  # the first one warms up; noise only ever adds
        settle(device)
        began = time.perf_counter()
        for _ in range(repeats):
            torch.matmul(left, right, out=out)
        settle(device)
        best = min(best, (time.perf_counter() - began) / repeats)
    return 2 * side**3 / best


def forget(device: torch.device) -> None:
    """Give back what nobody holds any more, and begin to watch the memory anew."""
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats(device)


def peak_gb(device: torch.device) -> float:
    """The most memory since `forget`, in GB: the card's, or without one the process's ever."""
    if device.type == "cuda":
        return torch.cuda.max_memory_allocated(device) / 1e9
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
