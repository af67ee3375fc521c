### Enlarging pictures, covers for printers, and what goes wrong with them

## What was done

kind-of-upscale = enlarging the picture
kind-of-print = cover for a printer
deed-upscale = { $weights ->
    [photo] picture enlarged for print, as a photograph
    [anime] picture enlarged for print, as a line drawing
    [draft] picture enlarged for print, quickly
   *[none] picture enlarged for print
    }
deed-print = cover for { $target }
show-upscaled = enlarged from
show-upscaled-text = { $text }, { $more }
show-upscaled-how = { $weights ->
    [photo] photo weights, { $engine }
    [anime] anime weights, { $engine }
   *[draft] draft weights, { $engine }
    }

## Enlarging

upscale-drawn = This cover’s picture is drawn again at any size, so there is nothing to enlarge: print it as it is.
upscale-done = This picture is enlarged already. To enlarge it with other weights, begin from the version before.
