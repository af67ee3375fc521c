### ArtiCover가 한국어로 하는 말. en.ftl과 키도, 들어가는 값도 같습니다.

## 도움말

help-heading-usage = 사용법
help-heading-options = 옵션
help-heading-commands = 명령
help-heading-book = 책
help-heading-look = 디자인
help-heading-files = 파일
help-help = 이 도움말을 보여 주고 끝냅니다.
help-lang = 영어나 한국어. 없으면 ARTICOVER_LANG, 시스템 언어 순입니다.
help-debug = 예상하지 못한 오류가 나면 자세한 내용도 보여 줍니다.
help-version = 버전을 보여 주고 끝냅니다.

help-root =
    ArtiCover는 의뢰서 하나로 책 표지를 완성합니다. GPU도, 계정도, 내려받을 것도 필요 없습니다.
    고칠 때마다 새 판이 생기고, 예전 판은 사라지지 않습니다. 이렇게 시작합니다:  articover cover
help-root-epilog =
    VERSION은 k3f8a2b4cd 같은 판 번호나 “last”(가장 새 표지에서 지금 보는 판)입니다.
    예: articover 명령 --help. 종료 코드: articover cover --help.

help-cover =
    의뢰서로 표지를 만듭니다.

    터미널에서 옵션 없이 실행하면 하나씩 차례로 여쭙니다. 옵션으로 적거나 파일(--brief)에
    적어도 됩니다. 둘 다 있으면 옵션을 따릅니다. 꼭 필요한 것은 제목뿐이고, 장르와 줄거리가
    그림의 소재를 정합니다.
help-cover-short = 의뢰서로 표지를 만듭니다.
help-cover-epilog =
    예:

      articover cover --brief book.toml --options 6
      articover cover --title "The Quiet Lantern" --genre mystery --summary "A lighthouse goes dark."
      articover cover --brief book.toml --seed 7 --options 1 --out final
      articover cover --title "섬의 겨울" --author "한서윤" --art island.jpg
      articover cover --title "섬의 겨울" --genre 에세이 --engine painter
      articover cover --title "섬의 겨울" --genre 에세이 --from island.jpg

    의뢰서와 시드가 같으면 표지도 마지막 바이트까지 같습니다. 모델이 그린 표지는 모델과
    라이브러리도 같아야 합니다. --force 없이는 아무것도 덮어쓰지 않고, 도중에 멈춰도 쓰다 만
    파일이 남지 않습니다.

    종료 코드:

      0    완료
      1    인쇄소에 맡길 수 없는 파일 (articover preflight)
      2    의뢰서나 옵션을 고쳐야 함
      3    파일을 쓸 수 없음: 이미 있거나 폴더가 잠김
      4    디스크가 가득 참
      5    이 컴퓨터에 빠진 것이 있음(articover doctor 참고)
      6    데이터베이스나 보관한 그림을 읽거나 쓸 수 없음
      7    자리가 없음: 기다리는 작업이나 그림이 너무 많음
      8    작업 실패: 까닭은 메시지에 있음
      70   예상하지 못한 오류
      130  중단됨
