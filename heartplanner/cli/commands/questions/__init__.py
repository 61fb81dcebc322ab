"""Commands that answer a question: what a day is, when one is free, how far leave goes."""
