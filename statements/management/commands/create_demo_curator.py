"""A curator to try the admin with, on one's own machine."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.management.base import BaseCommand, CommandError

from statements.models import User

NAME = "curator"


class Command(BaseCommand):
    """Refuses outside DEBUG: an archive that others reach gets its people from `createsuperuser`."""

    help = "Create a curator for trying the admin, and print the password (only where DEBUG is true)."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("only where DEBUG is true: in production use `manage.py createsuperuser`.")
        if User.objects.filter(username=NAME).exists():
            self.stdout.write(
                f"The demo curator “{NAME}” is there already (new password: manage.py changepassword {NAME})."
            )
            return
        password = secrets.token_urlsafe(12)
        user = User.objects.create_user(NAME, password=password, is_staff=True)
        user.user_permissions.set(
            Permission.objects.filter(content_type__app_label="statements").exclude(
                content_type__model="user"
            )
        )
        self.stdout.write(f"Demo curator for /admin/: name {NAME}, password {password}")
