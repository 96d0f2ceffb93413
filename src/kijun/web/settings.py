"""How does Django run kijun?

The environment says where the data lies (KIJUN_DATA), which database keeps it (KIJUN_DATABASE) and whether this is the
demonstration (KIJUN_DEMO); `serve` sets it from its options. Everything else is decided here.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from kijun.web.accounts.oidc import find_provider
from kijun.web.database import database_of
from kijun.web.mail import mail_of
from kijun.web.secret import secret_of
from kijun.web.sqlite import use_sound_sqlite

HERE = Path(__file__).parent
DATA = Path(os.environ.get("KIJUN_DATA", "kijun-data")).absolute()
ATTACHMENTS = DATA / "attachments"
STANDARDS = DATA / "standards"
PROVIDER = find_provider(os.environ, DATA)
IS_DEMO = os.environ.get("KIJUN_DEMO") == "1"

DEBUG = False
SECRET_KEY = secret_of(DATA)
ALLOWED_HOSTS = os.environ.get("KIJUN_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
CSRF_TRUSTED_ORIGINS = [each for each in os.environ.get("KIJUN_ORIGINS", "").split(",") if each]
IS_HTTPS = os.environ.get("KIJUN_HTTPS") == "1"
"""Whether people reach the pages by https, through a proxy that ends it."""

INSTALLED_APPS = [
    # First ours: our words and templates go before those of the libraries.
    "kijun.web.audit",
    "kijun.web.accounts",  # before allauth, whose pages and words it replaces
    "kijun.web.library",
    "kijun.web.people",
    "kijun.web.skills",
    "kijun.web.judgements",
    "kijun.web.plans",
    "kijun.web.passport",
    "kijun.web.api",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "axes",
    "rules",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "kijun.web.accounts.passing.Passing",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "kijun.web.accounts.middleware.Viewer",
    "kijun.web.accounts.middleware.Gate",
]
ROOT_URLCONF = "kijun.web.urls"
WSGI_APPLICATION = "kijun.web.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kijun.web.context.frame",
            ],
            "builtins": ["kijun.web.library.templatetags.kijun"],
        },
    }
]

IS_SQLITE_SOUND = use_sound_sqlite()
DATABASES = {"default": database_of(os.environ.get("KIJUN_DATABASE", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 2000}},
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = ["kijun.web.accounts.hasher.Argon2"]

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "kijun.web.accounts.adapter.Accounts"
SOCIALACCOUNT_ADAPTER = "kijun.web.accounts.adapter.Outside"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_LOGOUT_ON_GET = False
MFA_ADAPTER = "kijun.web.accounts.adapter.Factors"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "kijun"
USERSESSIONS_TRACK_ACTIVITY = False
MFA_ALLOW_UNVERIFIED_EMAIL = True
"""An administrator or the provider vouches for addresses; a second factor is for everybody."""
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {"openid_connect": {"APPS": [PROVIDER.as_app()] if PROVIDER else []}}
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
"""Whoever was invited and comes in by the provider, with an address that it verified, is the one who was invited."""
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_FORMS = {
    "login": "kijun.web.accounts.forms.entrance.SignIn",
    "change_password": "kijun.web.accounts.forms.entrance.ChangePassword",
    "set_password": "kijun.web.accounts.forms.entrance.SetPassword",
    "reset_password": "kijun.web.accounts.forms.entrance.AskReset",
    "reset_password_from_key": "kijun.web.accounts.forms.entrance.ResetPassword",
    "reauthenticate": "kijun.web.accounts.forms.entrance.Reauthenticate",
}
MFA_FORMS = {
    "authenticate": "kijun.web.accounts.forms.factors.Authenticate",
    "reauthenticate": "kijun.web.accounts.forms.factors.Reauthenticate",
    "activate_totp": "kijun.web.accounts.forms.factors.Activate",
}
SOCIALACCOUNT_FORMS = {"signup": "kijun.web.accounts.forms.outside.Complete"}
ACCOUNT_RATE_LIMITS = {"login_failed": "60/m/ip", "second_factor": "10/15m/key"}
"""Failed attempts on one account are counted by axes, which survives a restart; codes of one account from wherever they come."""
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "kijun.web.accounts.adapter.username_of"
AXES_LOCKOUT_CALLABLE = "kijun.web.accounts.views.entrance.locked_out"
AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "kijun.web.accounts.client.address_of"
PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("KIJUN_PROXIES") or "0")
"""How many proxies of the installation stand before it: so many addresses of X-Forwarded-For are believed."""
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
"""An address is unique in whatever case it is written: a constraint that the check does not see."""

globals().update(mail_of(os.environ.get("KIJUN_MAIL", "")))
DEFAULT_FROM_EMAIL = os.environ.get("KIJUN_MAIL_FROM", "kijun@localhost")

LANGUAGE_CODE = "en"
LANGUAGES = [("ja", "日本語"), ("en", "English")]
LOCALE_PATHS = [HERE / "locale"]
LANGUAGE_COOKIE_NAME = "kijun_language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Tokyo"

STATIC_URL = "static/"
STATICFILES_DIRS = [HERE / "static"]
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
MOST_UPLOADED = 20 * 1024 * 1024
"""Bytes of a request with files; see `people.uploads`."""
FILE_UPLOAD_HANDLERS = [
    "kijun.web.people.uploads.MostUploaded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF, PROVIDER.origin] if PROVIDER else [SELF],
    }
}
SESSION_COOKIE_NAME = "kijun_session"
CSRF_COOKIE_NAME = "kijun_csrf"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "kijun.web.errors.forbidden_form"

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"quiet": {"()": "kijun.web.accounts.quiet.Quiet"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["quiet"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "axes": {"level": "ERROR"},
        # A page that is refused or not there is an answer like another; a fault of ours is an error.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "CRITICAL"},
    },
}
