### 판, 작업, 보관한 것을 다루는 명령.

## 도움말: 제목과 첫 화면

help-chapter-making = 표지 만들기
help-chapter-changing = 판 고치기
help-chapter-looking = 보기, 견주기, 내보내기
help-chapter-yours = 내 작업과 설정
help-chapter-running = 운영
help-heading-words = 글
help-heading-place = 자리(하나만 고릅니다)
help-heading-preferences = 내 설정

## 도움말: 다시 그리기

help-vary = 어느 판과 비슷한 판을 만듭니다. 소재와 글과 색은 그대로 두고 그림을 새로 그립니다.
help-vary-short = 같은 소재를 조금 다르게 다시 그립니다.
help-vary-epilog =
    예:

      articover vary k3f8a2b4cd
      articover vary last --count 8 --out variations
help-reroll = 같은 의뢰서로 다른 시안을 그립니다. 되도록 아직 쓰지 않은 스타일을 고릅니다.
help-reroll-short = 같은 의뢰서로 다른 시안을 그립니다.
help-reroll-epilog =
    예:

      articover reroll last
      articover reroll k3f8a2b4cd --count 3 --seed 7
help-count = 만들 판의 수, 1부터 8까지(적지 않으면 { $default }).
help-seed-version = 정수. 시드가 같으면 그림도 같습니다. 적지 않으면 무작위로 정합니다.
help-recolour = 같은 그림을 다른 색으로 칠합니다. 옵션이 없으면 그 스타일의 다음 색 조합을 씁니다.
help-recolour-short = 그림의 색을 바꿉니다.
help-recolour-epilog =
    예:

      articover recolour last
      articover recolour k3f8a2b4cd --palette midnight
      articover recolour k3f8a2b4cd --colours "금색,남색,#8a1c2f"
help-palette = 그 판의 스타일에 있는 색 조합. 이름이 틀리면 쓸 수 있는 이름을 알려 드립니다.
help-colours = 바라는 색을 중요한 것부터 적습니다. 금색이나 navy 같은 이름, 또는 #rrggbb.

## 도움말: 글자

help-text = 표지의 글을 바꾸고, 더하고, 뺍니다.
help-text-short = 글을 바꾸거나 더하거나 뺍니다.
help-text-epilog =
    예:

      articover text last --title "섬의 편지"
      articover text k3f8a2b4cd --add "올해의 소설 수상작" --remove 부제
      articover text k3f8a2b4cd --set free-1="장편소설"

    BLOCK은 title(제목), subtitle(부제), author(지은이), series(시리즈)이고, 더한 글은 free-1,
    free-2 …입니다. 표지에 있는 글은 articover show VERSION으로 볼 수 있습니다.
help-text-role = 새 { $role ->
    [title] 제목
    [subtitle] 부제
    [author] 지은이
   *[series] 시리즈
    }. 표지에 없으면 더합니다.
help-text-add = 추천사처럼 자유로운 글을 더합니다. 여러 번 적을 수 있습니다.
help-text-set = 어느 글의 새 내용. 여러 번 적을 수 있습니다.
help-text-remove = 표지에서 뺄 글. 여러 번 적을 수 있습니다.
help-move = 글을 다른 자리로 옮깁니다. 다른 글이 바뀌어도 그 자리에 머뭅니다.
help-move-short = 글을 다른 자리로 옮깁니다.
help-move-epilog =
    예:

      articover move last 제목 --to 아래
      articover move k3f8a2b4cd author --by 0,-5%
      articover move k3f8a2b4cd title --box 10%,8%,80%,25%

    자리: top-left, top, top-right, left, middle, right, bottom-left, bottom, bottom-right.
    “왼쪽 위”, “가운데”처럼 적어도 됩니다. 숫자는 왼쪽 위에서 잰 표지 너비와 높이의 비율이고,
    0.1이나 10%처럼 적습니다.
help-move-to = 여백 안쪽의 아홉 자리 가운데 하나.
help-move-box = 글이 채울 상자: 왼쪽 가장자리, 위쪽 가장자리, 너비, 높이.
help-move-by = 오른쪽과 아래쪽으로 이만큼 옮깁니다. 음수면 왼쪽과 위쪽입니다.
help-restyle = 글의 모양을 바꿉니다. 적지 않은 것은 그대로 둡니다.
help-restyle-short = 글꼴, 크기, 색, 재질을 바꿉니다.
help-restyle-epilog =
    예:

      articover restyle last --font myeongjo
      articover restyle k3f8a2b4cd --block 제목 --colour 금색 --material foil --size 1.2
      articover restyle k3f8a2b4cd --block author --effects none