help-title = 책 제목.
help-subtitle = 부제.
help-author = 표지에 들어갈 지은이 이름.
help-series = 시리즈와 권 번호. 예: "해안 이야기 2"
help-genre = 장르: 미스터리, SF, romance … (articover styles --list에 모두 있습니다.)
help-summary = 책의 줄거리. 한국어나 영어로 적으며, 그림의 소재를 정합니다.
help-requirements = 바라는 점을 편하게 적어 주세요. 예: "바다와 등대, 미니멀하게", "no people, blue and gold"
help-language = 책의 언어(ko, en, ja …). 적지 않으면 제목을 보고 정합니다.
help-format = 판형이나 비율: 신국판, 46판, a5, 6x9, ebook, square, 또는 2:3 같은 가로:세로.
help-style = 모든 시안에 쓸 스타일 하나. (articover styles --list에 이름이 있습니다.)
help-options = 서로 다른 시안의 수, 1부터 8까지.
help-seed = 정수. 시드가 같으면 표지도 같습니다. 적지 않으면 무작위로 정합니다.
help-engine = 그림을 그릴 쪽. illustrator는 내장 일러스트레이터로, 어느 크기에서나 선명합니다. painter는 Stable Diffusion 모델로, 설치된 곳에서만 됩니다(articover doctor 참고). 적지 않으면 모델이 있고 --style이 없을 때는 모델이, 아니면 일러스트레이터가 그립니다.
help-art = 직접 찍은 사진이나 그린 그림(JPEG, PNG, WebP, TIFF). 판형에 맞게 자르고 얼굴을 피해 글자를 넣습니다. 새로 그리는 것은 없습니다. 인쇄하려면 너비 1800 px 이상이 좋습니다.
help-from = 그림의 바탕이 될 내 사진이나 그림. 구도를 살려 모델이 새로 그립니다.
help-brief = 의뢰서를 적은 TOML 또는 JSON 파일. 키 이름은 이 옵션들과 같습니다.
help-out = 파일을 쓸 폴더(적지 않으면 { $folder }/제목).
help-force = 같은 이름의 파일을 덮어씁니다.
help-print = 300 DPI 인쇄 파일(글자가 벡터인 PDF, PNG, JPEG)까지 만들지, 더 빠르게 미리보기만 만들지 고릅니다.
help-json = 표준 출력에 JSON 객체 하나만 출력합니다.

help-doctor = 이 컴퓨터를 살핍니다. 무엇이 설치되어 있는지, 어느 엔진이 왜 그리는지, 어떤 글꼴이 있는지, 이곳에 표지를 쓸 수 있는지 알려 줍니다.
help-doctor-short = 이 컴퓨터를 살핍니다.
help-doctor-out = 표지를 쓸 폴더.
help-styles = 모든 스타일의 표지를 그림 한 장에 모으거나, 글로 설명합니다(--list).
help-styles-short = 무엇을 그릴 수 있는지 보여 줍니다.
help-styles-out = 그림을 저장할 파일(적지 않으면 { $file }).
help-styles-list = 스타일과 장르를 글로 설명하고 그림은 그리지 않습니다.
help-completion = 셸에서 명령과 옵션을 자동 완성하는 스크립트를 출력합니다.
help-completion-short = 셸 자동 완성을 켭니다.
help-completion-epilog =
    사용하시는 셸에 맞게 한 번만 실행하세요.

      bash:  articover completion bash >> ~/.bashrc
      zsh:   articover completion zsh >> ~/.zshrc
      fish:  articover completion fish > ~/.config/fish/completions/articover.fish

## 명령줄의 실수

usage-no-such-option = { $option } 옵션은 없습니다.{ $near ->
    [none] {""}
   *[other] {" "}혹시 이것인가요? { $near }
    }
usage-no-such-command = “{ $command }” 명령은 없습니다.{ $near ->
    [none] {""}
   *[other] {" "}혹시 이것인가요? { $near }
    }
usage-option-without-value = { $option }: 뒤에 값을 적어 주세요.
usage-argument-missing = 빠진 것이 있습니다: { $argument }.
usage-bad-value = { $option }: { $reason }
usage-too-many-words = 어느 옵션에도 속하지 않는 말이 있습니다: { $extra }. 띄어쓰기가 있는 글은 따옴표로 묶어 주세요: --title "바다의 편지"
usage-not-understood = 이해하지 못한 부분이 있습니다: { $reason }
usage-not-whole = { $low }부터 { $high }까지의 정수를 적어 주세요.
usage-not-one-of = 다음 가운데 하나를 적어 주세요: { $choices }.
usage-see-help = { $command } --help를 보세요.
error-line = 오류: { $message }

## 의뢰서의 항목 이름

field-title = 제목
field-subtitle = 부제
field-author = 지은이
field-series = 시리즈
field-free = 자유 글
field-genre = 장르
field-summary = 줄거리
field-requirements = 바라는 점
field-language = 언어
field-format = 판형
field-style = 스타일
field-seed = 시드
field-options = 시안 수
kind-list = 목록
kind-table = 표
kind-boolean = 참/거짓 값
kind-date = 날짜
kind-value = 값 하나뿐

