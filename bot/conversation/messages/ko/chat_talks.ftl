### 차례로 묻기.

chat-talk-greeting = 안녕하세요! 저는 책 표지를 만듭니다. 제목과 줄거리를 적어 보내 주시거나, 버튼을 누르시면 하나씩 여쭙겠습니다. 다른 기능은 { $help } 명령에 있습니다.

chat-talk-hello = { $count ->
    [one] 한 가지만 여쭙겠습니다.
   *[other] 짧은 질문 { $count }가지를 여쭙겠습니다.
    } 버튼을 누르거나 답을 적어 주세요. /cancel로 그만둘 수 있습니다.
chat-talk-step = { $total }가지 중 { $number }번째 질문
chat-talk-reply = 이 메시지에 답장으로 적어 주세요.
chat-talk-keep = 그대로: { $value }
chat-talk-skip = 건너뛰기
chat-talk-empty = 비우기
chat-talk-back = 뒤로
chat-talk-more = 더 보기…
chat-talk-done = 이만하면 됐어요
chat-talk-cancel = 그만두기
chat-talk-go = 이대로 하기
chat-talk-everything = 이대로 할까요?
chat-talk-stopped = 그만두었습니다. 맡긴 작업은 없습니다. { $cover } 명령으로 새 표지를 시작할 수 있어요.
chat-talk-over = 이미 끝난 질문이거나 다른 분의 질문입니다. { $cover } 명령으로 새 표지를 시작할 수 있어요.
chat-talk-answered = 이미 답하신 질문입니다. 지금 질문은 더 아래에 있습니다.
