"""The door by which imports write. People write through `curation`."""
