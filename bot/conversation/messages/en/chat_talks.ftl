### Questions one after another.

chat-talk-greeting = Hello! I make book covers. Tell me about your book, its title and what happens in it, or press the button and I ask you. { $help } shows the rest.

chat-talk-hello = { $count ->
    [one] Just one question.
   *[other] { $count } short questions.
    } Tap a button or type your answer; /cancel stops.
chat-talk-step = Question { $number } of { $total }
chat-talk-reply = Please reply to this message with your answer.
chat-talk-keep = Keep: { $value }
chat-talk-skip = Skip
chat-talk-empty = Leave empty
chat-talk-back = Back
chat-talk-more = More…
chat-talk-done = That is all
chat-talk-cancel = Cancel
chat-talk-go = Do it
chat-talk-everything = Is this right?
chat-talk-stopped = Stopped; nothing was ordered. { $cover } begins a new cover.
chat-talk-over = This question is not open any more, or it is somebody else's. { $cover } begins a new cover.
chat-talk-answered = You have answered this already. The open question is further down.
