"""What the bot says and when: platform-free, in English and Korean."""
