"""What the database itself refuses, and the index it keeps: triggers, declared once.

* **Verbatim.** No part, cue, source or error of a source is stored unless its words are what
  stands in the article's text at its offsets (both engines count code
  points). No text that holds statements is changed, and neither an article
  nor a statement is moved, renumbered, replaced or deleted from under the
  words that hang on it.
* **History.** A row of the edit log is neither changed nor deleted.
* **Search** (SQLite). The FTS5 index follows the folded words and the keys.

SQLite rebuilds a table for many schema changes and drops its triggers
silently. So a migration that touches one of these tables begins with
``drop_triggers`` and ends with ``create_triggers`` (as `RunPython` steps), and
a test compares ``installed()`` with ``declared()`` after ``migrate``.

On PostgreSQL the tables lie in the schema ``public``; the functions look
nowhere else, so a temporary table of the same name cannot stand in for one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

STATEMENT, PART, ATTRIBUTION = "statements_statement", "statements_statementpart", "statements_attribution"
ARTICLE, EDIT = "statements_article", "statements_edit"
SOURCE_ERROR = "statements_sourceerror"


class Trigger(NamedTuple):
    """When a row event is refused: ``condition`` is SQL that both engines read alike."""

    name: str
    event: str
    table: str
    condition: str
    message: str


class SpanColumns(NamedTuple):
    """A table whose rows hold words cut from an article's text."""

    table: str
    start: str
    end: str
    exact: str
    statement: str  # the column that leads to the statement


SPANS = (
    SpanColumns(PART, '"start"', '"end"', "exact", "statement_id"),
    SpanColumns(STATEMENT, "cue_start", "cue_end", "cue", "id"),
    SpanColumns(ATTRIBUTION, "source_start", "source_end", "source", "statement_id"),
    SpanColumns(SOURCE_ERROR, '"start"', '"end"', "exact", "statement_id"),
)

HAS_STATEMENTS = f"EXISTS (SELECT 1 FROM {STATEMENT} WHERE article_id = {{row}}.id)"
HAS_WORDS = (
    f"(EXISTS (SELECT 1 FROM {PART} WHERE statement_id = {{row}}.id)"
    f" OR EXISTS (SELECT 1 FROM {ATTRIBUTION} WHERE statement_id = {{row}}.id))"
)

TEXT_STAYS = "the text of an article that holds statements does not change"
STATEMENT_STAYS = "a statement does not move, and stays as long as it has words and speakers"
LOG_STAYS = "the edit log is only added to"


def refusals(vendor: str) -> list[Trigger]:
    """Everything that is refused, in the words of one engine."""
    triggers = []
    for columns in SPANS:
        message = _not_verbatim_message(columns)
        wrong = _not_verbatim(columns, vendor)
        name = f"keep_{columns.table}_verbatim"
        if vendor == "sqlite":
            triggers.append(Trigger(name, "AFTER INSERT", columns.table, wrong, message))
        changed = f"({_changed(columns)}) AND {wrong}"
        triggers.append(Trigger(f"{name}_update", "AFTER UPDATE", columns.table, changed, message))
    return [
        *triggers,
        Trigger(
            "keep_article_update",
            "BEFORE UPDATE",
            ARTICLE,
            f"NEW.id <> OLD.id OR (NEW.text <> OLD.text AND {HAS_STATEMENTS.format(row='OLD')})",
            TEXT_STAYS,
        ),
        Trigger(
            "keep_article_delete", "BEFORE DELETE", ARTICLE, HAS_STATEMENTS.format(row="OLD"), TEXT_STAYS
        ),
        Trigger(
            "keep_article_insert", "BEFORE INSERT", ARTICLE, HAS_STATEMENTS.format(row="NEW"), TEXT_STAYS
        ),
        Trigger(
            "keep_statement_update",
            "BEFORE UPDATE",
            STATEMENT,
            "NEW.article_id <> OLD.article_id OR NEW.id <> OLD.id",
            STATEMENT_STAYS,
        ),
        Trigger(
            "keep_statement_delete", "BEFORE DELETE", STATEMENT, HAS_WORDS.format(row="OLD"), STATEMENT_STAYS
        ),
        # SQLite's INSERT OR REPLACE deletes the old row without asking the trigger above.
        Trigger(
            "keep_statement_insert", "BEFORE INSERT", STATEMENT, HAS_WORDS.format(row="NEW"), STATEMENT_STAYS
        ),
        Trigger("keep_edit_update", "BEFORE UPDATE", EDIT, "1 = 1", LOG_STAYS),
        Trigger("keep_edit_delete", "BEFORE DELETE", EDIT, "1 = 1", LOG_STAYS),
        Trigger(
            "keep_edit_insert",
            "BEFORE INSERT",
            EDIT,
            f"EXISTS (SELECT 1 FROM {EDIT} WHERE id = NEW.id)",
            LOG_STAYS,
        ),
    ]


