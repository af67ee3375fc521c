### What went wrong, where a chat says it otherwise than a terminal.

chat-genre-unknown = I do not know the genre “{ $asked }”.{ $near ->
    [none] {" "}/styles shows all of them, or leave it out.
   *[other] {" "}Did you mean { $near }?
    }
chat-style-unknown = I do not know the style “{ $asked }”.{ $near ->
    [none] {" "}/styles shows all of them.
   *[other] {" "}Did you mean { $near }?
    }
chat-lettering-no-face = No typeface here can draw { $characters }. Please replace those characters.
chat-cover-missing = This cover is not there any more; it may have been deleted. /history shows all of yours.
chat-cover-not-yours = This cover is somebody else's, and only they can do that.
chat-job-missing = There is no such order. /status shows yours.
chat-job-not-yours = This order is somebody else's, and only they can cancel it.
chat-job-not-queued = This order is not waiting any more.
chat-job-not-held = This order was taken back in the meantime; its result was not used.
chat-job-not-done = This order has no result yet. /status shows how it stands.
chat-job-ended = This order has ended already, so there is nothing to cancel.
chat-queue-full-person = You have { $limit } orders under way already. Please wait for one to end, or take one back: /status shows them.
chat-quota-full = Your pictures take { $used_mb } of the { $limit_mb } MB that you may have. Please delete a cover that you need no more: /history shows them, and each has a button for that.
chat-work-lost = This order ended the program that worked on it { $attempts } times, so it was given up. Please tell whoever runs this bot.
chat-work-crashed = The program that worked on this order ended unexpectedly.
chat-work-library = Something that this needs is missing here just now; please tell whoever runs this bot.
chat-work-failed = This did not work because of a mistake in ArtiCover ({ $kind }). Please tell whoever runs this bot; trying another style or text may help.
chat-storage-unavailable = I cannot store anything just now, so nothing was taken on. Please try again in a while.
chat-storage-busy = Too much is going on just now, so nothing was taken on. Please try again.
chat-storage-full = There is no room left where I keep covers, so nothing was taken on. Please tell whoever runs this bot, and try again later.
chat-storage-stalled = I cannot store anything just now. Your order is kept, and goes on as soon as I can.
chat-storage-read-only = I cannot store anything here. Please tell whoever runs this bot.
chat-storage-damaged = I cannot read what I kept. Please tell whoever runs this bot.
chat-storage-url = I cannot find where covers are kept. Please tell whoever runs this bot.
chat-storage-behind = I am being brought up to date. Please try again in a while.
chat-storage-ahead = I am being brought up to date. Please try again in a while.
chat-blob-missing = A picture of this cover cannot be found. Please tell whoever runs this bot; other versions can be used meanwhile.
chat-blob-damaged = A picture of this cover cannot be read. Please tell whoever runs this bot; other versions can be used meanwhile.
chat-output-exists = The file could not be made. Please try again.
chat-output-no-space = There is no room left for the file just now. Please tell whoever runs this bot, and try again later.
chat-output-not-writable = The file could not be made here. Please tell whoever runs this bot.
chat-output-not-a-folder = The file could not be made here. Please tell whoever runs this bot.
chat-output-is-a-folder = The file could not be made here. Please tell whoever runs this bot.
chat-output-name-too-long = The file could not be made here. Please tell whoever runs this bot.
chat-output-failed = The file could not be made. Please try again.
