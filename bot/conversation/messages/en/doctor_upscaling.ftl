### articover doctor, on enlarging pictures for print.

doctor-upscaling-weights = Enlarging for print: the weights of Real-ESRGAN are the published ones
doctor-upscaling-damaged = Enlarging for print: { $file } is missing, damaged or not the one that is expected
doctor-upscaling-engine = { $engine ->
    [ncnn] Enlarging for print: ncnn, on the processor
    [torch] Enlarging for print: torch
   *[realesrgan] Enlarging for print: the package realesrgan
    }
doctor-upscaling-extra-wanted = Enlarging for print: { $engine } is chosen by ARTICOVER_UPSCALER, but the extra “{ $extra }” is not installed: no picture is enlarged
doctor-remedy-upscaling-diffusion = Please run: pip install ".[diffusion]", or set ARTICOVER_UPSCALER=ncnn.
doctor-remedy-upscaling-realesrgan = Please run: pip install ".[realesrgan]", or set ARTICOVER_UPSCALER=ncnn.
