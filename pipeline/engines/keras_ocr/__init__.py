"""keras-ocr, which finds lettering, in a process of its own: TensorFlow stays out of all others."""
