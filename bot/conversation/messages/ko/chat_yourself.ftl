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
chat-export-pictures = { $pictures ->
    [0] 그림은 없습니다
   *[other] 그림 { $pictures }장은 JPEG 파일입니다
    }(모두 { $megabytes } MB).
chat-export-missing = 그림 { $missing }장은 읽을 수 없었습니다. 빠진 것은 zip 파일 안의 글에 적혀 있습니다.
chat-export-later = { $versions ->
    [0] 아직 보내지 않은 것: 완성되지 않은 표지를 위해 주신 그림.
   *[other] 아직 보내지 않은 것: 표지 { $covers }개에 있는 판 { $versions }개의 그림.
    } 버튼을 누르면 이어서 보냅니다.
chat-export-more = 다음 묶음
chat-export-part = 나에 관해 보관한 모든 것, { $number }번째 묶음
chat-export-again = 여기까지 보낸 표지가 지워졌습니다. { $export } 명령으로 첫 묶음부터 다시 받으세요.
chat-export-readme = 무엇이 무엇인지는 파일 안의 README-1.txt에 있습니다. 묶음이 여럿이면 한 폴더에 풀어 주세요.
