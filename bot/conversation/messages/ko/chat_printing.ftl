### 인쇄, 채팅에서 하는 말

chat-deed-printed = 인쇄소용 전체 표지
