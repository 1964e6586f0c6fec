"""One utterance, several outlets: which statements report the same act of speaking.

``meanings`` reads words, ``likeness`` weighs two statements, ``grouping`` makes
groups of pairs; all three know no database. ``members`` keeps the groups there,
``siblings`` reads them for pages.
"""
