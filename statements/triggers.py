"""What the database itself refuses, and the index it keeps: triggers, declared once.

* **Verbatim.** No part, cue or source is stored unless its words are what
  stands in the article's text at its offsets (both engines count code
  points), no text that holds statements is changed, no statement is moved to
  another article.
* **History.** No row of the edit log is changed.
* **Search** (SQLite). The FTS5 index follows the folded words.

SQLite rebuilds a table for many schema changes and drops its triggers
silently. So a migration that touches one of these tables begins with
``drop_triggers`` and ends with ``create_triggers`` (as `RunPython` steps), and
a test compares ``installed()`` with ``declared()`` after ``migrate``.
"""

from __future__ import annotations

from typing import NamedTuple

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


class SpanColumns(NamedTuple):
    """A table whose rows hold words cut from an article's text."""

    table: str
    start: str
    end: str
    exact: str
    statement: str  # the column that leads to the statement


STATEMENT, PART, ATTRIBUTION = "statements_statement", "statements_statementpart", "statements_attribution"
ARTICLE, EDIT = "statements_article", "statements_edit"

SPANS = (
    SpanColumns(PART, '"start"', '"end"', "exact", "statement_id"),
    SpanColumns(STATEMENT, "cue_start", "cue_end", "cue", "id"),
    SpanColumns(ATTRIBUTION, "source_start", "source_end", "source", "statement_id"),
)


def declared(vendor: str) -> dict[str, str]:
    """Name → SQL of every trigger on this engine."""
    return _sqlite() if vendor == "sqlite" else _postgresql()


def installed(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Name → SQL of the triggers that are in the database now."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'keep_%%'"
            )
        else:
            cursor.execute(
                "SELECT tgname, prosrc || replace(pg_get_triggerdef(pg_trigger.oid), ' ON public.', ' ON ')"
                " FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
                " WHERE tgname LIKE 'keep_%%' AND tgenabled = 'O'"
            )
        return dict(cursor.fetchall())


def create_triggers(apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Migration step: (re)create every declared trigger whose table is there."""
    drop_triggers(apps, schema_editor)
    for sql in declared(schema_editor.connection.vendor).values():
        schema_editor.execute(sql, params=None)


def drop_triggers(apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Migration step: drop every declared trigger."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    for name, table in _tables().items():
        schema_editor.execute(
            f"DROP TRIGGER IF EXISTS {name}" if sqlite else f"DROP TRIGGER IF EXISTS {name} ON {table}",
            params=None,
        )


def _tables() -> dict[str, str]:
    """Trigger name → its table, on any engine."""
    tables = {f"keep_{columns.table}_verbatim": columns.table for columns in SPANS}
    for columns in SPANS:
        tables[f"keep_{columns.table}_verbatim_update"] = columns.table
    tables |= {"keep_article_text": ARTICLE, "keep_statement_article": STATEMENT, "keep_edit": EDIT}
    for event in ("insert", "update", "delete"):
        tables[f"keep_search_{event}"] = STATEMENT
    return tables


def _message(columns: SpanColumns) -> str:
    return f"{columns.table}.{columns.exact} is not what stands in the article at its offsets"


def _not_verbatim(columns: SpanColumns) -> str:
    """Both engines read this alike. The length counts too: substr() past the end gives fewer characters."""
    length = f"NEW.{columns.end} - NEW.{columns.start}"
    return f"""NEW.{columns.start} IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM {STATEMENT} JOIN {ARTICLE} ON {ARTICLE}.id = {STATEMENT}.article_id
    WHERE {STATEMENT}.id = NEW.{columns.statement}
    AND substr({ARTICLE}.text, NEW.{columns.start} + 1, {length}) = NEW.{columns.exact}
    AND length(NEW.{columns.exact}) = {length})"""


# --- SQLite ------------------------------------------------------------------


def _sqlite() -> dict[str, str]:
    triggers = {}
    for columns in SPANS:
        for event, suffix in (("INSERT", ""), ("UPDATE", "_update")):
            name = f"keep_{columns.table}_verbatim{suffix}"
            triggers[name] = _sqlite_span(name, event, columns)
    triggers["keep_article_text"] = f"""CREATE TRIGGER keep_article_text BEFORE UPDATE OF text ON {ARTICLE}
