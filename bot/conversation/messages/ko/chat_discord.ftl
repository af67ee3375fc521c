### 디스코드에서만 하는 말.

discord-open-form = 양식 열기
discord-form-waits = 먼저 몇 가지를 여쭙겠습니다. 버튼을 누르면 열립니다.
discord-trouble = 봇에 문제가 생겨 기록해 두었습니다. 지금까지의 것은 그대로 있습니다. 잠시 뒤에 다시 해 보세요.
discord-coming = 주문하신 작업의 결과를 곧 여기에 올립니다.
discord-smaller = { $count ->
   *[other] { $files }: 이 채팅에 올리기에는 커서 작게 줄였습니다.
}
discord-too-large = { $count ->
   *[other] { $files }: 이 채팅에 올리기에는 너무 큽니다. 모두 /기록에 남아 있습니다.
}
discord-no-poll = 여기서는 투표를 시작할 권한이 없습니다. 서버 관리자가 '투표 만들기' 권한을 주면 됩니다.