## 의뢰서의 문제

brief-missing = { $field }: 꼭 있어야 합니다. 적어 주세요.
brief-too-long = { $field }: { $length }자는 너무 깁니다. { $limit }자 이하로 줄여 주세요.
brief-not-text = { $field }: 글로 적어 주세요. 지금은 { $kind }입니다.
brief-undrawable = { $field }: 여기 있는 글꼴로 쓸 수 없는 글자를 빼 주세요: { $characters } ({ $names }).
brief-stacked-marks = { $field }: 한 글자에 붙는 부호를 { $limit }개 이하로 줄여 주세요.
brief-not-whole-number = { $field }: “{ $value }” 대신 정수를 적어 주세요.
brief-out-of-range = { $field }: { $value } 값은 쓸 수 없습니다. { $low }부터 { $high }까지 골라 주세요.
brief-language = 언어: “{ $value }”: 지원하지 않는 언어입니다. 다음 가운데서 골라 주세요: { $languages }.
brief-unknown-key = 의뢰서에 알 수 없는 항목이 있습니다: “{ $key }”.{ $near ->
    [none] {" "}지워 주세요. 쓸 수 있는 항목: { $keys }.
   *[other] {" "}혹시 이것인가요? { $near }
    }
brief-given-twice = { $field }: 두 번 적혀 있습니다(두 번째는 “{ $key }”). 하나만 남겨 주세요.
brief-file-syntax = 의뢰서 파일을 읽을 수 없습니다{ $line ->
    [0] {""}
   *[other] {" "}({ $line }번째 줄, { $column }번째 글자)
    }. 고쳐 주세요: { $fault }.
brief-file-not-table = 의뢰서 파일에는 이름 붙은 항목(title = "…")이 있어야 합니다. 지금은 { $kind }입니다.
brief-file-kind = 의뢰서 파일은 .toml이나 .json으로 끝나야 합니다. 지금은 “{ $suffix }”입니다.
brief-file-unreadable = { $path } 파일을 읽을 수 없습니다. { $reason }.
brief-file-large = { $path } 파일이 { $limit_mb }MB를 넘습니다. 맞는 파일인지 확인해 주세요.
fault-open-quote = 따옴표를 같은 줄에서 닫지 않았거나, 쓸 수 없는 문자가 들어 있습니다
fault-value = 글은 title = "…"처럼 곧은 따옴표 안에 적어야 합니다
fault-line = 줄마다 key = "글"의 꼴이어야 합니다
fault-key = 여기에는 큰따옴표로 묶은 키가 와야 하고, 마지막 항목 뒤에는 쉼표가 없어야 합니다
fault-comma = 쉼표가 빠졌습니다
fault-colon = 쌍점(:)이 빠졌습니다
fault-rest = 끝난 뒤에 다른 글이 더 있습니다
fault-backslash = 역슬래시는 두 번(\\) 적어야 합니다
fault-twice = 같은 키가 두 번 적혀 있습니다
fault-other = 이 파일 형식에 맞지 않습니다
reason-not-found = 그런 파일이 없으니 이름을 확인해 주세요
reason-not-allowed = 읽을 권한이 없으니 권한을 확인해 주세요
reason-a-folder = 폴더이니 그 안의 파일을 골라 주세요
reason-not-utf8 = UTF-8 글이 아니니 UTF-8로 저장해 주세요
format-unknown = 판형: “{ $asked }” 판형은 알 수 없습니다.{ $near ->
    [none] {" "}신국판, 46판, a5, 6x9, ebook, square, 또는 2:3 같은 비율로 적어 주세요.
   *[other] {" "}혹시 이것인가요? { $near }
    }
format-ratio-range = 판형: “{ $asked }” 비율은 너무 치우쳤습니다. { $narrowest }부터 { $widest } 사이로 적어 주세요.
format-size-range = 판형: “{ $asked }” 크기는 쓸 수 없습니다. { $low_mm }mm부터 { $high_mm }mm({ $low_in }~{ $high_in }인치) 사이로 적어 주세요.
genre-unknown = 장르: “{ $asked }” 장르는 알 수 없습니다.{ $near ->
    [none] {" "}articover styles --list에 모두 있습니다. 비워 두셔도 됩니다.
   *[other] {" "}혹시 이것인가요? { $near }
    }
