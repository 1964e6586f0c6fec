"""Requests a second of the served archive, as shares of a bare view in the same gunicorn.

    DATABASE_URL=… ORIGINALS_DIR=… python bench/serving.py [--seconds N] [--worker-class sync]

Needs `wrk`, which asks over loopback and shares the processors with the server: the shares
tell more than the numbers. The bare view is `/healthz`, which goes through the same middleware.

"Rendered" pages are of addresses that nobody asked for before, in no order: places far apart in the
list, in the lists of single countries, pairs of countries, words. No page of them is kept then. What
is: the totals and names of the archive as it is now; what stands round the entries (facets, bars) of
the lists asked for last, which further pages of the same list have from memory; and of the facets
with a choice what they count for every other choice. "Kept" and "304" ask for one address again.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
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
# Each request asks for the next of the addresses; behind the last they begin again, with a number.
ONE_BY_ONE = """
local addresses = {{}}
for line in io.lines("{file}") do addresses[#addresses + 1] = line end
local n = 0
request = function()
  local address, round = addresses[n % #addresses + 1], math.floor(n / #addresses)
  n = n + 1
  return wrk.format("GET", round == 0 and address or address .. "&round=" .. round)
end
"""
MOST = 2000  # addresses of a kind


def kinds_of_addresses(listed: str) -> dict[str, list[str]]:
    """Lists nobody asked for, by what they are narrowed by; from the first page of the list of all."""
    codes = sorted(set(re.findall(r"country=([A-Z0-9]+)\"", listed)))
    words = sorted(set(re.findall(r"[a-z]{4,}", " ".join(re.findall(r"<p dir=.*?</p>", listed)))))
    years = sorted(set(re.findall(r"from=(\d{4})", listed)))
    chance = random.Random(7)

    def place() -> str:
        day = f"{chance.choice(years)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        return f"after={day}.{chance.randint(1, 10**6)}"

    kinds = {
        "pages of the list": [place() for _ in range(MOST)],
        "pages of a country": [f"country={chance.choice(codes)}&{place()}" for _ in range(MOST)],
        "pairs of countries": [f"country={one}&about={other}" for one in codes for other in codes],
        "words": [f"q={word}" for word in words]
        + [f"q={word}&country={code}" for word in words for code in codes],
    }
    for addresses in kinds.values():
        chance.shuffle(addresses)
    # From their ends, which were hardly reached before.
    kinds["all of these"] = [
        one for four in zip(*map(reversed, kinds.values()), strict=False) for one in four
    ]
    return {
        kind: [f"/statements/?{asked}" for asked in dict.fromkeys(addresses)][:MOST]
        for kind, addresses in kinds.items()
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
    for _ in range(20):  # every worker has the totals that pages share
        listed = get(port, "/statements/").body.decode()  # type: ignore[attr-defined]
    statement = re.search(r'href="(/statements/[0-9a-z]+/)', listed)
    assert statement, "the archive has no statement"
    bare = requests_a_second(port, "/healthz", seconds)
    print(f"{'bare view':22}{bare:8.0f} requests/s")
    for kind, addresses in kinds_of_addresses(listed).items():
        file, script = Path(folder) / "addresses", Path(folder) / "one_by_one.lua"
        file.write_text("\n".join(addresses))
        script.write_text(ONE_BY_ONE.format(file=file))
        rendered = requests_a_second(port, addresses[0], seconds, "-s", str(script))
        print(f"{kind:22}   rendered {rendered:6.0f} ({100 * rendered / bare:4.1f} %)", flush=True)
    pages = {"list of statements": "/statements/", "one statement": statement[1], "first page": "/"}
    for name, address in pages.items():
        for _ in range(20):
            tag = get(port, address).headers["ETag"]
        kept = requests_a_second(port, address, seconds)
        unchanged = requests_a_second(port, address, seconds, "-H", f"If-None-Match: {tag}")
        shares = "".join(
            f"   {what} {value:6.0f} ({100 * value / bare:3.0f} %)"
            for what, value in (("kept", kept), ("304", unchanged))
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
