"""Settings, strictly from the environment; anything missing stops the start.

``DEBUG=true`` is for one's own machine alone: it fills in a throw-away key, a
local SQLite file and loopback hosts. Without it ``SECRET_KEY``,
``DATABASE_URL`` and ``ALLOWED_HOSTS`` must be set. ``.env.example`` lists every
variable; a ``.env`` beside ``manage.py`` is read if it is there.
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()
env.read_env(BASE_DIR / ".env", recurse=False)

# There and empty, as in a fresh copy of .env.example, is the same as missing.
for name in ("DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "ORIGINALS_DIR", "BEHIND_PROXY"):
    if os.environ.get(name) == "":
        del os.environ[name]


def required(read, name: str, remedy: str):
    """The variable as ``read`` parses it, or a start-up error that says what to do."""
    try:
        return read(name)
    except (EnvError, ValueError) as error:
        raise ImproperlyConfigured(f"{name}: {error}. {remedy}") from error


def boolean(name: str, default: bool) -> bool:
    return required(lambda key: env.bool(key, default), name, "Set it to true or false, or leave it out.")


def without_blanks(names: list[str]) -> list[str]:
    return [name.strip() for name in names if name.strip()]


DEBUG = boolean("DEBUG", False)
THROW_AWAY_KEY = "not-secret-only-for-a-machine-of-ones-own-0123456789"
ENGINES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")

if DEBUG:
    SECRET_KEY = env.str("SECRET_KEY", THROW_AWAY_KEY)
    ALLOWED_HOSTS = without_blanks(env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"]))
    (BASE_DIR / "var").mkdir(exist_ok=True)
    default_database = f"sqlite:///{BASE_DIR / 'var' / 'archive.sqlite3'}"
else:
    SECRET_KEY = required(
        env.str,
        "SECRET_KEY",
        "Set it to 50 or more random characters: "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'. "
        "On your own machine set DEBUG=true instead.",
    )
    # Everyone who has the code has the throw-away key.
    if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5 or SECRET_KEY == THROW_AWAY_KEY:
        raise ImproperlyConfigured(
            "SECRET_KEY: too weak, or known to everyone. Set it to 50 or more random characters: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'."
        )
    ALLOWED_HOSTS = without_blanks(
        required(
            env.list, "ALLOWED_HOSTS", "Set it to the archive's host names, with commas: archive.example.org."
        )
    )
    if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS: Set it to the archive's own host names, with commas; "
            "'*' would let anyone forge its addresses."
        )
    default_database = ""

DATABASES = {
    "default": required(
        lambda key: env.dj_db_url(key, default_database) if default_database else env.dj_db_url(key),
        "DATABASE_URL",
        "Set it to postgresql://user:password@host:5432/name, or sqlite:////absolute/path/archive.sqlite3.",
    )
}

if DATABASES["default"]["ENGINE"] not in ENGINES:
    raise ImproperlyConfigured(
        "DATABASE_URL: the archive runs on PostgreSQL and SQLite alone. Set it to "
        "postgresql://user:password@host:5432/name, or sqlite:////absolute/path/archive.sqlite3."
    )

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers never wait for the one writer (WAL); a writer queues at BEGIN, not halfway.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"].update(CONN_MAX_AGE=60, CONN_HEALTH_CHECKS=True)

# Where the bytes of the originals are kept, under their SHA-256.
ORIGINALS_DIR = Path(env.str("ORIGINALS_DIR", str(BASE_DIR / "var" / "originals")))

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_filters",
    "statements",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "archive.middleware.content_security_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "archive.urls"
WSGI_APPLICATION = "archive.wsgi.application"
ASGI_APPLICATION = "archive.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

AUTH_USER_MODEL = "statements.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]

# Everything comes from the archive itself; nothing runs that stands in a page.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True

if not DEBUG:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if boolean("BEHIND_PROXY", False) else None
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

# W021: to be on browsers' preload list is a promise for the whole domain, and its owner's to make.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
