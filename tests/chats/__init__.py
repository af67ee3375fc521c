"""The whole bot as one process, on Discord and Telegram at once."""
