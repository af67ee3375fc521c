### Lettering in pictures, where a chat says it otherwise than a terminal.

chat-detector-extra = Text in pictures cannot be found here just now; please tell whoever runs this bot.
chat-detector-damaged = Text in pictures cannot be found here just now; please tell whoever runs this bot.
chat-detector-lost = Looking for text stopped unexpectedly; please try again.
chat-detector-failed = Text could not be looked for in this picture. Please try again; if it fails once more, tell whoever runs this bot.
