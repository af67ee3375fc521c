### What only Discord's front end says.

discord-open-form = Open the form
discord-form-waits = A few questions first. The button opens them.
discord-trouble = Something went wrong on my side, and I have taken note of it. Nothing of yours is lost. Please try again in a moment.
discord-coming = The answer to your order will be here in a moment.
discord-smaller = { $count ->
    [one] { $files } was too large for this chat, so it is smaller here.
   *[other] { $files } were too large for this chat, so they are smaller here.
}
discord-too-large = { $count ->
    [one] { $files } is too large for this chat. Everything is kept in /history.
   *[other] { $files } are too large for this chat. Everything is kept in /history.
}
discord-no-poll = I may not start polls here. Whoever runs this server can allow me "Create Polls".
