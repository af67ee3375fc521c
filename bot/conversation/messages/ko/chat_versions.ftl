### 표지의 모든 판: 넘겨 보고 견주기.

versions-of = 판 { $number } / { $count }
versions-made = 만든 때: { $at }
versions-made-guest = 만든 때: { $at }, 버튼을 누르도록 허락받은 분이 만듦
versions-here = ◀ 표지가 지금 이 판에 있습니다.
versions-work = 이 판으로 작업
versions-compare = 비교하기 …
versions-back-far = « { $count }개 앞
versions-forth-far = { $count }개 뒤 »
compare-title = { $title } · 나란히 보기
compare-choose = 판 번호를 { $least }개에서 { $most }개까지 누른 다음 “비교”를 눌러 주세요.
compare-line = { $number }번: { $deed }
compare-go = 비교 ({ $count }개)
compare-most = 그림 한 장에는 판이 { $most }개까지 들어갑니다. 다른 판을 먼저 빼 주세요.
compare-alt = 《{ $title }》 표지의 판 { $numbers }번을 나란히 놓은 그림.
compare-next = 번호를 누르면 그 판으로 이어서 작업합니다.
compare-pick = { $number }번 판
