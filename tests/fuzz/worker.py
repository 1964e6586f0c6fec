"""Takes inputs through the real pipeline, one after the other, and prints a line of JSON for each.

A child of `run`, which sets Django up in it: what kills it ends one input and not the rest.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from statements import pipeline
from statements.models import ImportRun
from statements.readers import UnreadableSource
from statements.store.runs import start_run
from tests.fuzz import limits
from tests.fuzz.inputs import MutatedInput, make_input

# One input in so many is stored as well: that costs more than all the reading.
STORED_EVERY = 5


class Worker:
    """The pipeline without a database and with one, loaded before the first input."""

    def __init__(self) -> None:
        if connection.vendor == "postgresql":  # several workers share one server
            connection.settings_dict["TEST"]["NAME"] = f"fuzz_{os.getpid()}"
        connection.creation.create_test_db(verbosity=0, serialize=False)
        settings.ORIGINALS_DIR = Path(tempfile.mkdtemp(prefix="chancery-fuzz-"))
        pipeline.load_shipped_authorities()
        self.knowledge = pipeline.stored_knowledge()
        self.run: ImportRun = start_run("fuzz", pipeline.PIPELINE_VERSION)

    def analyse(self, source: MutatedInput) -> str:
        try:
            pipeline.analyse(source.data, source.name, self.knowledge)
        except (UnreadableSource, pipeline.NothingToRead) as error:
            return f"{pipeline.HELD}: {error}"
        return pipeline.CREATED

    def ingest(self, source: MutatedInput) -> str:
        outcome = pipeline.ingest(source.data, f"/fuzz/{source.name}", run=self.run, knowledge=self.knowledge)
        return f"{outcome.result}: {outcome.reason}" if outcome.reason else outcome.result


def try_out(worker: Worker, of_format: str, seed: int, number: int) -> dict[str, Any]:
    source = make_input(of_format, seed, number)
    limits.forget_highest_memory()
    started, failure, result = time.process_time(), "", ""
    stored = number % STORED_EVERY == 0
    try:
        with limits.timed():
            result = worker.ingest(source) if stored else worker.analyse(source)
    except Exception:
        failure = traceback.format_exc(limit=-6)
    memory = limits.highest_memory()
    if not failure and memory > limits.MEMORY:
        failure = f"took {memory // limits.MEGABYTE} MB of memory"
    return {
        "number": number,
        "result": result,
        "stored": stored,
        "seconds": time.process_time() - started,
        "memory": memory,
        "failure": failure,
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("of_format")
    parser.add_argument("seed", type=int)
    parser.add_argument("numbers", type=int, nargs="+", help="first, last and step, as of range()")
    arguments = parser.parse_args()
    worker = Worker()
    limits.limit_this_process()
    for number in range(*arguments.numbers):
        print(json.dumps(try_out(worker, arguments.of_format, arguments.seed, number)), flush=True)
