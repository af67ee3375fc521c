### 표지의 한 판과 그 판으로 할 수 있는 모든 것, 그리고 할 수 없을 때 하는 말.

card-title = { $title } · { $number }번 판
card-done = { $deed }
card-done-from = { $deed } ({ $number }번 판에서)
card-drawn = { $style } · 색: { $palette } · 글꼴: { $typefaces }
card-palette-own = 청하신 대로
card-brought = 가져온 그림, { $width } × { $height } px · 글꼴: { $typefaces }
card-motifs = 소재: { $motifs }
card-seed = 시드 { $seed } · 엔진: { $engine }
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
card-button-print-larger = 그림 키우기 / 인쇄 파일
card-button-vote = 투표
card-button-fork = 내 사본
card-button-change = 의뢰서 고치기
card-button-delete = 삭제
card-button-card = 표지로
card-only-look = 다른 분의 표지입니다. “내 사본”을 누르면 고칠 수 있는 사본이 생깁니다.
chosen = ✓ { $label }
page-of = { $page } / { $pages }쪽
page-previous = ‹ 이전
page-next = 다음 ›

edit-title = 표지의 글
edit-question = { $block }: 표지에 어떻게 적을까요? 비우면 표지에서 뺍니다.
edit-question-new = { $block }: 지금은 없습니다. 어떻게 적을까요?
edit-free-label = 글 하나 더
edit-free-question = 추천사처럼 표지에 더 적을 글이 있나요?

chat-version-missing = 이 표지는 이제 없습니다. 삭제되었을 수 있습니다. /history 명령으로 내 표지를 모두 볼 수 있습니다.
chat-version-not-yours = 다른 분의 표지라 그분만 고칠 수 있습니다. “내 사본”을 누르면 고칠 수 있는 사본이 생깁니다.
chat-version-not-forkable = 다른 분의 표지이고, 주인이 다른 사람에게 허락하지 않았습니다.
chat-version-no-parent = 표지의 시작이라 되돌릴 것이 없습니다.
chat-version-no-redo = 이 판에서 만든 판이 아직 없어 다시 실행할 것이 없습니다.
chat-compare-count = 비교할 판을 { $low }개에서 { $high }개까지 골라 주세요.
chat-art-not-drawn = 가져온 그림으로 만든 표지라 그림을 새로 그리거나 칠할 수 없습니다. 글과 글꼴, 글자 색은 바꿀 수 있습니다.
chat-text-unchanged = 표지가 이미 그렇게 되어 있어 바꾼 것이 없습니다.
chat-place-outside = 그 자리에서는 글이 표지를 벗어납니다. 다른 자리를 골라 주세요.

## 인쇄 전 검사에서 눈에 띈 것

chat-preflight-thumbnail-size = 서점의 섬네일 크기에서는 제목을 읽기 어렵습니다. 제목을 키우거나 줄이면 나아집니다.
chat-preflight-thumbnail-contrast = 서점의 섬네일 크기에서는 제목이 눈에 잘 띄지 않습니다. 제목 색을 바꾸면 나아집니다.
chat-preflight-contrast-title = 이 그림 위에서는 제목을 읽기 어렵습니다. 제목 색을 바꾸거나 다른 판을 골라 보세요.
chat-preflight-contrast-small = 이 그림 위에서는 작은 글자를 읽기 어렵습니다. 글자 색을 바꾸거나 다른 판을 골라 보세요.
chat-preflight-safe-area = { $verdict ->
    [warn] 글자가 가장자리에 가까워 재단할 때 닿을 수 있습니다({ $measured } mm). 안쪽으로 옮기면 나아집니다.
   *[fail] 글자가 가장자리를 넘습니다. 안쪽으로 옮기면 나아집니다.
    }
