"""Who works on the archive."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A curator or administrator. Our own class, so that it can grow a field without pain."""
