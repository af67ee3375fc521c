"""Files judged as a printer's prepress judges them: what is in them, and what a printer says to it."""