help-restyle-block = 이 글만 바꿉니다: title, subtitle, author, series, free-1 … 여러 번 적을 수 있습니다.
help-restyle-font = 글꼴 짝(셸 자동 완성으로 목록을 볼 수 있습니다).
help-restyle-colour = 색: 금색이나 navy 같은 이름, 또는 #rrggbb.
help-restyle-size = 몇 배로 할지: 1.2 또는 120%.
help-restyle-material = 글자의 재질: flat, foil, letterpress, lino, riso, extrude.
help-restyle-effects = 지금 효과 대신 쓸 효과: shadow, halo, outline, panel. none이면 모두 없앱니다.
help-version-out = 파일을 쓸 폴더(적지 않으면 covers/제목).

## 도움말: 판

help-undo = 이 판의 바탕이 된 판으로 돌아갑니다. 사라지는 것은 없고 redo로 다시 옵니다.
help-undo-short = 바로 앞의 판으로 되돌립니다.
help-redo = 되돌리기 전의 판으로 다시 갑니다. 되돌린 적이 없으면 이 판에서 나온 가장 새 판으로 갑니다.
help-redo-short = 되돌린 것을 다시 실행합니다.
help-back = 표지의 어느 판으로든 갑니다.
help-back-short = 어느 판으로든 갑니다.
help-fork = 다른 사람의 판에서 시작하는 내 표지를 만듭니다. 원래 표지는 그대로입니다.
help-fork-short = 다른 사람의 판에서 내 표지를 시작합니다.
help-fork-epilog =
    예:

      articover fork k3f8a2b4cd
help-compare = 판 둘에서 여덟을 그림 한 장에 나란히 놓습니다.
help-compare-short = 여러 판을 나란히 봅니다.
help-compare-epilog =
    예:

      articover compare k3f8a2b4cd m7p2x9w3hn --out looks
help-export = 판의 앞표지를 300 DPI로 그립니다: 글자가 벡터인 PDF, PNG, JPEG(도련 없음). 뒤표지와 책등까지 인쇄소에 맡길 파일은 articover print로 만듭니다.
help-export-short = 앞표지만 300 DPI로 만듭니다.
help-export-format = 비율이 거의 같은 다른 판형. 6x9 표지는 신국판으로도 인쇄할 수 있습니다. 적지 않으면 표지의 판형입니다.
help-export-epilog =
    예:

      articover export last
      articover export k3f8a2b4cd --out print
      articover export last --format 신국판
help-history = 내 표지를 새것부터, 지금 보고 있는 판과 함께 보여 줍니다.
help-history-short = 내 표지를 보여 줍니다.
help-history-limit = 보여 줄 표지의 수, 1부터 100까지(적지 않으면 { $default }).
help-history-after = 이 자리 다음부터 보여 줍니다. 앞 쪽의 끝에 적혀 있습니다.
help-show = 판의 모든 것을 보여 줍니다: 어디서 왔는지, 스타일과 색 조합과 글꼴과 시드, 글마다의 자리와 모양, 점검 결과.
help-show-short = 판의 모든 것을 보고 그림을 저장합니다.
help-show-out = 판의 그림을 이 PNG 파일로 저장합니다.
help-show-epilog =
    예:

      articover show last
      articover show k3f8a2b4cd --out cover.png
help-tree = 표지의 모든 판을 무엇으로 만들었는지와 함께 나무로 그립니다. 아무 판이나 적으면 됩니다.
help-tree-short = 표지의 모든 판을 나무로 그립니다.

## 도움말: 작업과 대기열

help-jobs = 내 작업을 새것부터, 대기 순서나 결과와 함께 보여 줍니다.
help-jobs-short = 내 작업을 보여 줍니다.
help-jobs-limit = 보여 줄 작업의 수, 1부터 100까지(적지 않으면 { $default }).
help-cancel = 작업을 취소합니다. 기다리는 작업은 바로, 하고 있는 작업은 다음 단계에서 멈춥니다.
help-cancel-short = 작업을 취소합니다.
help-queue = 모두의 작업을 Ctrl-C를 누를 때까지 표로 보여 줍니다. pause는 새 작업이 시작되지 않게 하고, resume은 다시 시작하게 하며, drain은 멈추고 하던 작업이 끝나기를 기다립니다.
help-queue-short = 모두의 작업을 보거나 멈춥니다.
help-queue-once = 표를 한 번만 보여 줍니다.
help-queue-epilog =
    예:

      articover queue
      articover queue --once
      articover queue drain
