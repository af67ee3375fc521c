### 그림 속 글자: 찾기, 지우기, 바꾸기.

retouch-drawn = 일러스트레이터가 그린 표지라 그림 속에 글자가 없습니다. 표지의 글은 글로 고치고 옮기고 뺄 수 있습니다.
retouch-nothing = 글자를 찾지 못해 지우거나 바꿀 것이 없습니다.
retouch-numbers = { $numbers }번 글자가 없습니다. 이 그림에는 글자가 { $count }줄 있고 번호는 1부터입니다.
retouch-area = 글자 자리는 모서리가 셋 이상이고 그림 안에 있어야 합니다. 글자를 다시 찾아 주세요.
retouch-many = 글자 자리가 { $count }곳입니다. 한 번에 { $most }곳까지 골라 주세요.
replace-empty = 그 자리에 넣을 글을 적어 주세요. 새 글 없이 없애려면 글자를 지우면 됩니다.
replace-long = 글이 { $length }자인데 한 줄 자리에는 { $limit }자까지 들어갑니다. 글을 줄여 주세요.
replace-undrawable = { $family ->
    [none] { $characters } 문자를 가진 글꼴이 여기에 없습니다. 그 문자를 빼 주세요.
   *[other] “{ $family }” 글꼴에는 { $characters } 문자가 없습니다. 다른 글꼴을 적거나 비워 두세요.
    }
replace-typeface = “{ $value }” 글꼴은 여기에 없습니다. 비슷한 이름: { $near }. 이름을 적지 않으면 가장 닮은 글꼴을 씁니다.
replace-small = 글자 높이가 { $least_px }픽셀도 되지 않아 다른 글을 넣어도 읽을 수 없습니다. 지우거나 더 큰 줄을 골라 주세요.
replace-model = 여기에는 그림 속에 글자를 써 넣는 모델이 없습니다. 조판으로 넣어 주세요.
replace-script = 그림 속에 글자를 써 넣는 모델은 { $characters } 문자를 쓰지 못합니다. 조판으로 넣어 주세요.
detector-extra = { $detector } 방식으로 글자를 찾는 데 필요한 라이브러리가 없습니다. 추가 기능 “{ $extra }”을 설치하거나(pip install ".[{ $extra }]") ARTICOVER_DETECTOR로 다른 방식을 골라 주세요.
detector-damaged = 글자를 찾는 데 쓰는 파일 { $file }이 손상되었거나 다른 파일입니다. ArtiCover를 다시 설치해 주세요.
detector-lost = 글자를 찾는 프로그램({ $detector })이 갑자기 멈췄습니다. 다시 시도해 주세요.
detector-failed = { $detector } 방식으로 글자를 찾지 못했습니다({ $reason }). ARTICOVER_DETECTOR로 다른 방식을 고르고, “articover doctor”로 상태를 확인해 주세요.

## 무엇을 했는가

retouch-erased = { $count ->
    [0] 그림 속 글자를 지우지 못했습니다.
   *[other] 그림에서 글자 { $count }줄을 지웠습니다.
    }
retouch-erased-by-itself = { $count ->
    [0] 모델이 그림에 글자를 써 넣었는데 지우지 못했습니다.
   *[other] 모델이 그림에 써 넣은 글자 { $count }줄을 지웠습니다.
    }
retouch-left = 아직 글자처럼 보이는 곳이 { $count }군데 있습니다. 거슬리면 다시 지워 주세요.
retouch-replaced-model = 모델이 그림에 “{ $text }” 글자를 써 넣었습니다.
retouch-replaced-type = 그림에 “{ $text }” 글자를 넣었습니다. 글꼴: { $face }
retouch-read = 다만 또렷하지 않아 “{ $read }”처럼 읽힙니다.
retouch-fallback = 모델이 글자를 알아볼 수 있게 쓰지 못해 조판으로 넣었습니다.

## 명령

help-heading-lettering = 글자
help-find-text = 그림 어디에 글자가 있고 무엇이라 쓰여 있는지 보여 줍니다. 그림 파일이나 버전의 그림에서 찾으며, 모델이 흔히 그려 넣는 읽을 수 없는 글자도 찾습니다.
help-find-text-short = 그림 속 글자 찾기.
help-find-text-epilog =
    예:

      articover find-text photo.jpg
      articover find-text last --json
help-find-text-out = 번호를 매긴 그림을 둘 폴더(없으면 지금 폴더, 버전이면 covers/제목).
help-erase = 버전의 그림 속에 있는 글자를 지웁니다. 표지 자체의 글은 그대로이며 “articover text”로 고칩니다.
help-erase-short = 그림 속 글자 지우기.
help-erase-epilog =
    예:

      articover erase last
      articover erase last --all
      articover erase k3f8a2b4cd --boxes 1,3

    --boxes나 --all이 없으면 번호를 매긴 그림을 보여 주고 묻습니다.
help-erase-boxes = 지울 줄의 번호. “articover find-text”가 보여 주는 번호로 1,3이나 2-4처럼 적습니다.
help-erase-all = 찾은 글자를 모두 지웁니다.
help-replace = 간판처럼 버전의 그림 속에 있는 글자를 다른 글로 바꿉니다.
help-replace-short = 그림 속 글자 바꾸기.
help-replace-epilog =
    예:

      articover replace last --box 2 --words "Hotel Lune"
      articover replace k3f8a2b4cd --box 1 --words "달빛 여관" --by type --colour 금색
help-replace-box = 줄의 번호. “articover find-text”가 보여 줍니다.
help-replace-words = 그 자리에 넣을 글.
help-replace-by = 누가 쓸지: 글자를 배운 모델(model) 또는 조판(type). 없으면 모델이 있고 그 글을 쓸 수 있을 때 모델이 씁니다.
help-replace-font = 글자의 모양. 없으면 있던 글자와 비슷하게 합니다.
help-replace-colour = 글자 색: gold나 남색 같은 이름 또는 #rrggbb. 없으면 있던 색입니다.
erase-one-of-both = --boxes와 --all 가운데 하나만 적어 주세요.
erase-which = 어느 줄을 지울까요? 1,3 같은 번호나 “모두”(모두 { $count }줄)
erase-which-needed = 어느 글자를 지울지 적어 주세요: --all, 또는 --boxes와 “articover find-text”가 보여 주는 번호.
erase-all-word = 모두
replace-which = 어느 줄을 바꿀까요? 번호(모두 { $count }줄)
replace-which-needed = 어느 글자를 바꿀지 --box에 “articover find-text”가 보여 주는 번호를 적어 주세요.
replace-one-box = 한 번에 한 줄씩 바꿉니다. --box에 번호를 하나만 적어 주세요.
usage-numbers = 1,3이나 2-4 같은 번호를 적어 주세요.
found-count = { $count ->
    [0] 글자를 찾지 못했습니다.
   *[other] 글자 { $count }줄을 찾았습니다:
    }
found-unread = (읽지 못함)
found-turned = 돌아감
script-latin = 로마자
script-hangul = 한글
script-unknown = ?
