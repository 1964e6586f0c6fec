"""Settings, strictly from the environment; anything missing stops the start.

``DEBUG=true`` is for one's own machine alone: it fills in a throw-away key, a
local SQLite file and loopback hosts. Without it ``SECRET_KEY``,
``DATABASE_URL`` and ``ALLOWED_HOSTS`` must be set. ``.env.example`` lists every
variable; a ``.env`` beside ``manage.py`` is read if it is there.
"""

import os
import re
from datetime import timedelta
from pathlib import Path

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import to_language
from environs import Env, EnvError

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()
env.read_env(BASE_DIR / ".env", recurse=False)

# There and empty, as in a fresh copy of .env.example, is the same as missing.
for name in (
    "DEBUG",
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "ORIGINALS_DIR",
    "STATIC_ROOT",
    "BEHIND_PROXY",
):
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


def repeats_itself(key: str) -> bool:
    """Few of its four-letter stretches differ: "changemechangeme…"; in 50 random characters nearly all do."""
    return len({key[at : at + 4] for at in range(len(key) - 3)}) < 40


def is_host(name: str) -> bool:
    """As requests give it; ".example.org" stands for all hosts under it, and ".org" would for anybody's."""
    return bool(re.fullmatch(r"\.?[a-z0-9-]+(\.[a-z0-9-]+)+|[a-z0-9-]+|\[[0-9a-f:.]+\]", name, re.IGNORECASE))


def is_own_machine(host: str) -> bool:
    return bool(re.fullmatch(r"(.*\.)?localhost|127(\.\d+){3}|\[::1\]", host))


DEBUG = boolean("DEBUG", False)

# How long a process takes the archive for unchanged, for what it keeps of it in memory.
ARCHIVE_VERSION_SECONDS = 0 if DEBUG else 1
# One proxy in front says who asks, and whether by HTTPS.
BEHIND_PROXY = boolean("BEHIND_PROXY", False)
THROW_AWAY_KEY = "not-secret-only-for-a-machine-of-ones-own-0123456789"
ENGINES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")

if DEBUG:
    SECRET_KEY = env.str("SECRET_KEY", THROW_AWAY_KEY)
    ALLOWED_HOSTS = without_blanks(env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"]))
    if not all(map(is_own_machine, ALLOWED_HOSTS)):
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS: with DEBUG=true the archive answers on your own machine alone, for its error "
            "pages tell everything. Leave ALLOWED_HOSTS out, or set DEBUG=false."
        )
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
    # Everyone who has the code has the throw-away key; Django's own placeholder says what it is.
    known = THROW_AWAY_KEY in SECRET_KEY.casefold() or SECRET_KEY.startswith("django-insecure-")
    # A command that no shell has run, or a sentence.
    known = known or not set(SECRET_KEY).isdisjoint(" \t\n'\"`") or "$(" in SECRET_KEY
    if len(SECRET_KEY) < 50 or repeats_itself(SECRET_KEY) or known:
        raise ImproperlyConfigured(
            "SECRET_KEY: too weak, or known to everyone. Set it to 50 or more random characters: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'."
        )
    ALLOWED_HOSTS = without_blanks(
        required(
            env.list, "ALLOWED_HOSTS", "Set it to the archive's host names, with commas: archive.example.org."
        )
    )
    if not ALLOWED_HOSTS or not all(map(is_host, ALLOWED_HOSTS)):
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS: Set it to the archive's own host names, with commas, without https:// and port; "
            "'*', '.' or '.org' would let anyone forge its addresses."
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
    # A server that hangs must not hold a worker: 2 s is the least that libpq takes.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 2)

# Where the bytes of the originals are kept, under their SHA-256.
ORIGINALS_DIR = Path(env.str("ORIGINALS_DIR", str(BASE_DIR / "var" / "originals")))

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django_filters",
    "axes",
    "statements",
]

MIDDLEWARE = [
    "archive.middleware.protect",
    "django.middleware.security.SecurityMiddleware",
    "archive.middleware.refuse_nul",
    "archive.middleware.read_one_state",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
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
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_REDIRECT_URL = "admin:index"

# Whoever guesses passwords waits; docs/security.md says for how long and why so.
AXES_HANDLER = "archive.throttling.LoginThrottle"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "ip_address"]
AXES_CLIENT_IP_CALLABLE = "archive.throttling.client_address"
AXES_LOCKOUT_CALLABLE = "archive.throttling.too_many_attempts"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # nothing is kept of who logged in
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["username", "csrfmiddlewaretoken"]  # people type passwords into the name's field

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en"
# Catalogues, when there are any: docs/translating.md. English is what the code itself says.
LOCALE_PATHS = [BASE_DIR / "statements" / "locale"]


def languages(folder: Path) -> list[tuple[str, str]]:
    """English, and every language with a compiled catalogue in the folder, each by its own name."""
    found = sorted(to_language(path.parent.parent.name) for path in folder.glob("*/LC_MESSAGES/django.mo"))
    codes = ["en", *(code for code in found if code != "en")]
    return [(code, LANG_INFO.get(code, {}).get("name_local", code)) for code in codes]


LANGUAGES = languages(LOCALE_PATHS[0])
if len(LANGUAGES) > 1:
    # Reads what the browser asks for; from then on pages vary by it. With English alone they do not.
    MIDDLEWARE.insert(
        MIDDLEWARE.index("django.middleware.common.CommonMiddleware"),
        "django.middleware.locale.LocaleMiddleware",
    )
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Everything comes from the archive itself; nothing runs that stands in a page.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# A download is somebody else's page: opened in a browser all the same, it can do nothing.
DOWNLOAD_SECURITY_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"
# The archive asks for none of what browsers can do; its pages may go full screen and copy a citation.
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "display-capture",
        "encrypted-media", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer",
        "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get",
        "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
    )
)  # fmt: skip
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie of their own

if not DEBUG:
    # While one works on the pages, each is rendered anew.
    MIDDLEWARE.insert(
        MIDDLEWARE.index("django.contrib.sessions.middleware.SessionMiddleware"),
        "archive.kept_pages.keep_pages",
    )
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "OPTIONS": {"MAX_ENTRIES": 200},  # a page and its headers are two, or all are pages
        },
        "long pages": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "long pages",
            "OPTIONS": {"MAX_ENTRIES": 8},
        },
    }

    # `collectstatic` names each file by its content, so a browser may keep it for good.
    MIDDLEWARE.insert(
        MIDDLEWARE.index("django.middleware.security.SecurityMiddleware") + 1,
        "whitenoise.middleware.WhiteNoiseMiddleware",
    )
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }

    LOGGING = {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "filters": {"line": {"()": "archive.logs.WithoutTraceback"}},
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": "line",
                "filters": ["line"],
            }
        },
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            "django.request": {"level": "ERROR"},  # what was not found stands in the access log
            "gunicorn.http.wsgi": {"level": "ERROR"},  # to HEAD Django sends a body, and gunicorn drops it
        },
    }

    SECURE_SSL_REDIRECT = True
    # Whoever watches over the archive asks the process itself, over plain HTTP.
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    # Browsers take such names by HTTPS and from this very host alone, not from one beside or above it.
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"

# W021: to be on browsers' preload list is a promise for the whole domain, and its owner's to make.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