def _not_verbatim_message(columns: SpanColumns) -> str:
    return f"{columns.table}.{columns.exact} is not what stands in the article at its offsets"


def _not_verbatim(columns: SpanColumns, vendor: str) -> str:
    """The words are there and are not what the text has at the offsets.

    The length counts too: substr() past the end gives fewer characters. SQLite
    would store a fraction or a blob in any column, so it is asked for the
    types. PostgreSQL locks the article, so that another transaction cannot be
    changing its text at the same time.
    """
    start, end, exact = f"NEW.{columns.start}", f"NEW.{columns.end}", f"NEW.{columns.exact}"
    types = lock = ""
    if vendor == "sqlite":
        types = f"typeof({start}) = 'integer' AND typeof({end}) = 'integer' AND typeof({exact}) = 'text' AND "
    else:
        lock = f" FOR SHARE OF {ARTICLE}"
    return f"""{start} IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM {STATEMENT} JOIN {ARTICLE} ON {ARTICLE}.id = {STATEMENT}.article_id
    WHERE {types}{STATEMENT}.id = NEW.{columns.statement}
    AND substr({ARTICLE}.text, {start} + 1, {end} - {start}) = {exact}
    AND length({exact}) = {end} - {start}{lock})"""


def _changed(columns: SpanColumns) -> str:
    """Whether an update touches the words at all: most do not, and the text need not be read."""
    mine = (columns.start, columns.end, columns.exact, columns.statement)
    return " OR ".join(
        f"NEW.{column} <> OLD.{column} OR (NEW.{column} IS NULL) <> (OLD.{column} IS NULL)" for column in mine
    )


# --- as each engine says it ----------------------------------------------------------


def declared(vendor: str) -> dict[str, str]:
    """Name → SQL of every trigger on this engine."""
    say = _sqlite if vendor == "sqlite" else _postgresql
    triggers = {trigger.name: say(trigger) for trigger in refusals(vendor)}
    return triggers | (_sqlite_search() if vendor == "sqlite" else _postgresql_inserts())


def _sqlite(trigger: Trigger) -> str:
    return f"""CREATE TRIGGER {trigger.name} {trigger.event} ON {trigger.table}
WHEN {trigger.condition}
BEGIN SELECT RAISE(ABORT, '{trigger.message}'); END"""


def _sqlite_search(columns: Sequence[str] = ("folded", "keys")) -> dict[str, str]:
    index, names = "statements_search", ", ".join(columns)
    new, old = (", ".join(f"{row}.{column}" for column in ("id", *columns)) for row in ("NEW", "OLD"))
    add = f"INSERT INTO {index}(rowid, {names}) VALUES ({new});"
    remove = f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', {old});"
    change = f"UPDATE OF {names}"
    steps = {"insert": ("INSERT", add), "update": (change, f"{remove} {add}"), "delete": ("DELETE", remove)}
    return {
        f"keep_search_{name}": f"CREATE TRIGGER keep_search_{name} AFTER {event} ON {STATEMENT}\n"
        f"BEGIN {step} END"
        for name, (event, step) in steps.items()
    }


def _postgresql(trigger: Trigger) -> str:
    row = "OLD" if trigger.event.endswith("DELETE") else "NEW"
    name, event, table = trigger.name, trigger.event, trigger.table
    return f"""CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $body$
BEGIN
    IF {trigger.condition} THEN
        RAISE EXCEPTION '{trigger.message}' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN {row};
END $body$;
CREATE TRIGGER {name} {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"""


