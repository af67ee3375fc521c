"""keras-ocr's process: `python -m pipeline.engines.keras_ocr`, started by `life`."""

from pipeline.engines.keras_ocr.network import open_network
from pipeline.engines.keras_ocr.serving import serve

if __name__ == "__main__":
    serve(open_network)
