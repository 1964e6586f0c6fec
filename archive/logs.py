"""What goes into the log of the running archive."""

from __future__ import annotations

import logging


class WithoutTraceback(logging.Filter):
    """A line is enough for a page that was unavailable; the database's own log has the rest."""

    def filter(self, record: logging.LogRecord) -> bool:
        if getattr(record, "status_code", None) == 503 and record.exc_info:
            reason = " ".join(str(record.exc_info[1]).split())
            record.msg, record.args = f"{record.getMessage()} ({reason})", ()
            record.exc_info = None
        return True
