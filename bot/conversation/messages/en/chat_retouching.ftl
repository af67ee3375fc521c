### Lettering in pictures, where a chat says it otherwise than a terminal.

chat-detector-extra = Lettering in pictures cannot be found here just now; please tell whoever runs this bot.
chat-detector-damaged = Lettering in pictures cannot be found here just now; please tell whoever runs this bot.
chat-detector-lost = Looking for lettering stopped unexpectedly; please try again.
chat-detector-failed = Lettering could not be looked for in this picture; please try another one.
