### 그림을 키우는 명령

help-upscale = Real-ESRGAN으로 그림을 인쇄용으로 키웁니다. 그림 파일이나 판의 그림에 쓰며, 판이면 새 판이 생깁니다. 가로와 세로가 각각 네 배가 되거나, 파일이면 --to로 적은 크기가 됩니다. 표지의 글자는 벡터라서 키울 필요가 없습니다.
help-upscale-short = 그림을 인쇄용으로 키우기.
help-upscale-epilog =
    예:

      articover upscale last
      articover upscale photo.jpg --to 6x9
      articover upscale drawing.png --weights anime --to 2480x3508px
help-upscale-to = 파일일 때: 300DPI로 채울 판형이나 픽셀 크기. 비율이 맞지 않는 부분은 그림이 가장 덜 상하는 쪽에서 잘라 냅니다.
help-upscale-out = 키운 그림을 둘 폴더(적지 않으면 지금 폴더, 판이면 covers/제목).
upscale-to-version = 판의 그림은 그 표지의 판형에 맞춰 키우므로 --to를 쓸 수 없습니다. 다른 판형은 “articover export VERSION --format FORMAT”을 쓰세요.
help-upscale-weights = 그림을 키우는 모델: 사진·회화용(photo), 선화용(anime), 빠른 것(draft). 적지 않으면 그림을 보고 고릅니다.
upscale-left = { $time } 남음
upscaled-file = { $weights ->
    [photo] 사진·회화용 모델로
    [anime] 선화용 모델로
   *[draft] 빠른 모델로
    } { $width } × { $height }픽셀로 키웠습니다.
