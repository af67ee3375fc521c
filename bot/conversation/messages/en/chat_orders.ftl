### /status and /cancel: a person's orders.

chat-status-title = Your orders
chat-status-none = Nothing is being made for you just now. { $cover } makes a cover.
chat-status-line = { $number }. { $order }: { $stands }
chat-status-more = { $count ->
    [one] One more is waiting
   *[other] { $count } more are waiting
    } behind these; { $cancel } can take any of them back.
chat-status-ended = What became of the last ones:
chat-look-again = Look again
chat-history-button = My covers
chat-cancel-button = Cancel { $number }
chat-open-button = Open { $number }
chat-order-name = { $title ->
    [none] { $what } for a cover that was deleted
   *[other] { $what } for “{ $title }”
    }
chat-order-paused = waiting; no order starts just now
chat-order-step = { $step }, { $done } of { $total }{ $eta ->
    [none] {""}
   *[other] , about { $eta } left
    }
chat-order-failed = it did not work. { $reason }
chat-order-sent-later = done; it could not be sent yet, and will be tried again
chat-order-kept = could not be delivered, kept in your history: { $why ->
    [delivery-gone] the chat or the message to answer in is gone, or the bot may not write there
    [delivery-refused] the chat did not accept it
   *[other] the chat could not be reached
    }
chat-order-not-kept = could not be delivered: { $why ->
    [delivery-gone] the chat or the message to answer in is gone, or the bot may not write there
    [delivery-refused] the chat did not accept it
   *[other] the chat could not be reached
    }. Your cover is safe; please order this again from it.
chat-cancelled = Taken back: { $order }. Nothing else was changed.
chat-cancelled-all = { $count ->
    [0] Nothing was left to take back: these orders had ended already.
    [one] Taken back: one order.
   *[other] Taken back: { $count } orders.
    }
chat-cancel-nothing = There is nothing to cancel: no order of yours is waiting or running. { $status } shows what became of the last ones; { $cover } makes a cover.
chat-cancel-talk = All right, no more questions. { $cover } begins anew. Orders go on; { $status } shows them.
chat-cancel-which = Which order shall be taken back?
chat-line = ⚠ { $line }
