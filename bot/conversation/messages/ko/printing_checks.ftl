### 인쇄 파일 점검: 무엇이 어떤지와 기준, 그리고 고치는 방법

## 점검할 수 없는 파일

unchecked-missing = { $path } 파일이 없습니다. 이름과 폴더를 확인해 주세요.
unchecked-folder = { $path }: 폴더입니다. 그 안의 파일 이름을 적어 주세요.
unchecked-closed = { $path } 파일을 읽을 수 없습니다: { $reason }. 권한을 확인해 주세요.
unchecked-kind = 점검할 수 있는 파일이 아닙니다. PDF, PNG, JPEG, TIFF 파일을 주세요.
unchecked-large = 파일이 { NUMBER($limit_mb, useGrouping: 0) } MB보다 커서 어느 인쇄소도 받지 않습니다. 더 작게 저장해 주세요.
unchecked-password = 암호를 넣어야 열리는 PDF입니다. 인쇄소가 요구하는 대로 암호 없이 저장해 주세요.
unchecked-damaged = PDF가 손상되었거나 페이지가 없어 읽을 수 없습니다. 다시 내보내 주세요.
unchecked-complex = 페이지에 그려진 것이 너무 많아 점검할 수 없습니다. 300 DPI 그림으로 병합해 다시 저장해 주세요.
unchecked-page = 페이지 크기가 { $width_mm } × { $height_mm } mm로, 표지라고 볼 수 없습니다. 페이지 크기를 확인해 주세요.

## 명령

help-preflight = 직접 만든 파일(PDF, PNG, JPEG, TIFF)이나 표지의 판을 인쇄소처럼 점검합니다. 크기, 도련, 해상도, 색, 잉크 총량, 글꼴, 투명 효과, 재단선과 접는 선에 가까운 글자, 책등, 바코드, 섬네일, 파일 크기를 봅니다. 항목마다 무엇이 어떤지, 기준이 무엇인지, 어떻게 고치는지 알려 줍니다. 통과하지 못한 항목이 있으면 1로 끝납니다.
help-preflight-short = 파일을 인쇄소처럼 점검합니다.
help-preflight-all = 좋은 항목도 보여 줍니다.
help-preflight-epilog =
    예:

      articover preflight cover.pdf --for kdp-6x9 --pages 312 --paper cream
      articover preflight front.png --for a5
      articover preflight front.jpg --for ebook
      articover preflight last --for ingram-6x9 --pages 312 --json
preflight-of = { $file } → { $target }
preflight-place = 왼쪽에서 { $x } mm, 위에서 { $y } mm
preflight-unmeasured = 점검하지 못했거나 일부만 점검한 항목: { $checks }.
preflight-front-only = 쪽수를 몰라 앞표지만 점검했습니다. --pages로 쪽수를 알려 주시면 뒤표지, 책등, 바코드도 점검합니다.
preflight-pages-untold = --pages와 --paper로 쪽수와 용지를 알려 주시면 책등과 접는 선도 점검합니다.
preflight-back-of-file = --blurb, --about, --spine은 판에만 쓸 수 있습니다. 파일에는 이미 글이 들어 있습니다.
preflight-paper-assumed = 참고: { $paper } 한 쪽의 두께는 공개된 값이 없어 책등 너비가 어림값입니다. 인쇄소가 책등 너비를 알려 주면 용지 대신 “책등 14mm”처럼 적어 주세요.
preflight-passed = { $count }가지 항목은 좋습니다.
preflight-more = 이 밖에 { $count }가지가 더 있습니다.
preflight-all-in-order = { $part ->
    [some] { $target }: 점검한 항목에는 문제가 없습니다.
   *[all] { $target }에 그대로 맡길 수 있습니다.
    }
preflight-only-notes = { $part ->
    [some] { $target }: 점검한 항목에는 문제가 없습니다.
   *[all] { $target }에 맡길 수 있습니다.
    } 참고 사항을 읽어 주세요.
preflight-not-yet = 이대로는 { $target }에서 받지 않습니다.

## 점검하지 못한 항목의 이름

preflight-name-title-size = 섬네일
preflight-name-edge-clearance = 글자와 그 자리
preflight-name-spine-width = 책등 너비
preflight-name-spine-text = 책등 글자
preflight-name-barcode = 바코드
preflight-name-total-ink = 잉크의 양

## 파일과 페이지

