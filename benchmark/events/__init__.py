"""Events of the gold texts, how reports are merged, and the statements of real pages."""
