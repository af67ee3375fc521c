### /admin: 운영하는 사람의 명령.

chat-admin-title = 대기열
chat-admin-refused = 이 봇을 운영하는 분만 할 수 있습니다. 누구나 할 수 있는 일은 도움말 명령에 있습니다.
chat-admin-unknown = 다음 가운데 하나를 적어 주세요: { $actions }. 예: 차단 discord:123, 한도 telegram:123 500, 공지 오늘은 그림이 늦어집니다.
chat-admin-queue-name = 대기열
chat-admin-pause-name = 멈춤
chat-admin-resume-name = 재개
chat-admin-drain-name = 비우기
chat-admin-ban-name = 차단
chat-admin-unban-name = 차단해제
chat-admin-quota-name = 한도
chat-admin-broadcast-name = 공지
chat-admin-contact-name = 연락처
chat-admin-pause-button = 멈춤
chat-admin-resume-button = 재개
chat-admin-numbers = 작업 중 { $running }, 대기 { $waiting }, 보내는 중 { $undelivered }
chat-admin-paused = 대기열이 멈춰 있어 새 작업이 시작되지 않습니다.
chat-admin-line = { $who }의 { $what }: { $stands }. { $age } 전에 맡김
chat-admin-more = … 외 { $count }개
chat-admin-means = 평균 시간: { $means }
chat-admin-mean = { $what } { $time }
chat-admin-instant = 1초 미만
chat-admin-pause-done = 대기열을 멈췄습니다. 하던 작업은 끝까지 합니다.
chat-admin-resume-done = 작업이 다시 시작됩니다.
chat-admin-drain-done = 대기열을 멈췄습니다. { $running ->
    [0] 하고 있는 작업이 없으니 이제 꺼도 됩니다.
   *[other] 아직 { $running }개를 하고 있습니다. 끝날 때까지 다시 보기를 눌러 확인해 주세요.
    }
chat-admin-ban-done = { $account } 계정은 이제 작업을 맡기거나 무엇을 바꾸는 버튼을 누를 수 없습니다. 이미 맡긴 작업은 계속됩니다. “차단해제”로 되돌립니다.
chat-admin-unban-done = { $account } 계정이 다시 작업을 맡길 수 있습니다.
chat-admin-not-yourself = 본인 계정입니다. 차단은 다른 운영자만 할 수 있습니다.
chat-admin-account-needed = { $given ->
    [none] 누구인지 적어 주세요:
   *[other] “{ $given }” 계정을 찾을 수 없습니다. 이렇게 적어 주세요:
    } 멘션, discord:번호, telegram:번호. 텔레그램의 @이름은 찾을 수 없으니 번호로 적어 주세요.
chat-admin-megabytes-needed = { $given ->
    [none] 얼마인지 적어 주세요. 500 같은 메가바이트 수나 “기본”입니다.
   *[other] “{ $given }”은(는) 크기가 아닙니다. 500 같은 메가바이트 수나 “기본”을 적어 주세요.
    }
chat-admin-quota-done = { $account } 계정은 그림을 { $megabytes } MB까지 둘 수 있습니다.
chat-admin-quota-default = { $account } 계정의 한도가 모두와 같아졌습니다.
chat-admin-broadcast-done = 이제 모두에게 보입니다: “{ $line }”. { $chats ->
    [0] 지금 작업을 기다리는 채팅은 없습니다.
   *[other] 작업을 기다리는 채팅 { $chats }곳에도 한 번 알립니다.
    } 글 없이 “공지”라고 하면 거둡니다.
chat-admin-line-gone = 공지를 거두었습니다.
chat-admin-contact-done = 이제 도움말에 { $contact } 연락처가 나옵니다. 글 없이 “연락처”라고 하면 뺍니다.
chat-admin-contact-gone = 도움말에서 연락처를 뺐습니다.
