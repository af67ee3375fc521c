### /forget와 /export: 나에 관해 보관한 모든 것.

chat-forget-title = 모두 지울까요?
chat-forget-will = 완전히 삭제됩니다: { $covers ->
    [0] 표지 없음
   *[other] 표지 { $covers }개
    }, 판 { $versions }개, 작업 { $jobs }개, 설정과 임시 의뢰서, 그림 { $megabytes } MB. 기다리거나 하고 있는 작업은 끝납니다.
chat-forget-stays = 채팅의 메시지는 직접 지우실 때까지 남지만 버튼은 더 쓸 수 없습니다. 다른 분이 복사해 간 표지는 그분의 것이라 남습니다.
chat-forget-first = 먼저 { $export } 명령으로 모두 파일로 받을 수 있습니다.
chat-forget-sure = 네, 모두 지웁니다
chat-forget-keep = 그대로 둡니다
chat-forget-kept = 아무것도 지우지 않았습니다.
chat-forget-done = 지웠습니다: 표지 { $covers }개, 판 { $versions }개, 작업 { $jobs }개, 그림 { $pictures }개({ $megabytes } MB), 설정과 임시 의뢰서.
chat-forget-again = 함께해 주셔서 고맙습니다. { $cover } 명령으로 언제든 새로 시작할 수 있습니다.
chat-export-title = 나에 관해 보관한 모든 것
chat-export-holds = zip 파일에 든 것: 계정과 설정, 표지 { $covers }개와 판 { $versions }개의 데이터, 작업 { $jobs }개.
chat-export-pictures = 그림까지 넣으면 { $megabytes } MB입니다. 이 채팅에서 받을 수 있는 크기를 넘으면 그림 없이 보냅니다.
chat-export-too-large = 그림({ $megabytes } MB)은 채팅에서 받을 수 있는 크기를 넘어 넣지 않았습니다. 표지를 열고 인쇄 파일을 고르면 그림을 저장할 수 있습니다.
chat-export-readme = 무엇이 무엇인지는 파일 안의 README.txt에 있습니다.
