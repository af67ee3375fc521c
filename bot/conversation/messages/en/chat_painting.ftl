### The model that paints, where a chat says it otherwise than a terminal.

chat-painter-memory = A picture of { $width } × { $height } pixels is too large for the painting model here. Please choose another format, or the illustrator.
chat-model-missing = The painting model is not ready here; the illustrator draws meanwhile.
chat-model-damaged = The painting model cannot be used just now; the illustrator draws meanwhile.
chat-model-extra = The painting model is not installed here; the illustrator draws.
chat-adapter-missing = The manner “{ $name }” is not there any more; please order the cover again.
