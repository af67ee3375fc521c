"""Telegram: translates between the platform and the conversation."""
