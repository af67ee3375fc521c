### 만든 것을 나란히.

chat-sheet-title = 《{ $title }》: { $kind ->
    [vary] 변형 { $count }개
    [reroll] 다른 시안 { $count }개
   *[other] 시안 { $count }개
    }
chat-sheet-brief = { $genre ->
    [none] {""}
   *[other] { $genre } ·{" "}
    }{ $format } · 시드 { $seed }
chat-sheet-seed = 시드 { $seed }
chat-sheet-drawn = { $number }. { $style }{ $motifs ->
    [none] {""}
   *[other] {" "}· { $motifs }
    }
chat-sheet-lettered = { $number }. 보내신 그림 · { $typefaces }
chat-sheet-pick = 번호를 누르면 그 표지를 다듬을 수 있습니다. 나머지는 여기 그대로 남습니다.
chat-sheet-which = 어느 것과 비슷하게 더 만들까요?
chat-sheet-alt = 《{ $title }》 표지를 나란히 놓은 그림: { $ideas }
chat-button-more = 비슷하게 더
chat-button-idea = 다른 시안
chat-button-change-brief = 의뢰서 고치기
chat-button-back = 뒤로
chat-button-again = 다시 하기
chat-button-cover = 표지로 돌아가기

chat-failed-title = 만들지 못했습니다
chat-failed-next = 다른 것은 바뀌지 않았습니다.
