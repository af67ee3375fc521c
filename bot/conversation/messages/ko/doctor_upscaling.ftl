### articover doctor: 인쇄용으로 그림 키우기

doctor-upscaling-weights = 인쇄용 확대: Real-ESRGAN 모델 파일이 공개된 것과 같습니다
doctor-upscaling-damaged = 인쇄용 확대: { $file } 파일이 없거나, 손상되었거나, 예상과 다릅니다
doctor-upscaling-engine = { $engine ->
    [ncnn] 인쇄용 확대: ncnn으로 CPU에서 키웁니다
    [torch] 인쇄용 확대: torch로 키웁니다
   *[realesrgan] 인쇄용 확대: realesrgan 패키지로 키웁니다
    }
doctor-upscaling-extra-wanted = 인쇄용 확대: ARTICOVER_UPSCALER로 { $engine } 엔진을 골랐지만 추가 기능 “{ $extra }”이 설치되어 있지 않아 그림을 키우지 못합니다
doctor-remedy-upscaling-diffusion = 이렇게 설치하거나(pip install ".[diffusion]") ARTICOVER_UPSCALER를 ncnn으로 두세요.
doctor-remedy-upscaling-realesrgan = 이렇게 설치하거나(pip install ".[realesrgan]") ARTICOVER_UPSCALER를 ncnn으로 두세요.
