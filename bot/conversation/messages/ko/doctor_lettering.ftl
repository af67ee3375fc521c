### articover doctor: 그림 속 글자.

doctor-engine-opencv = 그림: OpenCV를 불러올 수 없어({ $reason }) 그림 속 얼굴과 글자를 찾지 못합니다
doctor-remedy-opencv = 이렇게 다시 설치해 주세요: pip install --force-reinstall --no-deps "opencv-python-headless<5"
doctor-lettering-finds = 그림 속 글자: { $detector } 방식으로 찾고, 지운 뒤에는 { $judge } 방식으로 다시 살핍니다
doctor-lettering-weights = 그림 속 글자: 찾는 데 쓰는 파일이 모두 온전합니다
doctor-lettering-damaged = 그림 속 글자: { $file } 파일이 없거나 손상되었거나 다른 파일입니다
doctor-lettering-reads = 그림 속 글자: 영어와 한국어를 읽습니다
doctor-lettering-no-korean = 그림 속 글자: tesseract에 한국어 데이터가 없어 한글은 찾기만 하고 읽지 못합니다
doctor-lettering-no-tesseract = 그림 속 글자: tesseract가 없거나 실행되지 않아 한글은 찾기만 하고 읽지 못합니다
doctor-remedy-tesseract = 데비안과 우분투에서는 이렇게 설치해 주세요: sudo apt-get install tesseract-ocr tesseract-ocr-kor
doctor-lettering-erased = 그림 속 글자: 내장 지우개로 지웁니다
doctor-lettering-erased-painting = 그림 속 글자: 그림 모델이 지웁니다
doctor-lettering-smooth = 그림 속 글자: pypatchmatch를 불러올 수 없어 지운 자리를 매끈하게 메웁니다. 무늬가 있는 곳에서는 표가 납니다
doctor-lettering-no-painter = 그림 속 글자: ARTICOVER_ERASER=painter이지만 여기에는 그림 모델이 없어 내장 지우개로 지웁니다
doctor-remedy-lettering-eraser = 그림 모델 항목을 살펴보거나 ARTICOVER_ERASER를 auto로 두세요.
doctor-lettering-extra = keras-ocr { $version }: 설치되어 있습니다. ARTICOVER_DETECTOR=keras-ocr로 두면 이것으로 글자를 찾습니다
doctor-lettering-extra-chosen = keras-ocr { $version }: 설치되어 있습니다
doctor-lettering-no-extra = keras-ocr: 설치되어 있지 않습니다. 없어도 { $detector } 방식으로 같은 글자를 찾습니다
doctor-lettering-extra-wanted = keras-ocr: ARTICOVER_DETECTOR로 골랐지만 설치되어 있지 않아 글자를 찾지 못합니다
doctor-remedy-lettering-extra = 이렇게 설치하거나(pip install ".[keras-ocr]") ARTICOVER_DETECTOR를 craft로 두세요.
doctor-lettering-writes = 그림 속 글자: { $path } 폴더의 모델이 다른 글을 써 넣습니다
doctor-lettering-no-writer = 그림 속 글자: 다른 글은 조판으로 넣습니다. 글자를 쓰는 모델은 없습니다
doctor-lettering-writer-extra = 그림 속 글자: 글자를 쓰는 모델은 있지만 필요한 라이브러리가 없어 조판으로 넣습니다
doctor-remedy-lettering-writer-extra = 이렇게 설치해 주세요: pip install ".[diffusion]"
doctor-lettering-writer-damaged = 그림 속 글자: { $path } 폴더의 모델이 일부 없거나 손상되어 조판으로 넣습니다
doctor-remedy-lettering-writer = 이렇게 다시 변환해 주세요: articover models convert-diffste FILE.ckpt --force