help-work = 대기열을 서비스로 돌립니다. 서비스가 없으면 명령마다 자기 작업을 합니다. SIGTERM이나 Ctrl-C를 받으면 하던 작업을 마치거나 되돌려 놓고 끝나므로 잃는 것이 없습니다.
help-work-short = 대기열을 서비스로 돌립니다.
help-work-epilog =
    설정은 환경 변수로 합니다:

      ARTICOVER_DATA          모든 것을 보관할 폴더
      ARTICOVER_DATABASE_URL  sqlite:///경로 또는 postgresql://사용자@호스트/이름
      ARTICOVER_WORKERS       한꺼번에 그릴 표지의 수
      ARTICOVER_DRAIN_S       끝낼 때 하던 작업에 줄 시간(초)
      ARTICOVER_HEALTH_PORT   /healthz, /readyz, /metrics를 열 포트. 0이면 열지 않음

## 도움말: 나

help-settings = 내 설정을 보거나 바꿉니다.
help-settings-short = 내 설정을 보거나 바꿉니다.
help-settings-language = 채팅 봇이 나에게 말할 언어.
help-settings-format = 의뢰서에 판형이 없을 때 쓸 판형.
help-settings-genre = 의뢰서에 장르가 없을 때 쓸 장르.
help-settings-forkable = 판 번호를 아는 다른 사람이 그 판을 보고 복사해도 되는지.
help-settings-shared = 판 번호를 아는 다른 사람이 그 표지를 바꾸고 판을 더해도 되는지.
help-settings-epilog =
    예:

      articover settings --format 신국판 --not-forkable
      articover settings --genre default

    “default”라고 적으면 설정을 지웁니다.
help-my-data = 나에 관해 보관한 모든 것을 zip 파일로 씁니다: 표지, 판, 작업, 설정, 그림.
help-my-data-short = 나에 관해 보관한 모든 것을 저장합니다.
help-my-data-out = 쓸 파일(적지 않으면 { $file }).
help-forget = 나에 관해 보관한 모든 것을 지웁니다: 표지, 판, 작업, 설정, 그림. 무엇이 지워지는지 알려 드리고 먼저 여쭙니다. 내 폴더의 파일은 남습니다.
help-forget-short = 나에 관해 보관한 모든 것을 지웁니다.
help-forget-yes = 묻지 않고 지웁니다.

## 이 명령들의 실수

usage-fractions = 표지의 비율({ $least }부터 100%까지) { $count }개를 쉼표로 이어 { $example }처럼 적어 주세요.
usage-factor = 1.2나 120%처럼 숫자로 적어 주세요.
recolour-one-of-both = --palette와 --colours 가운데 하나만 적어 주세요.
text-nothing = 무엇을 바꿀지 적어 주세요: --title, --subtitle, --author, --series, --add, --set, --remove.
text-empty = { $block }에 넣을 글이 없습니다. 글을 빼려면 --remove를 쓰세요.
text-twice = { $block }: 두 번 적혀 있습니다. 한 번만 적어 주세요.
text-set-form = free-1="장편소설"처럼 BLOCK=글로 적어 주세요.
move-one-of = --to, --box, --by 가운데 하나로 자리를 적어 주세요.
move-nowhere = 0,0은 제자리입니다. 다른 거리를 적어 주세요.
move-box-outside = 상자는 너비와 높이가 있고 표지 안에 있어야 합니다. X + W와 Y + H는 100%까지입니다.
restyle-nothing = 무엇을 바꿀지 적어 주세요: --font, --colour, --size, --material, --effects.
forget-needs-yes = 나에 관해 보관한 모든 것을 지우는 명령입니다. 물어볼 수 없는 곳에서는 --yes를 적어 주세요.

## 이름

block-name-title = 제목
block-name-subtitle = 부제
block-name-author = 지은이
block-name-series = 시리즈
block-name-free = 자유 글
anchor-top-left = 왼쪽 위
anchor-top = 위
anchor-top-right = 오른쪽 위
anchor-left = 왼쪽
anchor-middle = 가운데
anchor-right = 오른쪽
anchor-bottom-left = 왼쪽 아래
anchor-bottom = 아래
anchor-bottom-right = 오른쪽 아래
material-flat = 단색
material-foil = 금박
material-letterpress = 활판
material-lino = 리노컷
material-riso = 리소그래프
material-extrude = 입체
effect-shadow = 그림자
effect-halo = 후광
effect-outline = 외곽선
effect-panel = 바탕판
effect-none = 없음
kind-of-illustrate = 표지
kind-of-letter = 글자 넣기
kind-of-paint = 모델이 그린 표지
kind-of-vary = 변형
kind-of-reroll = 다른 시안
kind-of-recolour = 다른 색
kind-of-edit-text = 글
kind-of-move-text = 자리
kind-of-restyle = 글꼴·색
kind-of-fork = 복사
kind-of-compare = 비교
kind-of-sample = 견본
kind-of-find-text = 글자 찾기
kind-of-erase-text = 글자 지우기
kind-of-replace-text = 글자 바꾸기
kind-of-export = 인쇄 파일

