### LoRA adapters, where a chat says it otherwise than a terminal.

chat-adapter-pickle = The manner “{ $name }” cannot be used as it is; whoever runs this place can convert its file. Please choose another meanwhile.
