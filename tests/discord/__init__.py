"""The Discord front end: a strict loopback Discord, and the bot against it."""