## 한 일

deed-illustrate = 의뢰서대로 그림
deed-letter = 가져온 그림에 글자를 넣음
deed-paint = { $source ->
    [picture] 모델이 의뢰서와 보내신 그림을 바탕으로 그림
   *[brief] 모델이 의뢰서대로 그림
    }
deed-vary = 변형
deed-reroll = 다른 시안
deed-recolour = { $colours ->
    [none] 다음 색 조합
   *[other] 색: { $colours }
    }
deed-text-set = { $block }: “{ $text }”
deed-text-removed = { $block } 뺌
deed-move-text = { $block } 옮김: { $place }
deed-place-by = 가로 { $dx }, 세로 { $dy }
deed-place-box = { $x }, { $y } 자리의 { $w } × { $h } 상자
deed-restyle = { $blocks }: { $look }
deed-all-blocks = 모든 글
deed-look-font = 글꼴 짝 { $font }
deed-look-colour = 색 { $colour }
deed-look-size = 크기 { $size }
deed-look-material = 재질 { $material }
deed-look-effects = { $effects ->
    [none] 효과 없음
   *[other] 효과: { $effects }
    }
deed-fork = { $source } 판을 복사함
deed-compare = { $versions } 비교
deed-sample = { $pairings ->
    [none] 색 견본: { $colours }
   *[other] 글꼴 견본: { $pairings }
    }
deed-find-text = 그림 속 글자 찾기
deed-erase-text = { $count ->
    [0] 그림 속 글자 모두 지우기
   *[other] 그림 속 글자 { $count }줄 지우기
}
deed-replace-text = 그림 속 글자 자리에 “{ $text }”
deed-export = { $format ->
    [none] 인쇄 파일
   *[other] { $format } 인쇄 파일
    }

## 시간

span-seconds = { $count }초
span-minutes = { $count }분
span-hours = { $count }시간
span-days = { $count }일

## 작업의 결과

standing-running = 작업 중{ $eta ->
    [none] {""}
   *[other] , { $eta }쯤 남음
    }
standing-waiting = 대기 { $position }번째{ $eta ->
    [none] {""}
   *[other] , { $eta }쯤 뒤 완료
    }
standing-paused = 멈춤: “articover queue resume”으로 시작
job-state-queued = 대기
job-state-running = 작업 중
job-state-done = 완료, 보내는 중
job-state-delivered = 완료
job-state-failed = 실패
job-state-cancelled = 취소됨
order-cancelled = { $job } 작업을 취소했습니다.
order-stopped = 멈췄습니다. { $job } 작업을 취소했고, 쓰다 만 파일은 없습니다.
order-ended-before = 멈추었지만 { $job } 작업은 이미 끝났습니다. 결과는 “articover history”에 있습니다.
made-version = { $version } 판: { $deed }
made-next = 이어서 할 수 있는 일:
travel-there = 이제 { $version } 판을 보고 있습니다({ $number }번, { $deed }).

## 기록, 나무, 작업

history-no-more = 그 자리 다음에는 표지가 없습니다. 처음부터 보기: articover history
history-empty = 아직 표지가 없습니다. 이렇게 만듭니다: articover cover
history-version = 판
history-title = 제목
history-versions = 판 수
history-made = 시작
history-none-yet = 아직 없음
history-more = 더 보기: { $command }
tree-title = 《{ $title }》 ({ $cover }): 판 { $count }개
tree-forked = { $version } 판을 복사한 표지
tree-here = ◀ 지금 보고 있는 판
jobs-empty = 아직 맡긴 작업이 없습니다. 이렇게 시작합니다: articover cover
jobs-job = 작업
jobs-ordered = 맡긴 때
jobs-what = 내용
jobs-state = 상태

## 판의 모든 것