style-unknown = 스타일: “{ $asked }” 스타일은 알 수 없습니다.{ $near ->
    [none] {" "}articover styles --list에 모두 있습니다.
   *[other] {" "}혹시 이것인가요? { $near }
    }
lettering-no-face = 여기 있는 글꼴로는 { $characters } 글자를 쓸 수 없습니다. 다른 글자로 바꿔 주세요. 글꼴은 articover doctor로 볼 수 있습니다.
lettering-no-room = 표지에 들어갈 자리가 없는 글이 있습니다: “{ $words }”. 줄이거나 더 넓은 판형을 골라 주세요.

## 가져온 그림의 문제

art-and-from = --art는 그림에 글자만 넣고, --from은 그 그림을 바탕으로 새로 그립니다. 둘 중 하나만 적어 주세요.
from-needs-painter = 그림을 바탕으로 그리는 것은 painter만 할 수 있습니다. --engine을 빼거나 --engine painter로 적어 주세요.
art-with-engine = --art를 쓰면 그 그림이 표지가 되어 따로 그리지 않습니다. 바탕으로 삼으려면 --from으로 적어 주세요.
art-with-style = 스타일은 새로 그리는 표지에만 쓰입니다. --art를 주면 그 그림이 표지가 되니, 둘 중 하나만 적어 주세요.
picture-missing = { $path } 그림이 없습니다. 이름을 확인해 주세요.
picture-no-file = { $path }: 파일이 아닙니다. 그림 파일을 주세요.
picture-closed = { $path } 그림을 읽을 수 없습니다: { $reason }. 열어 볼 수 있는 파일인지 확인해 주세요.
picture-too-large = 그림이 { $limit_mb }MB를 넘습니다. JPEG 등으로 더 작게 저장해 주세요.
picture-too-many-pixels = 그림이 { $limit_mp }백만 픽셀을 넘습니다. 크기를 줄여 주세요.
picture-too-small = 그림이 { $width } × { $height } px밖에 되지 않습니다. 짧은 변이 { $least } px 이상, 인쇄하려면 1800 px쯤 되는 그림을 주세요.
picture-kind = 쓸 수 있는 그림 파일이 아닙니다. 다음 가운데 하나로 주세요: { $kinds }.
picture-several = 파일에 그림이 여러 장이거나 움직이는 그림입니다. 한 장짜리 그림을 주세요.
picture-unreadable = 그림이 손상되었거나 잘렸거나, 보기 드문 방식으로 저장되어 있습니다. 그림 프로그램에서 열어 JPEG나 PNG로 다시 저장해 주세요.

## 파일의 문제

output-exists = { $count ->
    [one] { $path } 파일이 이미 있습니다.
   *[other] 파일 { $count }개가 이미 있습니다. 첫 번째는 { $path }입니다.
    } 다른 폴더를 고르거나(--out), --force로 덮어써 주세요.
output-no-space = 디스크가 가득 차서 { $path } 파일을 쓸 수 없습니다. 쓰다 만 파일은 없습니다. 공간을 비우고 다시 해 주세요.
output-not-writable = { $path }: 쓸 권한이 없습니다. --out으로 다른 폴더를 골라 주세요.
output-not-a-folder = { $path }: 폴더가 아니라 파일입니다. --out으로 다른 곳을 골라 주세요.
output-is-a-folder = { $path }: 파일이 들어갈 자리에 폴더가 있습니다. --out으로 다른 곳을 골라 주세요.
output-name-too-long = { $path }: 이름이 너무 길어 저장할 수 없습니다. --out으로 더 짧은 폴더를 골라 주세요.
output-failed = { $path } 파일을 쓰지 못했습니다: { $reason }. 다시 해 보거나 --out으로 다른 곳을 골라 주세요.

## 컴퓨터의 문제