preflight-file-kind = 파일 종류: { $measured }. 인쇄소는 { $limit } 파일을 받습니다.
preflight-file-kind-mend = “articover print”로 파일을 만들거나, 그림을 페이지에 올려 PDF로 내보내세요.
preflight-page-count = 파일의 페이지 수: { $measured }. 표지는 한 페이지입니다.
preflight-page-count-mend = 표지만 내보내세요. 뒤표지, 책등, 앞표지는 한 페이지에 있어야 합니다.
preflight-blank = 빈 페이지입니다. 인쇄될 것이 없습니다.
preflight-blank-mend = 표지를 다시 내보내고, 보내기 전에 파일을 열어 확인하세요.
preflight-page-size = 페이지 크기: { $measured } mm.{ $verdict ->
    [pass] {""}
   *[other] {" "}{ $limit } mm이어야 합니다.
    }
preflight-page-size-mend = 페이지를 이 크기로 맞추고 배율 없이 다시 내보내세요. 크기를 정하는 판형, 쪽수, 용지도 확인해 주세요.
preflight-spine-width = 책등 자리: { $measured } mm. 이 쪽수와 용지에서는 { $limit } mm입니다.
preflight-spine-width-mend = 쪽수와 용지를 확인하거나, 책등이 끝나는 자리로 앞표지를 옮기세요.
preflight-bleed = 도련(재단 여유): { $measured } mm.{ $verdict ->
    [pass] {""}
   *[other] {" "}그림이 재단선 밖으로 { $limit } mm 나가야 흰 테두리가 생기지 않습니다.
    }
preflight-bleed-mend = 그림을 네 변 모두 재단선 밖까지 넓히고, 도련을 포함해 내보내세요.
preflight-boxes = 페이지 상자: { $verdict ->
    [pass] 서로 바르게 겹쳐 있습니다.
    [warn] 자르기 상자(CropBox)가 표지의 일부를 가립니다. 대부분의 프로그램은 그 안만 보여 줍니다.
   *[fail] 재단 상자(TrimBox)는 도련 상자(BleedBox) 안에, 도련 상자는 페이지 안에 있어야 합니다.
    }
preflight-boxes-mend = 페이지의 재단선과 도련을 지정해 다시 내보내고, 그 밖의 자르기는 없애세요.
preflight-marks = 재단 표시: 페이지가 도련보다 { $measured } mm 더 큽니다.{ $verdict ->
    [pass] {" "}이 인쇄소는 받습니다.
   *[fail] {" "}이 인쇄소는 재단 표시가 있는 파일을 받지 않습니다.
    }
preflight-marks-mend = 재단 표시 없이, 페이지가 도련에서 끝나게 다시 내보내세요.
preflight-encryption = 암호나 제한이 걸린 PDF입니다. 인쇄소는 이런 파일을 받지 않습니다.
preflight-encryption-mend = 암호와 제한 없이 저장하세요.
preflight-extras = PDF 안의 메모, 링크, 양식, 스크립트: { $measured }개. 인쇄되지 않는 것들입니다.
preflight-extras-mend = 메모, 링크, 양식을 지우거나, 페이지를 새 PDF로 인쇄하세요.
preflight-layers = PDF의 레이어: { $measured }개. 숨긴 것이 인쇄될 수 있습니다.
preflight-layers-mend = 내보내기 전에 레이어를 합치고, 안내선과 견본을 지우세요.
preflight-file-pdf-mend = 그림을 300 DPI에 맞춰 고품질 JPEG로 저장하세요.

## 페이지를 이루는 것

preflight-pdf-standard = 표준: { $measured }.{ $verdict ->
    [pass] {""}
   *[fail] {" "}이 인쇄소는 { $limit } 파일만 받습니다.
    }
preflight-pdf-standard-mend = { $limit } 형식으로 내보내세요. “articover print”가 그렇게 만듭니다.
preflight-pdf-claim = { $measured } 파일이라고 적혀 있지만 그 표준을 지키지 않습니다.
preflight-pdf-claim-mend = 고치지 말고 { $limit } 형식으로 새로 내보내세요. 투명 효과 없이, 글꼴을 모두 넣고, 재단 상자를 두어야 합니다.
preflight-output-intent = 출력 의도(어떤 인쇄에 맞춘 색인지): { $verdict ->
    [pass] { $measured }.
   *[fail] 파일에 없습니다.
    }
preflight-output-intent-mend = 인쇄소가 정한 ICC 프로파일을 출력 의도로 넣어 내보내세요.
preflight-colour-space = 색: { $measured }.{ $verdict ->
    [pass] {""}
    [warn] {" "}인쇄소가 { $limit }로 바꾸면 선명한 색이 탁해집니다.
   *[fail] {" "}이 인쇄소는 { $limit }만 받습니다.
    }
