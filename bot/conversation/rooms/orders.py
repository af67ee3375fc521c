"""How a person's orders stand, and taking them back."""
