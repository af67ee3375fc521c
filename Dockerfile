# A small image with the `articover` command and nothing of the build. With a model that paints:
#   docker build --build-arg EXTRAS=diffusion .
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY . .
RUN python3 -m pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.11-slim-bookworm
# skia's wheels load libGL and libEGL although they draw on the CPU, and OpenCV's libglib; tesseract
# reads Korean in pictures.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libgl1 libegl1 libglib2.0-0 tesseract-ocr tesseract-ocr-kor \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /wheels /wheels
COPY constraints.txt /wheels/constraints.txt
ARG EXTRAS=
RUN python3 -m pip install --no-cache-dir --constraint /wheels/constraints.txt \
        "$(echo /wheels/*.whl)${EXTRAS:+[$EXTRAS]}" \
    && rm -rf /wheels
RUN useradd --create-home --uid 1000 author \
    && install -d -o author -g author /covers /data
# Versions, orders and pictures; without a volume here they end with the container.
ENV LANG=C.UTF-8 ARTICOVER_DATA=/data
VOLUME /data
USER author
WORKDIR /covers
ENTRYPOINT ["articover"]
CMD ["--help"]