preflight-colour-space-mend = 인쇄소의 프로파일을 써서 CMYK로 바꾸고, 보내기 전에 눈으로 확인하세요.
preflight-spot-colours = 별색: { $measured }. 이 인쇄소는 네 가지 잉크(CMYK)로만 인쇄합니다.
preflight-spot-colours-mend = 내보낼 때 별색을 CMYK로 바꾸세요.
preflight-total-ink = 잉크가 가장 많은 곳: { $measured } %.{ $verdict ->
    [pass] {" "}{ $limit } %까지는 제때 마릅니다.
   *[other] {" "}{ $limit } %를 넘으면 제때 마르지 않아 묻어납니다.
    }
preflight-total-ink-mend = 잉크를 제한하는 프로파일로 바꾸거나, 가장 어두운 곳을 밝게 하세요.
preflight-image-resolution = 해상도가 가장 낮은 그림: 놓인 크기에서 { $measured } DPI(1인치당 픽셀 수). 인쇄에는 { $limit } DPI가 필요합니다.
preflight-image-resolution-mend = 더 큰 그림을 넣거나 더 작게 놓으세요. “articover upscale”은 세부를 살려 그림을 키웁니다.
preflight-line-art = 해상도가 가장 낮은 흑백 선 그림: { $measured } DPI(1인치당 픽셀 수). { $limit } DPI는 되어야 가장자리가 매끈합니다.
preflight-line-art-mend = 선 그림을 벡터로 넣거나 더 높은 해상도로 스캔하세요.
preflight-transparency = 투명 효과: { $measured ->
    [opacity] 비쳐 보이는 개체가 있습니다. 인쇄하면 다르게 보일 수 있습니다.
    [soft-mask] 소프트 마스크(그림자, 배경을 지운 그림)가 있습니다. 인쇄하면 다르게 보일 수 있습니다.
    [blend-mode] 섞이는 색이 있습니다. 인쇄하면 다르게 보일 수 있습니다.
   *[none] 없습니다.
    }
preflight-transparency-mend = 투명 효과가 병합되는 PDF/X-1a로 내보내거나, 그림을 불투명한 바탕에 올리세요.
preflight-fonts = 글꼴: { $verdict ->
    [pass] { $measured ->
        [0] 글자가 모두 윤곽선이나 그림입니다.
       *[other] { $measured }개가 모두 들어 있습니다.
        }
   *[fail] 파일에 없어 다른 글꼴로 바뀔 수 있는 것: { $measured }.
    }
preflight-fonts-mend = 내보낼 때 글꼴을 모두 넣거나, 글자를 윤곽선으로 바꾸세요.
preflight-hairline = 가장 가는 선: { $measured } pt. { $limit } pt부터 고르게 인쇄됩니다.
preflight-hairline-mend = 가는 선을 { $limit } pt 이상으로 굵게 하세요.

## 글자

preflight-edge-clearance = { $verdict ->
    [fail] 글자가 재단선에 닿거나 재단선을 넘습니다({ $measured } mm).
   *[other] 재단선에 가장 가까운 글자: { $measured } mm.
    } { $limit } mm는 떨어져야 합니다.
preflight-edge-clearance-mend = 글자를 더 안쪽으로 옮기거나 작게 하세요.
preflight-fold-clearance = 접는 선에 가장 가까운 글자: { $measured } mm. { $limit } mm는 떨어져야 합니다.
preflight-fold-clearance-mend = 글자를 책등에서 떼어 놓으세요. 접는 자리는 1 mm 넘게 움직일 수 있습니다.
preflight-spine-text = 쪽수: { $measured }. { $verdict ->
    [pass] { $limit }쪽부터 책등에 글자를 넣을 수 있습니다.
   *[fail] 책등 글자는 { $limit }쪽부터만 넣을 수 있습니다.
    }
preflight-spine-text-mend = 책등에서 글자를 빼세요.
preflight-spine-clearance = 책등 글자: 책등 가장자리에서 { $measured } mm. { $limit } mm는 떨어져야 합니다.
preflight-spine-clearance-mend = 책등 글자를 작게 하고 가운데에 놓으세요.
preflight-type-size = 가장 작은 글자: 약 { $measured } pt. { $limit } pt부터 편하게 읽힙니다.
preflight-type-size-mend = 더 크게 하거나 글을 줄이세요.
preflight-type-inks = 작은 글자의 잉크: { $measured } %. { $limit } %를 넘으면 네 잉크가 조금만 어긋나도 가장자리가 번져 보입니다.
preflight-type-inks-mend = 작은 글자는 먹 한 색이나 흰색으로 하세요.
preflight-title-size = 서점 목록처럼 너비 100픽셀로 줄이면 가장 큰 글자 높이: { NUMBER($measured, maximumFractionDigits: 1) }픽셀. { $limit }픽셀부터 읽을 수 있습니다.
preflight-title-size-mend = 제목을 더 크게, 더 적은 낱말로 하세요.
preflight-title-contrast = 서점 목록에서 제목의 명암비: { NUMBER($measured, maximumFractionDigits: 1) } 대 1. { $limit }부터 눈에 띕니다.
preflight-title-contrast-mend = 제목 색을 더 밝거나 어둡게 하거나, 바탕을 차분하게 하세요.

