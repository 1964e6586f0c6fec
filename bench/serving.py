"""Requests a second of the served archive, as shares of a bare view in the same gunicorn.

    DATABASE_URL=… ORIGINALS_DIR=… python bench/serving.py [--seconds N] [--worker-class sync]

Needs `wrk`, which asks over loopback and shares the processors with the server: the shares
tell more than the numbers. The bare view is `/healthz`, which goes through the same middleware.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADERS = {"Host": "archive.example.org", "X-Forwarded-Proto": "https"}
# Each request asks for an address that nobody asked for before.
NEVER_THE_SAME = """
local n = {seed}
request = function() n = n + 1; return wrk.format("GET", "{address}" .. n) end
"""
PAGES = {
    "list of statements": "/statements/",
    "filtered list": "/statements/?q=peace",
    "one statement": "{statement}",
    "first page": "/",
}


def serve(port: int, worker_class: str, folder: str) -> subprocess.Popen:
    environment = {
        **os.environ,
        "DEBUG": "false",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "ALLOWED_HOSTS": HEADERS["Host"],
        "BEHIND_PROXY": "true",
        "STATIC_ROOT": folder,
    }
    collect = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(collect, cwd=ROOT, check=True, env=environment)
    command = [sys.executable, "-m", "gunicorn", "-c", "archive/gunicorn_conf.py", "--bind"]
    options = [f"127.0.0.1:{port}", "--access-logfile", "/dev/null", "--worker-class", worker_class]
    # No worker is to be replaced while it is measured.
    return subprocess.Popen([*command, *options, "--max-requests", "0"], cwd=ROOT, env=environment)


def get(port: int, address: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", address, headers=HEADERS)
    response = connection.getresponse()
    response.body = response.read()  # type: ignore[attr-defined]
    return response


def wait(port: int) -> None:
    for _ in range(100):
        try:
            if get(port, "/healthz").status == 200:
                return
        except OSError:
            time.sleep(0.2)
    sys.exit("gunicorn did not answer within 20 seconds")


def requests_a_second(port: int, address: str, seconds: int, *extra: str) -> float:
    """Requests that were answered with 200 or 304; any other answer ends the measuring."""
    headers = [part for name, value in HEADERS.items() for part in ("-H", f"{name}: {value}")]
    command = ["wrk", "-t1", "-c8", f"-d{seconds}s", *headers, *extra, f"http://127.0.0.1:{port}{address}"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in printed:
        sys.exit(f"{address} was not answered as it should:\n{printed}")
    found = re.search(r"Requests/sec:\s+([\d.]+)", printed)
    assert found, printed
    return float(found[1])


def measure(port: int, seconds: int, folder: str) -> None:
    listed = get(port, "/statements/").body.decode()  # type: ignore[attr-defined]
    statement = re.search(r'href="(/statements/[0-9a-z]+/)', listed)
    assert statement, "the archive has no statement"
    bare = requests_a_second(port, "/healthz", seconds)
    print(f"{'bare view':22}{bare:8.0f} requests/s")
    for number, (name, pattern) in enumerate(PAGES.items()):
        address = pattern.format(statement=statement[1])
        for _ in range(20):  # in the memory of every worker, with the totals that pages share
            tag = get(port, address).headers["ETag"]
        script = Path(folder) / "fresh.lua"
        fresh = f"{address}{'&' if '?' in address else '?'}fresh="
        script.write_text(NEVER_THE_SAME.format(seed=number * 10_000_000, address=fresh))
        uncached = requests_a_second(port, address, seconds, "-s", str(script))
        for _ in range(20):
            get(port, address)
        cached = requests_a_second(port, address, seconds)
        unchanged = requests_a_second(port, address, seconds, "-H", f"If-None-Match: {tag}")
        shares = "".join(
            f"   {what} {value:6.0f} ({100 * value / bare:3.0f} %)"
            for what, value in (("rendered", uncached), ("kept", cached), ("304", unchanged))
        )
        print(f"{name:22}{shares}", flush=True)
    print(f"{'bare view again':22}{requests_a_second(port, '/healthz', seconds):8.0f} requests/s")


def main(seconds: int, worker_class: str) -> None:
    if not shutil.which("wrk"):
        print("requests a second: not measured, since wrk is not installed (Debian: apt-get install wrk)")
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        server = serve(port, worker_class, folder)
        try:
            wait(port)
            measure(port, seconds, folder)
        finally:
            server.terminate()
            server.wait(timeout=40)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--worker-class", default="gthread")
    options = parser.parse_args()
    main(options.seconds, options.worker_class)
