"""All that is kept about a person: taking it along, and removing it."""
