### /history: 내 표지를 한 쪽씩.

chat-history-title = 내 표지
chat-history-line = { $number }. 《{ $title }》 · { $versions ->
    [0] 아직 그린 것이 없음
   *[other] 판 { $versions }개
    } · { $date }
chat-history-open = 번호를 누르면 그 표지와 버튼이 열립니다.
chat-history-empty = 아직 표지가 없습니다. { $cover } 명령으로 첫 표지를 만들어 보세요. 제목만 있어도 되고, 어떤 책인지 몇 마디 적으면 더 잘 어울립니다.
chat-history-all-versions = 모든 판 보기 …
chat-history-versions = 판 { $versions }개
chat-history-newest = 맨 앞으로
chat-history-older = 이전 표지
chat-history-alt = { $number }번: 《{ $title }》 표지
chat-screen-of-another = 다른 분의 화면입니다. 같은 명령을 쓰시면 내 것이 보입니다.
