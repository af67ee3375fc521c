### articover doctor, on lettering in pictures.

doctor-engine-opencv = Pictures: OpenCV does not load ({ $reason }); faces and lettering in them are not found
doctor-remedy-opencv = Please run: pip install --force-reinstall --no-deps "opencv-python-headless<5"
doctor-lettering-finds = Lettering in pictures: { $detector } finds it, { $judge } looks again after erasing
doctor-lettering-weights = Lettering in pictures: the files of its detectors are sound
doctor-lettering-damaged = Lettering in pictures: { $file } is missing, damaged or not the one that is expected
doctor-lettering-reads = Lettering in pictures: what is English or Korean is read
doctor-lettering-no-korean = Lettering in pictures: Korean is found but not read; tesseract has no data for it
doctor-lettering-no-tesseract = Lettering in pictures: Korean is found but not read; tesseract is not installed, or does not run
doctor-remedy-tesseract = On Debian and Ubuntu: sudo apt-get install tesseract-ocr tesseract-ocr-kor
doctor-lettering-erased = Lettering in pictures: the built-in eraser takes it out
doctor-lettering-erased-painting = Lettering in pictures: the model that paints takes it out
doctor-lettering-smooth = Lettering in pictures: pypatchmatch does not load; what was erased is filled smoothly, which shows on texture
doctor-lettering-no-painter = Lettering in pictures: ARTICOVER_ERASER=painter, but no model paints here; the built-in eraser takes it out
doctor-remedy-lettering-eraser = See the line on painting, or set ARTICOVER_ERASER=auto.
doctor-lettering-extra = keras-ocr { $version } is installed; ARTICOVER_DETECTOR=keras-ocr makes it find lettering
doctor-lettering-extra-chosen = keras-ocr { $version } is installed
doctor-lettering-no-extra = keras-ocr is not installed; { $detector } finds the same lettering without it
doctor-lettering-extra-wanted = keras-ocr is chosen by ARTICOVER_DETECTOR, but not installed: no lettering is found
doctor-remedy-lettering-extra = Please run: pip install ".[keras-ocr]", or set ARTICOVER_DETECTOR=craft.
doctor-lettering-writes = Lettering in pictures: the model in { $path } letters other words
doctor-lettering-no-writer = Lettering in pictures: the typesetter sets other words; there is no model for it
doctor-lettering-writer-extra = Lettering in pictures: there is a model that letters, but not the libraries that it needs; the typesetter sets other words
doctor-remedy-lettering-writer-extra = Please run: pip install ".[diffusion]"
doctor-lettering-writer-damaged = Lettering in pictures: the model in { $path } is missing in part or damaged; the typesetter sets other words
doctor-remedy-lettering-writer = Please run: articover models convert-diffste FILE.ckpt --force
