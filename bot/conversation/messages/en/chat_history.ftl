### /history: a person's covers, page by page.

chat-history-title = Your covers
chat-history-line = { $number }. “{ $title }” · { $versions ->
    [0] nothing drawn yet
    [one] one version
   *[other] { $versions } versions
    } · { $date }
chat-history-open = A number opens the cover with its buttons.
chat-history-empty = You have no covers yet. { $cover } makes the first one: a title is enough, a few words about the book make it yours.
chat-history-all-versions = All versions of …
chat-history-versions = { $versions ->
    [one] one version
   *[other] { $versions } versions
    }
chat-history-newest = Newest
chat-history-older = Older
chat-history-alt = { $number }: the cover of “{ $title }”
chat-screen-of-another = This is somebody else's own page. The same command shows you yours.
