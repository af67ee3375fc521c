"""Discord: translates between the platform and the conversation."""
