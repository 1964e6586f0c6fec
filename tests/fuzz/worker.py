"""Takes inputs through the real pipeline, or asks for addresses: a line of JSON for each.

A child of `run`, which sets Django up in it: what kills it ends one input and not the rest.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from statements import pipeline
from statements.models import ImportRun
from statements.readers import UnreadableSource
from statements.search import paging
from statements.store.runs import start_run
from tests.fuzz import limits
from tests.fuzz.addresses import make_request
from tests.fuzz.archive import fill_archive, known_names
from tests.fuzz.asking import ask, new_client
from tests.fuzz.inputs import MutatedInput, make_input
from tests.fuzz.run import ADDRESSES

Outcome = dict[str, Any]

# One input in so many is stored as well: that costs more than all the reading.
STORED_EVERY = 5
# What one answer may cost: of the processor, and of PostgreSQL for one query.
ANSWER_SECONDS = 2
QUERY_SECONDS = 4


def make_database() -> None:
    if connection.vendor == "postgresql":  # several workers share one server
        connection.settings_dict["TEST"]["NAME"] = f"fuzz_{os.getpid()}"
    connection.creation.create_test_db(verbosity=0, serialize=False)
    settings.ORIGINALS_DIR = Path(tempfile.mkdtemp(prefix="chancery-fuzz-"))


class Worker:
    """The pipeline without a database and with one, loaded before the first input."""

    def __init__(self, of_format: str) -> None:
        make_database()
        self.of_format = of_format
        pipeline.load_shipped_authorities()
        self.knowledge = pipeline.stored_knowledge()
        self.run: ImportRun = start_run("fuzz", pipeline.PIPELINE_VERSION)

    def take_in(self, seed: int, number: int) -> Outcome:
        source = make_input(self.of_format, seed, number)
        stored = number % STORED_EVERY == 0
        return tried(number, lambda: self.ingest(source) if stored else self.analyse(source), stored=stored)

    def analyse(self, source: MutatedInput) -> str:
        try:
            pipeline.analyse(source.data, source.name, self.knowledge)
        except (UnreadableSource, pipeline.NothingToRead) as error:
            return f"{pipeline.HELD}: {error}"
        return pipeline.CREATED

    def ingest(self, source: MutatedInput) -> str:
        outcome = pipeline.ingest(source.data, f"/fuzz/{source.name}", run=self.run, knowledge=self.knowledge)
        return f"{outcome.result}: {outcome.reason}" if outcome.reason else outcome.result


class Asker:
    """A site over a small archive."""

    def __init__(self) -> None:
        make_database()
        # Nothing is kept from one answer to the next, and files have their own names.
        nothing = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
        settings.CACHES = {"default": nothing, "long pages": nothing}
        settings.STORAGES["staticfiles"] = {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        }
        paging.WALKED = 40  # of so few rows, lest the index is never asked
        fill_archive()
        self.known = known_names()
        self.client = new_client()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"SET statement_timeout = '{QUERY_SECONDS}s'")

    def take_in(self, seed: int, number: int) -> Outcome:
        request = make_request(self.known, seed, number)
        outcome = tried(number, lambda: ask(self.client, request), request=str(request))
        if outcome["seconds"] > ANSWER_SECONDS and not outcome["failure"]:
            outcome["failure"] = f"took {outcome['seconds']:.1f} s of the processor"
        return outcome


def tried(number: int, work: Callable[[], str], **told: Any) -> Outcome:
    """What became of one input, and what it cost."""
    limits.forget_highest_memory()
    started, begun, failure, result = time.process_time(), time.perf_counter(), "", ""
    try:
        with limits.timed():
            result = work()
    except Exception:
        failure = traceback.format_exc(limit=-6)
    seconds, elapsed = time.process_time() - started, time.perf_counter() - begun
    memory = limits.highest_memory()
    if not failure and memory > limits.MEMORY:
        failure = f"took {memory // limits.MEGABYTE} MB of memory"
    return {
        "number": number,
        "result": result,
        "stored": False,
        "seconds": seconds,
        "elapsed": elapsed,
        "memory": memory,
        "failure": failure,
        **told,
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("of_format")
    parser.add_argument("seed", type=int)
    parser.add_argument("numbers", type=int, nargs="+", help="first, last and step, as of range()")
    arguments = parser.parse_args()
    worker = Asker() if arguments.of_format == ADDRESSES else Worker(arguments.of_format)
    limits.limit_this_process()
    for number in range(*arguments.numbers):
        print(json.dumps(worker.take_in(arguments.seed, number)), flush=True)
