### Printing, as chats say it

chat-deed-printed = full cover for the printer
