### /forget and /export: all that is kept about a person.

chat-forget-title = Remove everything?
chat-forget-will = This goes for good: { $covers ->
    [0] no covers
    [one] one cover
   *[other] { $covers } covers
    } with { $versions ->
    [one] one version
   *[other] { $versions } versions
    }, { $jobs ->
    [one] one order
   *[other] { $jobs } orders
    }, your settings and drafts, and { $megabytes } MB of pictures. Orders that are waiting or running end.
chat-forget-stays = Messages in your chats stay until you delete them, but their buttons lead nowhere. Copies that others made of your covers are theirs and stay.
chat-forget-first = { $export } gives you all of it as a file first.
chat-forget-sure = Yes, remove it all
chat-forget-keep = Keep everything
chat-forget-kept = Nothing was removed.
chat-forget-done = Removed: { $covers ->
    [one] one cover
   *[other] { $covers } covers
    }, { $versions ->
    [one] one version
   *[other] { $versions } versions
    }, { $jobs ->
    [one] one order
   *[other] { $jobs } orders
    }, { $pictures ->
    [one] one picture
   *[other] { $pictures } pictures
    } ({ $megabytes } MB), your settings and drafts.
chat-forget-again = Thank you for having been here. { $cover } would begin anew.
chat-export-title = All that is kept about you
chat-export-holds = In the zip file: your account and settings, { $covers ->
    [one] one cover
   *[other] { $covers } covers
    } with { $versions ->
    [one] one version
   *[other] { $versions } versions
    } as data, and { $jobs ->
    [one] one order
   *[other] { $jobs } orders
    }.
chat-export-pictures = With your pictures it has { $megabytes } MB. Where that is more than this chat takes, it comes without them.
chat-export-too-large = Your pictures ({ $megabytes } MB) are more than a chat takes, so they are not in it. Open a cover and choose its print files to save its picture.
chat-export-readme = README.txt in it says what is what.
