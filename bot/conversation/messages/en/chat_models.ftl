### Models and adapters, where a chat says it otherwise than a terminal.

chat-adapters-damaged = The catalogue of manners cannot be read just now. Please tell whoever runs this place, or let the illustrator draw.
chat-adapters-newer = The catalogue of manners cannot be read just now. Please tell whoever runs this place, or let the illustrator draw.
chat-adapter-gone = The manner “{ $name }” has lost its file. Please tell whoever runs this place, or choose another one.
