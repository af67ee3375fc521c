"""Words in the place of lettering that is part of a picture: measured, matched, set, and drawn."""
