### The command that enlarges pictures

help-upscale = Enlarge a picture for print with Real-ESRGAN: a file, or the picture of a version, which makes a new version. It becomes four times as wide and high, or a file as large as --to says; the words of a cover are vectors and need none of it.
help-upscale-short = Enlarge a picture for print.
help-upscale-epilog =
    Examples:

      articover upscale last
      articover upscale photo.jpg --to 6x9
      articover upscale drawing.png --weights anime --to 2480x3508px
help-upscale-to = For a file: the format that it shall fill at 300 DPI, or its size in pixels. What does not fit is cut off, where least is lost.
help-upscale-out = The folder for the enlarged picture (this one, or covers/TITLE of a version).
upscale-to-version = A version is enlarged for its own format, so it takes no --to. For another format, use “articover export VERSION --format FORMAT”.
help-upscale-weights = What to enlarge it with: photo for photographs and paintings, anime for line drawings, draft quickly. Chosen by the picture unless given.
upscale-left = { $time } left
upscaled-file = Enlarged to { $width } × { $height } pixels with { $weights ->
    [photo] the weights for photographs and paintings
    [anime] the weights for line drawings
   *[draft] the quick weights
    }.