## 바코드

preflight-barcode = 바코드: { $verdict ->
    [pass] { $measured }(으)로 읽힙니다.
   *[other] 보이지 않습니다. 이 인쇄소는 뒤표지에 바코드를 요구합니다.
    }
preflight-barcode-mend = ISBN 바코드를 뒤표지 아래쪽에 똑바로, 그림과 겹치지 않게 놓으세요. “articover print --isbn”이 그려 줍니다.
preflight-barcode-isbn = 바코드 번호: { $measured }.{ $verdict ->
    [pass] {" "}ISBN과 같습니다.
   *[fail] {" "}ISBN은 { $limit }입니다.
    }
preflight-barcode-isbn-mend = 올바른 ISBN으로 바코드를 다시 만드세요.
preflight-barcode-place = { $verdict ->
    [fail] 바코드가 뒤표지를 벗어납니다({ $measured } mm).
   *[other] 바코드가 뒤표지 가장자리에서 { $measured } mm 떨어져 있습니다.
    } { $limit } mm 이상이어야 합니다.
preflight-barcode-place-mend = 바코드를 뒤표지 안으로, 가장자리와 책등에서 떨어지게 옮기세요.
preflight-barcode-quiet = 바코드 옆 여백: 가는 막대 { $measured }개 너비. 스캐너에는 { $limit }개 너비가 필요합니다.
preflight-barcode-quiet-mend = 막대 왼쪽과 오른쪽에 흰 여백을 더 두세요.
preflight-barcode-contrast = 바코드 명암: { NUMBER($measured, maximumFractionDigits: 0) } %. { $limit } %부터 스캐너가 잘 읽습니다.
preflight-barcode-contrast-mend = 흰 바탕에 검은 막대로, 뒤에 아무것도 없게 하세요.
preflight-barcode-size = 가장 가는 막대: { $measured } mm. { $limit } mm 이상이어야 합니다.
preflight-barcode-size-mend = 바코드를 더 크게 하세요. 기본 크기의 80 %가 최소입니다.
preflight-barcode-vector = 바코드가 그림입니다. 벡터여야 막대가 또렷합니다.
preflight-barcode-vector-mend = 바코드를 PNG나 JPEG 대신 벡터(PDF, SVG, EPS)로 넣으세요.
preflight-barcode-ink = 막대의 잉크: { $measured } %. 먹 한 색 { $limit } %이어야 합니다.
preflight-barcode-ink-mend = 막대를 먹 100 %로만, 다른 잉크 없이 칠하세요.
preflight-barcode-zone = 인쇄소 바코드 자리 { $measured } mm: { $verdict ->
    [pass] 비어 있습니다.
   *[fail] 바코드가 인쇄될 자리에 글자가 있습니다.
    }
preflight-barcode-zone-mend = 뒤표지 아래쪽, 책등 옆자리에는 글자를 두지 마세요.

## 전자책 서점용 그림

preflight-shop-kind = 파일 종류: { $measured }. 이 서점은 { $limit } 파일을 받습니다.
preflight-shop-kind-mend = 고품질 RGB JPEG로 저장하세요. “articover print”가 만들어 줍니다.
preflight-shop-size = 픽셀: { $measured }. 이 서점은 { $limit } px을 받습니다.
preflight-shop-size-mend = 이 범위 안에서 다시 내보내세요. 1600 × 2560 px이 가장 좋습니다.
preflight-shop-sharp = 선명도: { $measured } px. 고해상도 화면에서는 { $limit } px이어야 선명합니다.
preflight-shop-sharp-mend = 표지를 더 크게 내보내거나 “articover upscale”로 키우세요.
preflight-shop-shape = 세로와 가로의 비: { $measured } 대 1. 서점은 { $limit } 대 1로 보여 주고, 다르면 여백이 생깁니다.
preflight-shop-shape-mend = 1600 × 2560 px에 맞게 자르거나 넓히세요.
preflight-shop-colours = 색: { $measured }.{ $verdict ->
    [pass] {""}
    [warn] {" "}이 서점은 { $limit }를 요구합니다.
   *[fail] {" "}이 서점은 { $limit }만 받습니다. 다른 색 방식은 화면에서 다르게 보입니다.
    }
preflight-shop-colours-mend = RGB(sRGB)로 바꾸어 다시 저장하세요.
preflight-shop-megabytes = 파일 크기: { $measured } MB. 이 서점은 { $limit } MB까지 받습니다.
preflight-shop-megabytes-mend = 품질을 조금 낮춘 JPEG로 저장하세요.
