### What every room of the chats says.

chat-button-cancel = Cancel
chat-button-change = Change
chat-button-make = Make it
chat-button-discard = No, thanks
