"""The text as every rule reads it: folded words in sentences, the closed classes of words, what a name is."""
