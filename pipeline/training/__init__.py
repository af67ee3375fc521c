"""Training of genre LoRAs; it is imported by its own command only."""
