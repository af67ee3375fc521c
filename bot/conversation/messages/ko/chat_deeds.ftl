### 표지에 한 일이나 할 일을 채팅에서 말하는 법.

chat-deed-text = { $block } “{ $text }”
chat-deed-moved = { $block } { $place } 자리로 옮김
chat-deed-restyled = { $blocks } { $look }
chat-deed-colour = 색 { $colour }
chat-deed-material = 재질 { $material }
chat-deed-effects = { $effects ->
    [none] 효과 없음
   *[other] 효과 { $effects }
    }
chat-deed-nudged = { $block } { $way ->
    [up] 위로
    [down] 아래로
    [left] 왼쪽으로
   *[right] 오른쪽으로
    } 조금 옮김
chat-deed-sized = { $blocks } { $way ->
    [larger] 더 크게
   *[smaller] 더 작게
    }
chat-deed-typefaces = { $typefaces ->
    [none] 다른 글꼴
   *[other] 글꼴 { $typefaces }
    }
chat-deed-recoloured = { $colours ->
    [none] 그림 색을 바꿈
   *[other] 그림 색 { $colours }
    }
chat-deed-forked = 다른 표지의 판을 복사해 시작함
chat-deed-compared = 판 { $count }개 나란히 보기
chat-deed-sampled = { $what ->
    [typefaces] 글꼴
   *[colours] 색
    }을 고를 그림
