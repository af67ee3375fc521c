### 표지의 한 판과 그 판으로 할 수 있는 모든 것, 그리고 할 수 없을 때 하는 말.

card-title = { $title } · { $number }번 판
card-done = { $deed }
card-done-from = { $deed } ({ $number }번 판에서)
card-forked = 다른 표지의 판을 복사해 시작함
card-drawn = { $style } · 색: { $palette } · 글꼴: { $typefaces }
card-palette-own = { $palette }(청하신 색으로 바꿈)
card-brought = 가져온 그림, { $width } × { $height } px · 글꼴: { $typefaces }
card-motifs = 소재: { $motifs }
card-seed = 시드 { $seed } · 그린 엔진: { $engine }
card-more-remarks = 참고 사항 { $count }개는 인쇄 파일과 함께 알려 드립니다.
card-button-edit = 글 고치기
card-button-edit-more = 나머지 글
card-button-move = 글 옮기기
card-button-look = 글꼴과 색
card-button-recolour = 그림 색
card-button-vary = 변형
card-button-idea = 다른 시안
card-button-undo = 되돌리기
card-button-redo = 다시 실행
card-button-versions = 모든 판
card-button-compare = 비교
card-button-print = 인쇄 파일
card-button-vote = 투표
card-button-fork = 내 사본
card-button-change = 의뢰서 고치기
card-button-delete = 삭제
card-button-card = 표지로
chosen = ✓ { $label }
page-of = { $pages }쪽 가운데 { $page }쪽
page-previous = ‹ 이전
page-next = 다음 ›

edit-title = 표지의 글
edit-question = { $block }: 표지에 어떻게 적을까요? 비우면 표지에서 뺍니다.
edit-free-label = 글 하나 더
edit-free-question = 추천사처럼 표지에 더 적을 글이 있나요?

chat-version-missing = 이 표지는 이제 없습니다. 삭제되었을 수 있습니다. /history 명령으로 내 표지를 모두 볼 수 있습니다.
chat-version-not-yours = 다른 분의 표지라 그분만 고칠 수 있습니다. “내 사본”을 누르면 고칠 수 있는 사본이 생깁니다.
chat-version-not-forkable = 다른 분의 표지이고, 주인이 혼자 보기로 한 표지입니다.
chat-version-no-parent = 표지의 시작이라 되돌릴 것이 없습니다.
chat-version-no-redo = 이 판에서 만든 판이 아직 없어 다시 실행할 것이 없습니다.
chat-compare-count = 비교할 판을 { $low }개에서 { $high }개까지 골라 주세요.
chat-art-not-drawn = 가져온 그림으로 만든 표지라 그림을 새로 그리거나 칠할 수 없습니다. 글과 글꼴, 글자 색은 바꿀 수 있습니다.
chat-text-unchanged = 표지가 이미 그렇게 되어 있어 바꾼 것이 없습니다.
chat-place-outside = 그 자리에서는 글이 표지를 벗어납니다. 다른 자리를 골라 주세요.
