### 인쇄소와 판형: 채팅에서 하는 말

chat-print-target = “{ $asked }”(이)라는 인쇄소나 판형은 모르겠습니다.{ $near ->
    [none] {" "}KDP 6x9, 부크크 신국판, A5처럼 적어 주세요.
   *[other] {" "}혹시 이것인가요? { $near }
    }
