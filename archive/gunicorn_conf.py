"""How gunicorn serves the archive: ``gunicorn -c archive/gunicorn_conf.py``.

Any setting can be given on the command line as well (``--bind …``), which wins.
"""

import os
from pathlib import Path

wsgi_app = "archive.wsgi"
bind = "127.0.0.1:8000"  # a proxy in front speaks TLS

# A page is mostly waiting for the database: a worker a core, some threads each.
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4

# New workers now and then, never all at once, so that no leak grows for ever.
max_requests = 2000
max_requests_jitter = 200
timeout = 30
graceful_timeout = 30
keepalive = 5
# The heartbeat must not wait for a disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108

# A page's query is given up after this long; commands, which do not run here, take their time.
raw_env = ["PGOPTIONS=" + os.environ.get("PGOPTIONS", "-c statement_timeout=20s")]

# Only a proxy on this machine is believed about who asks, and how.
forwarded_allow_ips = "127.0.0.1,::1"
# Not about where the archive stands: a client's SCRIPT_NAME, handed on, would stand before every link.
forwarder_headers = ""
limit_request_line = 8190
limit_request_fields = 100
limit_request_field_size = 8190
control_socket_disable = True

accesslog = "-"
access_log_format = '%(t)s %(h)s %({x-forwarded-for}i)s "%(r)s" %(s)s %(B)s %(M)sms "%(a)s"'
errorlog = "-"
