### /admin: for whoever runs the place.

chat-admin-title = The queue
chat-admin-refused = Only whoever runs this bot can do that. The command help shows what everybody can do.
chat-admin-unknown = Please name one of: { $actions }. For example: ban discord:123, quota telegram:123 500, broadcast Drawing takes longer today.
chat-admin-queue-name = queue
chat-admin-pause-name = pause
chat-admin-resume-name = resume
chat-admin-drain-name = drain
chat-admin-ban-name = ban
chat-admin-unban-name = unban
chat-admin-quota-name = quota
chat-admin-broadcast-name = broadcast
chat-admin-contact-name = contact
chat-admin-pause-button = Pause
chat-admin-resume-button = Resume
chat-admin-numbers = { $running } at work, { $waiting } waiting, { $undelivered } on the way to people
chat-admin-paused = The queue is paused: nothing further starts.
chat-admin-line = { $what } for { $who }: { $stands }; ordered { $age } ago
chat-admin-more = … and { $count } more
chat-admin-means = On average: { $means }
chat-admin-mean = { $what } { $time }
chat-admin-instant = under a second
chat-admin-pause-done = The queue is paused. What runs is finished.
chat-admin-resume-done = Orders start again.
chat-admin-drain-done = The queue is paused. { $running ->
    [0] Nothing runs any more: it can be stopped now.
    [one] One order still runs; look again until it has ended.
   *[other] { $running } orders still run; look again until they have ended.
    }
chat-admin-ban-done = { $account } may order nothing and press no button that changes something. What was ordered before goes on. “unban” takes it back.
chat-admin-unban-done = { $account } may order again.
chat-admin-not-yourself = That is you. Somebody else would have to ban you.
chat-admin-account-needed = { $given ->
    [none] Whom is it about? Please give
   *[other] “{ $given }” is no account that I can find. Please give
    } a mention, discord:ID or telegram:ID. Names with @ cannot be looked up on Telegram; the number can.
chat-admin-megabytes-needed = { $given ->
    [none] How much? Please give megabytes such as 500, or “default”.
   *[other] “{ $given }” is no size. Please give megabytes such as 500, or “default”.
    }
chat-admin-quota-done = { $account } may keep { $megabytes } MB of pictures.
chat-admin-quota-default = { $account } may keep as much as everybody.
chat-admin-broadcast-done = Everybody reads from now on: “{ $line }”. { $chats ->
    [0] No chat waits for an order just now.
    [one] It is said once in the one chat that waits for an order.
   *[other] It is said once in { $chats } chats that wait for orders.
    } “broadcast” without words takes it away.
chat-admin-line-gone = The line is gone; nothing is announced any more.
chat-admin-contact-done = Help names { $contact } now. “contact” without words takes it away.
chat-admin-contact-gone = Help names nobody any more.
