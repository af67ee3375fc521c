"""DiffSTE (Ji and others 2023, arXiv 2304.05568): words lettered into a picture as it stands."""
