"""The commands of `articover`, one module each."""
