### 서비스: 봇을 돌리는 명령과 그 설정.

help-bot = 토큰이 있는 곳(디스코드, 텔레그램)에 접속하고 대기열을 돌립니다. SIGTERM이나 Ctrl-C로 끝내면 하던 일은 마치거나 되돌려 놓아 아무것도 잃지 않습니다.
help-bot-short = 디스코드와 텔레그램 봇을 돌립니다.
help-bot-epilog =
    설정은 환경 변수로 하고, 토큰은 …_FILE이 가리키는 파일에 두어도 됩니다:

      DISCORD_TOKEN             디스코드 봇의 토큰
      TELEGRAM_TOKEN            @BotFather가 준 토큰
      ARTICOVER_ADMINS          /admin을 쓸 사람: discord:ID telegram:ID discord-role:ID
      DISCORD_API_BASE, DISCORD_GATEWAY_URL, TELEGRAM_API_BASE
                                프록시나 직접 운영하는 Bot API 서버 같은 다른 서버
      TELEGRAM_WEBHOOK_URL, TELEGRAM_WEBHOOK_SECRET
                                묻는 대신 텔레그램이 이 주소로 보내게 합니다.
                                어디서 받을지는 TELEGRAM_WEBHOOK_HOST와 _PORT로 정합니다
      PUBLIC_URL                채팅에 올릴 수 없는 큰 파일을 내려받을 페이지의 주소
      ARTICOVER_DATA 등         articover work --help 참고
bot-begun = 봇이 { $platforms }에서 돌고 있으며 대기열을 처리합니다. Ctrl-C나 SIGTERM으로 끝냅니다.
bot-ended = 봇이 끝났습니다. 잃은 것은 없습니다.
token-missing = 아직 토큰이 없습니다. DISCORD_TOKEN이나 TELEGRAM_TOKEN(또는 DISCORD_TOKEN_FILE, TELEGRAM_TOKEN_FILE)을 설정하고 다시 시작해 주세요.
setting-file = { $name }: 파일 { $path }을(를) 읽을 수 없습니다({ $reason }). 이름과 읽기 권한을 확인해 주세요.
setting-address = { $name }이(가) 주소가 아닙니다. 다음 중 하나로 시작하는 주소를 적어 주세요: { $schemes }.
setting-address-telegram = { $name }의 “{ $host }”로 가는 버튼은 텔레그램이 받지 않아 결과를 보낼 수 없습니다. https://covers.example처럼 사람들의 브라우저에서 열리는 주소를 적거나 지워 주세요. 지우면 링크 없이 보냅니다.
setting-secret = { $name }이(가) 없거나 영문자, 숫자, _, - 밖의 문자가 있습니다. 이 문자로 1~256자를 적어 주세요.
setting-secret-short = { $name }이(가) 링크에 서명하기에 너무 짧습니다. { $least }자 이상으로 정하거나, 지워 두면 하나를 만들어 보관합니다.
setting-admins = ARTICOVER_ADMINS: “{ $value }”을(를) 이해할 수 없습니다. discord:ID, telegram:ID, discord-role:ID를 띄어 적어 주세요.
