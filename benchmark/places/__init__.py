"""Names of places: in gold texts and general news, in traps, spelling by spelling, beside other systems."""
