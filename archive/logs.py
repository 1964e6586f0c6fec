"""What goes into the log of the running archive."""

from __future__ import annotations

import logging


class WithoutTraceback(logging.Filter):
    """A line is enough for a page that was unavailable, since the database's own log has the rest,
    and for a request that was refused: a stranger sends as many as he likes."""

    def filter(self, record: logging.LogRecord) -> bool:
        if getattr(record, "status_code", None) in (400, 503) and record.exc_info:
            said, reason = (" ".join(str(one).split()) for one in (record.getMessage(), record.exc_info[1]))
            record.msg, record.args = said if reason in said else f"{said} ({reason})", ()
            record.exc_info = None
        return True
