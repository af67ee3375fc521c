"""CRAFT, which finds lettering: its real weights, its graph for onnxruntime, and what that finds."""
