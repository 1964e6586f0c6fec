"""A curator to try the admin with, on one's own machine."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management.base import CommandError, CommandParser

from statements.management.terminal import TerminalCommand
from statements.models import User

NAME = "curator"
GROUP = "curators"  # made by a migration


class Command(TerminalCommand):
    """Refuses outside DEBUG: an archive that others reach gets its people from `createsuperuser`."""

    help = "Create a curator for trying the admin, and print the password (only where DEBUG is true)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--new-password", action="store_true", help="give the curator another password")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("only where DEBUG is true: in production use `manage.py createsuperuser`.")
        user, is_new = User.objects.get_or_create(username=NAME, defaults={"is_staff": True})
        if not is_new and not options["new_password"]:
            self.stdout.write(f"The demo curator “{NAME}” is there already (a new password: make password).")
            return
        password = secrets.token_urlsafe(12)
        user.set_password(password)
        user.save()
        user.groups.set([Group.objects.get(name=GROUP)])
        self.stdout.write(f"Demo curator for /review/ and /admin/: name {NAME}, password {password}")
