### 그림 속 글자: 채팅에서 터미널과 다르게 말하는 것.

chat-detector-extra = 지금은 여기에서 그림 속 글자를 찾을 수 없습니다. 봇 운영자에게 알려 주세요.
chat-detector-damaged = 지금은 여기에서 그림 속 글자를 찾을 수 없습니다. 봇 운영자에게 알려 주세요.
chat-detector-lost = 글자를 찾다가 갑자기 멈췄습니다. 다시 시도해 주세요.
chat-detector-failed = 이 그림에서는 글자를 찾지 못했습니다. 다른 그림으로 해 보세요.
