"""Reports: what they say, what each sentence rests on, and how each format holds it."""