def _postgresql_inserts() -> dict[str, str]:
    """All the words of one INSERT against their articles' texts.

    To find a place in a long text PostgreSQL unpacks it and counts from its
    start; over thousands of words row by row that takes a minute. So each
    text is cut into pieces once, and a place is counted within its piece.
    """
    size = 4096  # characters
    triggers = {}
    for columns in SPANS:
        name = f"keep_{columns.table}_verbatim"
        start, end, exact = f"added.{columns.start}", f"added.{columns.end}", f"added.{columns.exact}"
        own = f"JOIN {STATEMENT} ON {STATEMENT}.id = added.{columns.statement}"
        message = _not_verbatim_message(columns)
        triggers[name] = f"""CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $body$
DECLARE
    article record;
    pieces text[];
BEGIN
    IF EXISTS (SELECT 1 FROM added WHERE {start} IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM {STATEMENT} JOIN {ARTICLE} ON {ARTICLE}.id = {STATEMENT}.article_id
        WHERE {STATEMENT}.id = added.{columns.statement}))
    THEN
        RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    FOR article IN
        SELECT id, text FROM {ARTICLE}
        WHERE id IN (SELECT {STATEMENT}.article_id FROM added {own} WHERE {start} IS NOT NULL)
        ORDER BY id FOR SHARE
    LOOP
        SELECT array_agg(substr(article.text, first, {size}) ORDER BY first) INTO pieces
        FROM generate_series(1, length(article.text), {size}) AS first;
        IF EXISTS (SELECT 1 FROM added {own}
            WHERE {STATEMENT}.article_id = article.id AND {start} IS NOT NULL AND (
                length({exact}) = {end} - {start} AND {exact} = substr(
                    array_to_string(pieces[{start} / {size} + 1 : ({end} - 1) / {size} + 1], ''),
                    {start} % {size} + 1, {end} - {start})) IS NOT TRUE)
        THEN
            RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    END LOOP;
    RETURN NULL;
END $body$;
CREATE TRIGGER {name} AFTER INSERT ON {columns.table} REFERENCING NEW TABLE AS added \
FOR EACH STATEMENT EXECUTE FUNCTION {name}()"""
    return triggers


# --- migrations and the test that compares ---------------------------------------------


def create_triggers(apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Migration step: (re)create every declared trigger whose table, or index, is there by now."""
    drop_triggers(apps, schema_editor)
    connection = schema_editor.connection
    wanted = declared(connection.vendor)
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM pragma_table_info('statements_search')")
            wanted |= _sqlite_search([name for (name,) in cursor.fetchall()])
    for sql in wanted.values():
        if SOURCE_ERROR in tables or f" ON {SOURCE_ERROR}" not in sql:
            schema_editor.execute(sql, params=None)


def drop_triggers(apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Migration step: drop every trigger of ours that is there."""
    for sql in drop_statements(schema_editor.connection):
        schema_editor.execute(sql, params=None)


def drop_statements(connection: BaseDatabaseWrapper) -> list[str]:
    sqlite = connection.vendor == "sqlite"
    return [
        f"DROP TRIGGER {name}" if sqlite else f"DROP FUNCTION {name}() CASCADE"
        for name in installed(connection)
    ]


def installed(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Name → what is in the database now, to compare with ``as_installed()`` of the declaration."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'keep_%%'"
            )
        else:
            cursor.execute(
                "SELECT tgname, array_to_string(proconfig, '') || prosrc"
                " || replace(pg_get_triggerdef(pg_trigger.oid), ' ON public.', ' ON ')"
                " FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
                " WHERE tgname LIKE 'keep_%%' AND tgenabled = 'O'"
            )
        return dict(cursor.fetchall())


def as_installed(sql: str) -> str:
    """A declared trigger as ``installed()`` gives it: on PostgreSQL setting, body, trigger."""
    if "$body$" not in sql:
        return sql
    _, body, trigger = sql.split("$body$")
    return "search_path=public, pg_temp" + body + trigger.removeprefix(";").strip()
