"""The authority records by name, without a database, and the names of a text that they know."""
