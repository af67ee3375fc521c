### The model that letters words into pictures, where a chat says it otherwise than a terminal.

chat-writer-missing = The model that letters words into pictures is not ready here; the typesetter can do it.
chat-writer-damaged = The model that letters words into pictures cannot be used just now; the typesetter can do it.
chat-writer-checkpoint = The model that letters words into pictures is not ready here; the typesetter can do it.
chat-writer-tokenizer = The model that letters words into pictures cannot be used just now; the typesetter can do it.
