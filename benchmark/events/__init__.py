"""Events: what decides on them is trained, how right they are and how reports are merged is measured."""