missing-graphics = 그림 라이브러리 skia에는 시스템의 libGL과 libEGL이 필요합니다. 데비안과 우분투에서는 이렇게 설치해 주세요: sudo apt-get install libgl1 libegl1 libglib2.0-0
missing-library = 라이브러리를 불러올 수 없습니다: { $reason }. articover doctor를 실행해 주세요.
memory = 이 그림을 그리기에는 남은 메모리가 모자랍니다. 시안 수를 줄이거나 --preview로 실행해 주세요.
interrupted = 멈추었습니다. 쓰다 만 파일은 없습니다.
internal = 예상하지 못한 오류가 났습니다. 자세한 내용은 { $log } 파일에 있습니다.
internal-unlogged = 예상하지 못한 오류가 났고, 기록도 남기지 못했습니다: { $reason }

## 차례로 묻기

interview-hello = 표지를 만들어 보겠습니다. 몇 가지만 여쭙겠습니다. 엔터를 누르면 괄호 안의 값으로 정합니다.
interview-keys = “<”를 치면 앞 질문으로 돌아가고, “-”를 치면 답을 비웁니다. Ctrl-C를 누르면 멈추며, 다 끝나기 전에는 아무것도 저장하지 않습니다.
interview-title = 제목이 무엇인가요?
interview-title-example = 예: 바다의 편지
interview-subtitle = 부제가 있나요?
interview-subtitle-example = 예: 섬마을 우체부의 사계절 (없으면 엔터)
interview-author = 표지에 지은이 이름을 어떻게 적을까요?
interview-author-example = 예: 한서윤 (없으면 엔터)
interview-series = 시리즈에 속한 책인가요?
interview-series-example = 예: 해안 이야기 2 (없으면 엔터)
interview-genre = 장르가 무엇인가요?
interview-genre-example = 예: { $genres } (알아서 고르려면 엔터)
interview-summary = 어떤 책인가요? 한 문장에서 다섯 문장으로 적어 주세요.
interview-summary-example = 예: 북쪽 섬의 등대지기가 끝내 도착하지 않은 배에서 온 편지들을 발견한다. (없으면 엔터)
interview-requirements = 표지에 바라는 점이 있나요?
interview-requirements-example = 예: 바다와 등대, 사람 없이, 미니멀하게 (없으면 엔터)
interview-format = 판형은 무엇으로 할까요?
interview-format-example = 예: 신국판, 46판, a5, 6x9, ebook, square, 2:3
interview-options = 시안을 몇 개 만들까요? 1부터 8까지.
interview-options-example = 예: 4
interview-first = 이미 첫 질문입니다.

## 일하는 동안

progress-reading = 의뢰서를 읽는 중
progress-drawing = 표지를 그리는 중
progress-painting = 모델이 그리는 중
progress-sheet = 시안을 한 장에 모으는 중
progress-finding = 글자 찾는 중
progress-erasing = 글자 지우는 중
progress-enlarging = 그림을 키우는 중
progress-saving = 파일을 저장하는 중

## 만든 것

report-made = 《{ $title }》 표지 { $count }개를 { $folder }에 만들었습니다.
report-option = { $number }. { $style } · { $motifs }
report-lettered = { $number }. { $face }, 제목은 { $place ->
    [head] 위쪽
    [foot] 아래쪽
    [left] 왼쪽
    [right] 오른쪽
   *[middle] 가운데
    }
report-painted = { $lettered } · 시드 { $seed }
report-understood = 알아들은 것: { $things }
report-left-out = 그림에 담지 못한 말: { $sentences }
report-quoted = “{ $text }”
report-no-motifs = 특정한 소재 없음
report-seed = 시드 { $seed }: 같은 숫자를 쓰면 같은 표지가 나옵니다.
report-sheet = 한눈에 보기: { $file }

## 점검: 무엇을 쟀는지, 좋지 않으면 어떻게 할지 말합니다.

preflight-mark-pass = 좋음
preflight-mark-warn = 참고
preflight-mark-fail = 문제
preflight-summary = { $verdict ->
    [pass] 점검: 모두 좋습니다.
    [warn] 점검: 쓸 수 있습니다. 참고 사항을 읽어 주세요.
   *[fail] 점검: 아직 쓰기 어렵습니다. 문제를 읽어 주세요.
    }
