"""Face to come."""
