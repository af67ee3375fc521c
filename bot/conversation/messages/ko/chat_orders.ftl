### /status와 /cancel: 내 작업.

chat-status-title = 내 작업
chat-status-none = 지금 만들고 있는 것이 없습니다. { $cover } 명령으로 표지를 만들 수 있습니다.
chat-status-line = { $number }. { $order }: { $stands }
chat-status-more = 이 뒤로 { $count }개가 더 기다립니다. 어느 것이든 { $cancel } 명령으로 취소할 수 있습니다.
chat-status-ended = 지난 작업은 이렇게 되었습니다.
chat-look-again = 다시 보기
chat-history-button = 내 표지
chat-cancel-button = { $number }번 취소
chat-open-button = { $number }번 열기
chat-order-name = { $title ->
    [none] 삭제한 표지의 { $what }
   *[other] 《{ $title }》 { $what }
    }
chat-order-paused = 대기. 지금은 새 작업이 시작되지 않습니다
chat-order-step = { $step }, { $total }단계 중 { $done }단계 마침{ $eta ->
    [none] {""}
   *[other] , { $eta }쯤 남음
    }
chat-order-failed = 만들지 못했습니다. { $reason }
chat-order-sent-later = 완료. 아직 보내지 못해 다시 보내겠습니다
chat-order-kept = 전하지 못해 기록에 보관했습니다. { $why ->
    [delivery-gone] 답할 채팅이나 메시지가 없어졌거나 봇이 그곳에 쓸 수 없습니다
    [delivery-refused] 채팅에서 받아 주지 않았습니다
   *[other] 채팅에 닿지 않았습니다
    }
chat-order-not-kept = 전하지 못했습니다. { $why ->
    [delivery-gone] 답할 채팅이나 메시지가 없어졌거나 봇이 그곳에 쓸 수 없습니다
    [delivery-refused] 채팅에서 받아 주지 않았습니다
   *[other] 채팅에 닿지 않았습니다
    }. 표지는 그대로 있으니 표지에서 다시 주문해 주세요.
chat-cancelled = 취소했습니다: { $order }. 다른 것은 그대로입니다.
chat-cancelled-all = { $count ->
    [0] 취소할 것이 없었습니다. 이미 모두 끝난 작업입니다.
   *[other] 작업 { $count }개를 취소했습니다.
    }
chat-cancel-nothing = 취소할 것이 없습니다. 기다리거나 하고 있는 작업이 없습니다. 지난 작업은 { $status }에서 볼 수 있고, { $cover } 명령으로 표지를 만들 수 있습니다.
chat-cancel-talk = 네, 그만 여쭙겠습니다. { $cover } 명령으로 새로 시작할 수 있습니다. 맡기신 작업은 계속되고, { $status }에서 볼 수 있습니다.
chat-cancel-which = 어느 작업을 취소할까요?
chat-line = ⚠ { $line }
