"""A demo curator, on one's own machine alone."""

from __future__ import annotations

import io
import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from statements.models import User

pytestmark = pytest.mark.django_db


def create(*arguments: str) -> str:
    out = io.StringIO()
    call_command("create_demo_curator", *arguments, stdout=out)
    return out.getvalue()


def test_refuses_in_production() -> None:
    with pytest.raises(CommandError, match="createsuperuser"):
        create()
    assert not User.objects.exists()


def test_printed_password_opens_the_admin_but_not_the_people(settings, client: Client) -> None:
    settings.DEBUG = True
    password = re.search(r"password (\S+)", create())[1]
    assert client.login(username="curator", password=password)
    assert client.get("/admin/statements/statement/").status_code == 200
    assert client.get("/admin/statements/user/").status_code == 403


def test_again_it_changes_nothing_unless_asked(settings) -> None:
    settings.DEBUG = True
    create()
    before = User.objects.values().get()
    assert "is there already" in create()
    assert User.objects.values().get() == before
    create("--new-password")
    assert User.objects.get().password != before["password"]
