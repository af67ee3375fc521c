### The service: the command that runs the bot, and its settings.

help-bot = Be on Discord and Telegram, wherever there is a token, and run the queue. SIGTERM or Ctrl-C ends it: what runs is finished, or handed back so that nothing is lost.
help-bot-short = Run the bot on Discord and Telegram.
help-bot-epilog =
    Settings are environment variables; a token may be in a file named by …_FILE instead:

      DISCORD_TOKEN             the token of your Discord bot
      TELEGRAM_TOKEN            the token that @BotFather gave you
      ARTICOVER_ADMINS          who may use /admin: discord:ID telegram:ID discord-role:ID
      DISCORD_API_BASE, DISCORD_GATEWAY_URL, TELEGRAM_API_BASE
                                other servers, such as a proxy or a Bot API server of your own
      TELEGRAM_WEBHOOK_URL, TELEGRAM_WEBHOOK_SECRET
                                let Telegram send to this address instead of being asked;
                                TELEGRAM_WEBHOOK_HOST and _PORT say where we listen
      PUBLIC_URL                where people reach the page for files that a chat does not take
      ARTICOVER_DATA and others see articover work --help
bot-begun = The bot runs for { $platforms } now, and works on the queue. Ctrl-C or SIGTERM ends it.
bot-ended = The bot has ended; nothing was lost.
token-missing = There is no token yet. Please set DISCORD_TOKEN or TELEGRAM_TOKEN (or DISCORD_TOKEN_FILE, TELEGRAM_TOKEN_FILE) and start again.
setting-file = { $name }: the file { $path } cannot be read ({ $reason }). Please check its name and who may read it.
setting-address = { $name } is no address. Please give one that begins with one of: { $schemes }.
setting-address-telegram = { $name } names “{ $host }”, and Telegram takes no button that leads there, so that no result would arrive. Please give the address that people’s browsers reach, such as https://covers.example, or take it away: then there are no links.
setting-secret = { $name } is missing or has other characters than letters, digits, _ and -. Please give 1 to 256 of them.
setting-secret-short = { $name } is too short to sign links with. Please give at least { $least } characters, or take it away: then one is made and kept.
setting-admins = ARTICOVER_ADMINS: “{ $value }” is not understood. Please write discord:ID, telegram:ID or discord-role:ID, with spaces between them.
