"""The desk: its file, what it knows, and its server, by real requests."""
