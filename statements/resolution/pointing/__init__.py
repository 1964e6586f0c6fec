"""He, it, the minister, both sides: whom words stand for that point back to a name."""
