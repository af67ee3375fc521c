"""The parts of a Bot API server for tests: strict, on this machine, with people to talk to."""
