"""One module a recipe; `pipeline.illustrator.catalogue` lists them."""