WHEN NEW.text IS NOT OLD.text AND EXISTS (SELECT 1 FROM {STATEMENT} WHERE article_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'the text of an article that holds statements does not change'); END"""
    triggers[
        "keep_statement_article"
    ] = f"""CREATE TRIGGER keep_statement_article BEFORE UPDATE ON {STATEMENT}
WHEN NEW.article_id IS NOT OLD.article_id OR NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a statement does not move to another article'); END"""
    triggers["keep_edit"] = f"""CREATE TRIGGER keep_edit BEFORE UPDATE ON {EDIT}
BEGIN SELECT RAISE(ABORT, 'the edit log is only added to'); END"""
    return triggers | _sqlite_search()


def _sqlite_span(name: str, event: str, columns: SpanColumns) -> str:
    return f"""CREATE TRIGGER {name} AFTER {event} ON {columns.table}
WHEN {_not_verbatim(columns)}
BEGIN SELECT RAISE(ABORT, '{_message(columns)}'); END"""


def _sqlite_search() -> dict[str, str]:
    index = "statements_search"
    add = f"INSERT INTO {index}(rowid, folded) VALUES (NEW.id, NEW.folded);"
    remove = f"INSERT INTO {index}({index}, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);"
    steps = {
        "insert": ("INSERT", add),
        "update": ("UPDATE OF folded", f"{remove} {add}"),
        "delete": ("DELETE", remove),
    }
    return {
        f"keep_search_{name}": (
            f"CREATE TRIGGER keep_search_{name} AFTER {event} ON {STATEMENT}\nBEGIN {step} END"
        )
        for name, (event, step) in steps.items()
    }


# --- PostgreSQL ----------------------------------------------------------------


def _postgresql() -> dict[str, str]:
    triggers = {}
    for columns in SPANS:
        for event, suffix in (("INSERT", ""), ("UPDATE", "_update")):
            name = f"keep_{columns.table}_verbatim{suffix}"
            triggers[name] = _function_and_trigger(
                name, f"AFTER {event} ON {columns.table}", _not_verbatim(columns), _message(columns)
            )
    triggers["keep_article_text"] = _function_and_trigger(
        "keep_article_text",
        f"BEFORE UPDATE ON {ARTICLE}",
        f"""NEW.text IS DISTINCT FROM OLD.text
    AND EXISTS (SELECT 1 FROM {STATEMENT} WHERE article_id = OLD.id)""",
        "the text of an article that holds statements does not change",
    )
    triggers["keep_statement_article"] = _function_and_trigger(
        "keep_statement_article",
        f"BEFORE UPDATE ON {STATEMENT}",
        "NEW.article_id IS DISTINCT FROM OLD.article_id OR NEW.id IS DISTINCT FROM OLD.id",
        "a statement does not move to another article",
    )
    triggers["keep_edit"] = _function_and_trigger(
        "keep_edit", f"BEFORE UPDATE ON {EDIT}", "TRUE", "the edit log is only added to"
    )
    return triggers


def _function_and_trigger(name: str, event: str, refuse_when: str, message: str) -> str:
    return f"""CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF {refuse_when} THEN
        RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $body$;
CREATE TRIGGER {name} {event} FOR EACH ROW EXECUTE FUNCTION {name}()"""


def as_installed(sql: str) -> str:
    """A declared trigger as ``installed()`` gives it: on PostgreSQL the body, then the trigger."""
    if "$body$" not in sql:
        return sql
    _, body, trigger = sql.split("$body$")
    return body + trigger.removeprefix(";").strip()
