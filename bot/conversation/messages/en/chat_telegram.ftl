### What is said on Telegram only.

chat-telegram-look-private = I've written to you in our private chat.
chat-telegram-open-private = This is for you alone. Open a private chat with @{ $bot }, press Start, and then try again here.
chat-telegram-picture = A fine picture! To set your title on it, reply to it with /cover and the title.
chat-telegram-print = A PDF! To have it checked as a printer will, reply to it with /preflight and the printer, such as /preflight kdp-6x9.
chat-telegram-waiting = A blank cover where there is no picture yet
chat-telegram-soon = Your result is ready and comes right away.
chat-telegram-smaller = Telegram does not take all of these at full size, so this is a smaller one of: { $names }
chat-telegram-without = Telegram takes files of up to { $limit } MB, so these stay here: { $names }. Your cover is kept; a smaller format may fit.
chat-telegram-oops = Something went wrong on our side. Nothing of yours is lost; please try again.
