### 인쇄, 채팅에서 하는 말

chat-upscale-disk = 지금은 공간이 부족해서 이 작업을 할 수 없습니다. 나중에 다시 시도하거나 이 봇의 관리자에게 알려 주세요.
chat-upscaler-damaged = 지금은 여기서 그림을 키울 수 없습니다. 이 봇의 관리자에게 알려 주세요.
chat-upscaler-extra = 지금은 여기서 그림을 키울 수 없습니다. 이 봇의 관리자에게 알려 주세요.
chat-upscaler-file = 지금은 여기서 그림을 키울 수 없습니다. 이 봇의 관리자에게 알려 주세요.
chat-upscaler-unkept = 지금은 여기서 그림을 키울 수 없습니다. 이 봇의 관리자에게 알려 주세요.
chat-upscaler-failed = 그림을 키우지 못했습니다. 다시 시도해 보시고, 또 안 되면 이 봇의 관리자에게 알려 주세요.
chat-deed-printed = 인쇄소용 전체 표지

## 명령을 쓰지 않는 곳에서의 문제

chat-print-target-needed = 어느 인쇄소나 서점에 낼 표지인지 먼저 골라 주세요.
chat-print-pages-needed = 쪽수를 알려 주세요. 책등 두께가 쪽수로 정해집니다.
chat-print-shape = 그 판형은 이 표지({ $format })와 비율이 다릅니다. 비율이 비슷한 판형을 고르거나, 그 판형으로 표지를 새로 만들어 주세요.
chat-print-target = { $near ->
    [none] “{ $asked }”에 맞는 인쇄소나 판형을 찾지 못했습니다. 목록에서 고르거나 부크크 신국판, kdp-6x9처럼 적어 주세요.
   *[other] “{ $asked }”에 맞는 인쇄소나 판형을 찾지 못했습니다. 혹시 이것인가요? { $near }
    }
