### 그림 속 글자: 찾기, 지우기, 바꾸기.

retouch-drawn = 일러스트레이터가 그린 표지라 그림 속에 글자가 없습니다. 표지의 글은 글로 고치고 옮기고 뺄 수 있습니다.
retouch-nothing = 이 그림에서 글자를 찾지 못해 지울 것이 없습니다.
retouch-numbers = { $numbers }번 글자가 없습니다. 이 그림에는 글자가 { $count }줄 있고 번호는 1부터입니다.
retouch-area = 글자 자리는 모서리가 셋 이상이고 그림 안에 있어야 합니다. 글자를 다시 찾아 주세요.
retouch-many = 글자 자리가 { $count }곳입니다. 한 번에 { $most }곳까지 골라 주세요.
replace-empty = 그 자리에 넣을 글을 적어 주세요. 새 글 없이 없애려면 글자를 지우면 됩니다.
replace-long = 글이 { $length }자인데 한 줄 자리에는 { $limit }자까지 들어갑니다. 글을 줄여 주세요.
replace-undrawable = { $characters } 문자를 가진 글꼴이 여기에 없습니다. 그 문자를 빼 주세요.
replace-small = 글자 높이가 { $least_px }픽셀도 되지 않아 다른 글을 넣어도 읽을 수 없습니다. 지우거나 더 큰 줄을 골라 주세요.
replace-model = 여기에는 그림 속에 글자를 써 넣는 모델이 없습니다. 조판으로 넣어 주세요.
replace-script = 그림 속에 글자를 써 넣는 모델은 { $characters } 문자를 쓰지 못합니다. 조판으로 넣어 주세요.
detector-extra = { $detector } 방식으로 글자를 찾는 데 필요한 라이브러리가 없습니다. 추가 기능 “{ $extra }”을 설치하거나(pip install ".[{ $extra }]") 다른 방식을 골라 주세요.
detector-damaged = 글자를 찾는 데 쓰는 파일 { $file }이 손상되었거나 다른 파일입니다. ArtiCover를 다시 설치해 주세요.
detector-lost = 글자를 찾는 프로그램({ $detector })이 갑자기 멈췄습니다. 다시 시도해 주세요.
detector-failed = { $detector } 방식으로 글자를 찾지 못했습니다({ $reason }). 다른 방식을 골라 주세요.
