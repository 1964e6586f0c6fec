"""The door by which people write: every change in one transaction with its `Edit`.

One mechanism: the log of edits is the history, the lock that keeps machines
off, the source of conflicts and the means of revert.
"""

from statements.curation.authorities import (
    country_with,
    merge,
    name_new_speaker,
    name_speaker,
    names_given,
    reassign,
    refuse_merge,
    split,
    unmerge,
)
from statements.curation.blocks import mark_boilerplate
from statements.curation.dating import dates_followed
from statements.curation.log import history_of, one_action, record_edit, version_of
from statements.curation.making import add, cut, join
from statements.curation.proposals import (
    count_alike,
    keep,
    keep_all,
    like,
    look_again,
    on_authority_records,
    take,
    take_all,
)
from statements.curation.records import (
    StaleRecord,
    change,
    change_names,
    correct_article,
    create,
    refuse_stale,
)
from statements.curation.records import locked as lock
from statements.curation.reverting import is_reverted, record_of, revert, revert_action
from statements.curation.source_errors import note_error
from statements.curation.statements import (
    NAMED_BY_CURATOR,
    approve,
    correct,
    correct_attribution,
    decide_all,
    reject,
    withdraw,
)
from statements.curation.utterances import join_utterance, settle
from statements.diffs import Diff, diffs_of, label_of, proposals_in_words
from statements.logged_fields import EDITABLE, names_of

__all__ = [
    "EDITABLE",
    "NAMED_BY_CURATOR",
    "Diff",
    "StaleRecord",
    "add",
    "approve",
    "change",
    "change_names",
    "correct",
    "correct_article",
    "correct_attribution",
    "count_alike",
    "country_with",
    "create",
    "cut",
    "dates_followed",
    "decide_all",
    "diffs_of",
    "history_of",
    "is_reverted",
    "join",
    "join_utterance",
    "keep",
    "keep_all",
    "label_of",
    "like",
    "lock",
    "look_again",
    "mark_boilerplate",
    "merge",
    "name_new_speaker",
    "name_speaker",
    "names_given",
    "names_of",
    "note_error",
    "on_authority_records",
    "one_action",
    "proposals_in_words",
    "reassign",
    "record_edit",
    "record_of",
    "refuse_merge",
    "refuse_stale",
    "reject",
    "revert",
    "revert_action",
    "settle",
    "split",
    "take",
    "take_all",
    "unmerge",
    "version_of",
    "withdraw",
]