show-title = 《{ $title }》, { $version } 판
show-cover = 표지
show-cover-text = { $text }, { $more }번
show-operation = 한 일
show-parent = 바탕
show-no-parent = 없음: 표지의 시작입니다
show-made = 만든 때
show-engine = 엔진
show-maker = { $engine }{ $model ->
    [none] {""}
   *[other] , 모델 { $model }
    } (ArtiCover { $release })
show-style = 스타일
show-composition = 구도
show-palette = 색 조합
show-palette-text = { $text }: { $more }
show-model = 모델
show-painted = 그린 크기
show-manner = 샘플러
show-manner-text = { $text }, { $more }
show-manner-more = { $steps }단계, 가이던스 { $guidance }
show-adapters = 어댑터
show-source = 바탕 그림
show-source-text = { $text } 그림에서 { $more }를 새로 그림
show-prompt = 프롬프트
show-negative = 뺄 것
show-understood = 알아들은 것
show-left-out = 담지 못한 말
show-device = 그린 곳
show-device-text = { $text } (배치 { $more })
show-versions = 라이브러리
show-seed = 시드
show-asked-seed = 주문의 시드
show-brought = 가져온 그림
show-brought-text = { $text }, { $more }
show-pairing = 글꼴 짝
show-motifs = 소재
show-picture = 그림
show-blocks = 글:
show-block = “{ $text }” · { $place } · { $look }
show-place = { $anchor } ({ $x }, { $y }; { $w } × { $h })
show-size = 짧은 변의 { $size }
show-align = { $side ->
    [left] 왼쪽 맞춤
    [right] 오른쪽 맞춤
   *[centre] 가운데 맞춤
    }
show-vertical = 세로쓰기
show-locked = 직접 정한 자리
show-picture-how = 그림 저장: { $command }
show-picture-there = 그림: { $file }

## 대기열

queue-position = 순서
queue-job = 작업
queue-kind = 내용
queue-person = 누구
queue-state = 상태
queue-attempts = 시도
queue-age = 지난 시간
queue-eta = 남은 시간
queue-empty = 기다리거나 하고 있는 작업이 없습니다.
queue-summary = 작업 중 { $running }, 대기 { $waiting }, 보내는 중 { $undelivered }
queue-is-paused = 대기열이 멈춰 있습니다. “articover queue resume”을 실행해야 새 작업이 시작됩니다.
queue-paused = 대기열을 멈췄습니다. 하던 작업은 끝납니다. “articover queue resume”으로 다시 시작합니다.
queue-resumed = 작업이 다시 시작됩니다.
queue-drained = 대기열을 멈췄고 하고 있는 작업이 없습니다.{ $count ->
    [0] {""}
   *[other] {" "}보내는 중인 결과가 { $count }개 있습니다.
    }
queue-draining = 하던 작업을 기다리는 중: { $count }
work-begun = 이 프로세스가 대기열을 맡았습니다. SIGTERM이나 Ctrl-C로 차례대로 끝납니다.
work-waiting = 다른 프로세스가 대기열을 맡고 있습니다. 그것이 끝나면 이어받습니다.
work-ended = 차례대로 끝났습니다. 하던 작업은 마치거나 되돌려 놓았습니다.

## 나

settings-default = 기본값
settings-language = 채팅 봇의 언어
settings-format = 의뢰서에 판형이 없을 때
settings-genre = 의뢰서에 장르가 없을 때
settings-forkable = 판 번호를 아는 사람은 그 판을 보고 복사할 수 있습니다
settings-not-forkable = 다른 사람은 내 판을 보거나 복사할 수 없습니다
settings-shared = 판 번호를 아는 사람은 그 표지를 바꾸고 판을 더할 수 있습니다
settings-not-shared = 다른 사람은 내 표지를 바꿀 수 없습니다
my-data-written = 나에 관해 보관한 모든 것을 { $file } 파일에 썼습니다: 표지 { $covers }개, 판 { $versions }개, 그림 { $pictures }개.
my-data-missing = 그림 { $count }개를 읽을 수 없었습니다. 파일 안의 missing.txt에 적혀 있습니다.
forget-will = 완전히 삭제됩니다: 표지 { $covers }개와 판 { $versions }개, 작업과 설정, 그림 { $megabytes } MB. 기다리는 작업은 끝납니다. 내 폴더의 파일은 남습니다. 먼저 “articover my-data”로 모두 저장할 수 있습니다.
forget-sure = 모두 지울까요?
forget-kept = 아무것도 지우지 않았습니다.
forget-done = 지웠습니다: 표지 { $covers }개, 판 { $versions }개, 작업 { $jobs }개, 그림 { $pictures }개({ $megabytes } MB).