preflight-pixels = 크기: { $measured } px.{ $verdict ->
    [pass] {""}
    [warn] {" "}미리보기입니다. 인쇄 파일은 { $limit } px입니다.
   *[fail] {" "}이 판형은 { $limit } px이어야 합니다. 파일을 다시 만들어 주세요.
    }
preflight-resolution = 해상도: { NUMBER($measured, maximumFractionDigits: 0) } DPI.{ $verdict ->
    [pass] {""}
    [warn] {" "}인쇄에는 { $limit } DPI가 필요하며 인쇄 파일은 그렇게 나옵니다. 직접 그린 그림은 다시 그리고 다른 그림은 키웁니다.
   *[fail] {" "}인쇄에는 { $limit } DPI가 필요해, 인쇄 파일을 만들 때 키웁니다. 세부는 새로 그려 넣게 되니 더 큰 그림이나 더 작은 판형이면 더 좋습니다.
    }
preflight-painted-resolution = 해상도: { NUMBER($measured, maximumFractionDigits: 0) } DPI.{ $verdict ->
    [pass] {""}
    [warn] {" "}인쇄소는 { $limit } 이상을 바랍니다. 모델이 그린 그림은 픽셀이 이만큼이라 인쇄 파일을 만들 때 키웁니다.
   *[fail] {" "}인쇄소는 { $limit } 이상을 바랍니다. 모델이 그린 그림은 픽셀이 이만큼이라 인쇄 파일을 만들 때 키웁니다. 그때 얼굴과 세부를 잘 살펴봐 주세요.
    }
preflight-enlarged = 키우기 전 해상도: { NUMBER($measured, maximumFractionDigits: 0) } DPI.{ $verdict ->
    [pass] {""}
   *[warn] {" "}인쇄에 필요한 { $limit } DPI로 키웠습니다. 세부는 새로 그려 넣은 것이니 얼굴과 질감을 잘 살펴봐 주세요.
    }
preflight-contrast-title = 제목의 명암비: { $measured } 대 1.{ $verdict ->
    [pass] {""}
   *[fail] {" "}{ $limit } 이상이어야 합니다. 다른 시드나 스타일을 써 보세요.
    }
preflight-contrast-small = 작은 글자의 명암비: { $measured } 대 1.{ $verdict ->
    [pass] {""}
   *[fail] {" "}{ $limit } 이상이어야 합니다. 다른 시드나 스타일을 써 보세요.
    }
preflight-smallest-text = 가장 작은 글자: { $measured } pt.{ $verdict ->
    [pass] {""}
    [warn] {" "}{ $limit } pt부터 편하게 읽힙니다. 부제, 시리즈, 지은이를 줄여 주세요.
   *[fail] {" "}깨끗하게 인쇄되지 않습니다. 부제, 시리즈, 지은이를 줄여 주세요.
    }
preflight-thumbnail-size = 너비 100 px 섬네일에서 제목 글자 높이: { $measured } px.{ $verdict ->
    [pass] {""}
   *[warn] {" "}{ $limit } px부터 읽을 수 있습니다. 제목이 짧을수록 글자가 커집니다.
    }
preflight-thumbnail-contrast = 너비 100 px 섬네일의 명암비: { $measured } 대 1.{ $verdict ->
    [pass] {""}
   *[warn] {" "}{ $limit }부터 제목이 눈에 띕니다. 다른 시드나 스타일을 써 보세요.
    }
preflight-safe-area = 가장자리에 가장 가까운 글자: { $measured } mm.{ $verdict ->
    [pass] {""}
    [warn] {" "}재단할 때 { $limit } mm까지 잘릴 수 있습니다. 다른 시드나 더 넓은 판형을 써 보세요.
   *[fail] {" "}가장자리를 넘습니다. 다른 시드나 더 넓은 판형을 써 보세요.
    }
preflight-file-jpeg = JPEG: { $measured } MB.{ $verdict ->
    [pass] {""}
    [warn] {" "}서점은 { $limit } MB 이하를 권합니다.
   *[fail] {" "}서점은 { $limit } MB까지만 받습니다.
    }
