"""What the pipeline needs from outside, as Protocols written by those who use them."""
