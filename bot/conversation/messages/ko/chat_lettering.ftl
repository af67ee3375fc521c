### 표지 그림 속의 글자를 채팅에서 찾고, 지우고, 바꾸는 법.

card-button-erase = 그림 속 글자 지우기
card-button-erase-left = 남은 글자 지우기
card-button-replace = 그림 속 글자 바꾸기
lettering-title = { $title } · { $number }번 판 · 그림 속 글자
lettering-found = 그림에서 글자 { $count }줄을 찾았습니다. 그림에 번호를 붙였습니다.
lettering-line = { $number }. { $text ->
    [none] 읽지 못한 글자
   *[other] “{ $text }”
    }{ $script ->
    [none] {""}
   *[other] {" "}· { $script }
    }{ $turned ->
    [none] {""}
   *[other] {" "}· 가로 아님
    }
lettering-label = { $number }. { $text ->
    [none] 읽지 못한 글자
   *[other] “{ $text }”
    }{ $script ->
    [none] {""}
   *[other] {" "}· { $script }
    }
lettering-beyond = 번호로 고를 수 있는 글자는 처음 { $most }줄입니다. 나머지 { $count }줄은 “모두 지우기”를 누르면 함께 지워집니다.
lettering-alt = { $count ->
    [0] 《{ $title }》의 그림. 표지 글은 빼고 그림만 보인다. 그림 속에서 글자를 찾지 못했다.
   *[other] 《{ $title }》의 그림. 표지 글은 빼고 그림만 보이며, 찾아낸 글자 { $count }줄에 번호와 테두리가 있다: { $lines }.
    }
lettering-none = 이 그림에서는 글자를 찾지 못했습니다. 지우거나 바꿀 것이 없습니다. 표지에 얹은 글은 “{ $edit }” 버튼으로 고칩니다.
lettering-lost = 찾은 글자의 목록이 사라졌습니다. 한 번 더 찾아 주세요.
lettering-look = 다시 찾기
lettering-once-more = 이 목록은 지금 쓸 수 없어 그림을 한 번 더 살펴봅니다.{ $kept ->
    [numbers] {" "}고른 번호는 그대로 둡니다.
    [words] {" "}적으신 글은 그대로 있으니 줄을 다시 골라 주세요.
   *[none] {""}
    }
lettering-busy = { $what ->
    [find] 이미 글자를 찾고 있습니다. 번호를 붙인 그림을 곧 보내 드립니다.
    [erase] 이미 지우고 있습니다. 새 판이 곧 나옵니다.
   *[replace] 이미 바꾸고 있습니다. 새 판이 곧 나옵니다.
    }
erase-how = 지울 글자를 골라 지우거나 모두 지우세요. 표지에 얹은 글은 그대로 둡니다.
erase-prompt = 지울 글자 고르기
erase-these = 고른 { $count }줄 지우기
erase-all = 모두 지우기
erase-replace = 바꾸기…
erase-nothing-chosen = 아직 고른 글자가 없습니다. 지울 글자를 고르거나 “모두 지우기”를 눌러 주세요.
replace-how = 다른 글로 바꿀 줄을 고르면 새 글을 여쭙니다. 표지에 얹은 글은 그대로 둡니다.
replace-prompt = 바꿀 줄 고르기
replace-erase = 지우기…
replace-by-auto = 글에 맞게 알아서
replace-by-model = 모델이 쓰기
replace-by-type = 조판으로 넣기
replace-another-line = 다른 줄 고르기
replace-title = { $number }번 글자 바꾸기
replace-words = 새 글
replace-words-question = { $number }번 글자 자리에 어떤 글을 넣을까요?
replace-colour = 다른 색
replace-colour-question = 어떤 색으로 할까요? 건너뛰면 있던 글자의 색을 따릅니다.
replace-colour-example = 금색 같은 이름, 또는 #rrggbb
replace-font = 다른 글꼴
replace-font-question = 어떤 글꼴로 할까요? 건너뛰면 있던 글자와 가장 비슷한 글꼴을 씁니다.
replace-font-example = 나눔명조 같은 이름
chat-sheet-cleaned = { $total ->
    [in-vain] 모델이 일부 그림에 글자를 그려 넣었는데 지우지 못했습니다.
    [none] 모든 그림에 모델이 글자를 그려 넣어 지웠습니다.
   *[other] 그림 { $total }장 가운데 { $count }장에 모델이 글자를 그려 넣어 지웠습니다.
    }{ $left ->
    [none] {""}
   *[other] {" "}글자가 남았을 수 있는 그림: { $left }번. 그 그림을 골라 “{ $erase }” 버튼을 누르세요.
    }
chat-deed-found = 그림 속 글자에 번호 붙이기
chat-deed-erased = { $count ->
    [0] 그림 속 글자 모두 지우기
   *[other] 그림 속 글자 { $count }줄 지우기
    }
chat-deed-replaced = 그림 속 글자 자리에 “{ $text }”
chat-topic-changing-lettering = 모델이 칠한 그림이나 가져온 그림에는 간판이나 모델이 지어낸 제목처럼 글자가 들어 있을 수 있습니다. “{ $erase }”를 누르면 번호를 붙여 보여 주고 고른 글자를 지우며, “{ $replace }”를 누르면 그 자리에 다른 글을 넣습니다.

## 할 수 없을 때 하는 말

chat-retouch-drawn = 여기에서 그린 표지라 그림 속에 글자가 없습니다. 표지에 얹은 글은 “글 고치기”와 “글 옮기기” 버튼으로 바꿉니다.
chat-retouch-nothing = 그곳에서 글자를 찾지 못해 지우거나 바꿀 것이 없습니다.
chat-retouch-area = 그 자리는 그림 밖입니다. 글자를 다시 찾아 줄을 골라 주세요.
chat-replace-small = 그 글자는 높이가 { $least_px }픽셀도 되지 않아 다른 글을 넣어도 읽을 수 없습니다. 더 큰 줄을 고르거나 이 글자를 지워 주세요.
chat-replace-empty = 그 자리에 넣을 글을 적어 주세요. 글자만 없애려면 지우면 됩니다.
chat-replace-model = 여기에는 그림 속에 글자를 쓰는 모델이 없습니다. “조판으로 넣기”를 골라 주세요.
chat-replace-script = 그림 속에 글자를 쓰는 모델은 { $characters } 문자를 쓰지 못합니다. “조판으로 넣기”를 골라 주세요.
