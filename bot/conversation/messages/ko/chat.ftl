### 채팅 어디서나 하는 말.

chat-button-cancel = 취소
chat-button-change = 고치기
chat-button-make = 만들기
chat-button-discard = 아니요
