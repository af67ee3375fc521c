"""One module for each part of the conversation; `bot.conversation.desk` finds them here."""
