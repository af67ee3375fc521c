### 파일을 내려받는 페이지

download-size = { $size }MB
download-days = { $count }일 더 보관합니다.
download-left = { $left } 더 보관합니다.
download-until = { $moment } UTC까지
download-button = 내려받기
download-over = 링크가 만료되었습니다
download-over-why = 보관 기간이 지났거나 표지가 삭제되었습니다. 대화방의 표지에서 ‘{ $button }’ 버튼을 누르면 다시 만들어 드립니다.
download-unknown = 파일을 찾을 수 없습니다
download-unknown-why = 주소가 올바르지 않습니다. 대화방의 링크를 다시 열어 주세요.
download-later = 지금은 열 수 없습니다
download-later-why = 파일은 그대로 보관되어 있습니다. 잠시 후 이 페이지를 다시 열어 주세요.