preflight-file-pdf = PDF: { $measured } MB.{ $verdict ->
    [pass] {""}
    [warn] {" "}인쇄소는 { $limit } MB 이하를 권합니다.
   *[fail] {" "}인쇄소는 { $limit } MB까지만 받습니다.
    }
preflight-shop-pixels = 서점용: { $measured } px.{ $verdict ->
    [pass] {""}
   *[fail] {" "}서점은 { $limit } px을 받습니다. 다른 판형을 골라 주세요.
    }

## 진단

doctor-title = 이 컴퓨터의 ArtiCover { $version }
doctor-good = 모두 갖춰져 있습니다.
doctor-usable = 표지를 만들 수 있습니다. 다만 아쉬운 점이 { $count }가지 있습니다.
doctor-bad = 아직 표지를 만들 수 없습니다. { $count }가지가 빠져 있습니다.
doctor-mark-ok = 좋음
doctor-mark-warning = 참고
doctor-mark-missing = 없음
doctor-python = 파이썬 { $version }, { $system }
doctor-remedy-python = 파이썬 3.11 이상을 설치해 주세요.
doctor-library = { $name } { $version }
doctor-font-packages = 글꼴 패키지 { $count }개
doctor-library-missing = { $name }: 설치되어 있지 않습니다
doctor-remedy-library = ArtiCover를 다시 설치해 주세요: pip install --force-reinstall articover
doctor-graphics = 그림 라이브러리를 불러왔습니다(GPU는 필요 없습니다)
doctor-graphics-missing = 그림 라이브러리를 불러올 수 없습니다: { $reason }
doctor-remedy-graphics-apt = 이렇게 해 주세요: sudo apt-get install libgl1 libegl1 libglib2.0-0
writing-latin = 로마자
writing-hangul = 한글
writing-kana = 가나
writing-han = 한자
writing-cyrillic = 키릴 문자
writing-greek = 그리스 문자
writing-arabic = 아랍 문자
writing-hebrew = 히브리 문자
writing-thai = 태국 문자
writing-devanagari = 데바나가리
doctor-fonts = { $writing }: 글꼴 { $count }종 ({ $families })
doctor-fonts-none = { $writing }: 글꼴이 없습니다
doctor-face-missing = ArtiCover에 딸린 글꼴 { $family } 파일이 없습니다
doctor-remedy-fonts = 이 문자로 적은 제목은 만들 수 없다고 알려 드립니다. 데비안과 우분투에서는 이렇게 설치해 주세요: sudo apt-get install fonts-noto-core
doctor-engine-illustrator = 그리기: 내장 일러스트레이터, 스타일 { $count }가지. GPU도 모델 파일도 필요 없습니다
doctor-engine-motifs = 소재: 내장 문장 인코더 { $version }, 인터넷 없이 줄거리를 읽습니다
doctor-engine-motifs-missing = 소재: 문장 인코더가 없어 줄거리에 그대로 나온 낱말만 알아봅니다
doctor-engine-faces = 사진 속 얼굴: OpenCV가 찾아 글자가 덮지 않게 합니다
doctor-folder = { $folder } 폴더에 표지를 쓸 수 있습니다
doctor-folder-closed = { $folder } 폴더에 쓸 수 없습니다
doctor-remedy-folder = --out으로 다른 폴더를 골라 주세요.
doctor-disk = 남은 공간: { $free_mb }MB
doctor-remedy-disk = 공간을 비워 주세요. 시안 여덟 개와 인쇄 파일에는 250MB쯤 필요합니다.
doctor-locale = { $language ->
    [ko] 한국어
   *[other] 영어
    }로 말합니다. 터미널은 { $encoding }을 씁니다
doctor-remedy-locale = 한글에는 UTF-8이 필요합니다. 이렇게 해 주세요: export LANG=C.UTF-8

## 스타일

styles-made = 스타일 { $count }가지를 한 장에 모았습니다: { $file }
styles-title = ArtiCover가 그릴 수 있는 것
styles-line = 스타일마다 지어낸 책 한 권씩
styles-heading = 스타일 (--style)
styles-genres = 장르 (--genre, 흔히 쓰는 다른 이름도 알아듣습니다)
