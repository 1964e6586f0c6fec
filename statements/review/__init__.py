"""The curators' workbench: queues, the desk, names and speakers, bulk work.

Every change goes through `curation`.
"""
