### Printing, as chats say it

chat-upscale-disk = There is not enough room for this order here just now; please try again later, or tell whoever runs this bot.
chat-upscaler-damaged = Pictures cannot be enlarged here just now; please tell whoever runs this bot.
chat-upscaler-extra = Pictures cannot be enlarged here just now; please tell whoever runs this bot.
chat-upscaler-file = Pictures cannot be enlarged here just now; please tell whoever runs this bot.
chat-upscaler-unkept = Pictures cannot be enlarged here just now; please tell whoever runs this bot.
chat-upscaler-failed = This picture could not be enlarged. Please try again; if it fails once more, tell whoever runs this bot.
chat-deed-printed = full cover for the printer

## What goes wrong, where nobody types commands

chat-print-target-needed = Choose first which printer or shop the cover is for.
chat-print-pages-needed = I need the number of pages: the spine is as thick as they are.
chat-print-shape = That size has other proportions than this cover, which is { $format }. Choose a size near it, or make the cover anew in that format.
chat-print-target = { $near ->
    [none] I know no printer or size “{ $asked }”. Choose one from the list, or type one such as kdp-6x9 or a5.
   *[other] I know no printer or size “{ $asked }”. Did you mean { $near }?
    }
