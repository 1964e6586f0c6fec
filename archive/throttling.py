"""Whoever guesses passwords is made to wait.

django-axes counts failed log-ins; here is what counts together, whose address
it is, and the page that says when to try again.
"""

from __future__ import annotations

import math
from datetime import datetime
from ipaddress import IPv6Address, ip_address, ip_network

from axes.handlers.database import AxesDatabaseHandler
from django.conf import settings
from django.db.models import Max, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

# So many failures at one address, whatever the names, weigh as much as one on a single name.
AT_ONE_ADDRESS = 5


class LoginThrottle(AxesDatabaseHandler):
    """Five failures on one name from one address, or 25 from one address, lock for 15 minutes.

    Never a name alone: anybody could lock a curator out by mistyping her password.
    """

    def get_failures(self, request: HttpRequest, credentials: dict | None = None) -> int:
        on_the_name, at_the_address = map(count_failures, self.get_user_attempts(request, credentials))
        return max(on_the_name, at_the_address // AT_ONE_ADDRESS)

    def reset_user_attempts(self, request: HttpRequest, credentials: dict | None = None) -> int:
        """A log-in clears its own name, not what was tried on others from the same address."""
        on_the_name, _ = self.filter_user_attempts(request, credentials)
        return on_the_name.delete()[0]

    def locked_until(self, request: HttpRequest, credentials: dict | None = None) -> datetime:
        on_the_name, at_the_address = self.get_user_attempts(request, credentials)
        is_name_locked = count_failures(on_the_name) >= settings.AXES_FAILURE_LIMIT
        counted = on_the_name if is_name_locked else at_the_address
        return counted.aggregate(last=Max("attempt_time"))["last"] + settings.AXES_COOLOFF_TIME


def count_failures(attempts: QuerySet) -> int:
    return attempts.aggregate(failures=Sum("failures_since_start"))["failures"] or 0


def client_address(request: HttpRequest) -> str | None:
    """Who asks: the address that connected, or behind the proxy the one that connected to it.

    The proxy appends that one to X-Forwarded-For; whatever stands before it
    the client may have written itself. Of IPv6 the network counts, since one
    household has 2^64 addresses. None when there is no address at all.
    """
    given = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        given = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or given
    try:
        address = ip_address(given)
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        network = ip_network((int(address), 64), strict=False)
        return str(address.ipv4_mapped or network.network_address)
    return str(address)


def too_many_attempts(
    request: HttpRequest, response: HttpResponse | None, credentials: dict | None
) -> HttpResponse:
    """The page for whoever is locked out; the same whether the name exists or not."""
    until = LoginThrottle().locked_until(request, credentials)
    seconds = max(1, math.ceil((until - timezone.now()).total_seconds()))
    context = {"minutes": math.ceil(seconds / 60), "until": until}
    answer = render(request, "429.html", context, status=429)
    answer.headers["Retry-After"] = str(seconds)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
