"""The search index as it was before there were keys: migrations make it so, and make it so again."""

WORDS_ALONE = {
    "sqlite": """CREATE VIRTUAL TABLE statements_search USING fts5(
    folded, content='statements_statement', content_rowid='id', tokenize="unicode61 remove_diacritics 0"
)""",
    "postgresql": """CREATE INDEX statements_search ON statements_statement
    USING gin (array_to_tsvector(string_to_array(btrim(folded), ' ')))""",
}
