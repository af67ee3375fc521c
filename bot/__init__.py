"""Front ends: the command line and the chat platforms translate, and decide nothing."""
