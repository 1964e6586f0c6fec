"""The door by which people write: every change in one transaction with its `Edit`.

One mechanism: the log of edits is the history, the lock that keeps machines
off, the source of conflicts and the means of revert.
"""

from statements.curation.authorities import merge, reassign, split, unmerge
from statements.curation.diffs import Diff, diffs_of, label_of
from statements.curation.log import history_of, one_action, record_edit, version_of
from statements.curation.proposals import keep, keep_all, like, take, take_all
from statements.curation.records import (
    StaleRecord,
    change,
    change_names,
    correct_article,
    create,
    refuse_stale,
)
from statements.curation.reverting import is_reverted, record_of, revert, revert_action
from statements.curation.statements import (
    approve,
    correct,
    correct_attribution,
    decide_all,
    reject,
    withdraw,
)
from statements.logged_fields import EDITABLE, names_of

__all__ = [
    "EDITABLE",
    "Diff",
    "StaleRecord",
    "approve",
    "change",
    "change_names",
    "correct",
    "correct_article",
    "correct_attribution",
    "create",
    "decide_all",
    "diffs_of",
    "history_of",
    "is_reverted",
    "keep",
    "keep_all",
    "label_of",
    "like",
    "merge",
    "names_of",
    "one_action",
    "reassign",
    "record_edit",
    "record_of",
    "refuse_stale",
    "reject",
    "revert",
    "revert_action",
    "split",
    "take",
    "take_all",
    "unmerge",
    "version_of",
    "withdraw",
]
