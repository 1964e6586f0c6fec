"""Accounts and their roles, given by an administrator."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from statements.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(client: Client) -> Client:
    client.force_login(UserFactory(username="root", is_staff=True, is_superuser=True))
    return client


def test_an_account_becomes_a_curator_s(root: Client) -> None:
    password = "a-long-enough-password"
    added = root.post(
        reverse("admin:statements_user_add"),
        {"username": "ada", "usable_password": "true", "password1": password, "password2": password},
    )
    ada = User.objects.get(username="ada")
    assert added.headers["Location"] == reverse("admin:statements_user_change", args=[ada.pk])
    assert not (ada.is_staff or ada.is_superuser or ada.groups.exists())
    posted = {
        "username": "ada",
        "is_active": "on",
        "is_staff": "on",
        "groups": [Group.objects.get(name="curators").pk],
    }
    assert root.post(added.headers["Location"], posted).status_code == 302
    curator = Client()
    assert curator.login(username="ada", password=password)
    assert curator.get("/admin/statements/statement/").status_code == 200
    assert curator.get("/admin/statements/user/").status_code == 403


def test_weak_password_is_refused(root: Client) -> None:
    for password in ("short", "password1234", "123456789012"):
        root.post(
            reverse("admin:statements_user_add"),
            {"username": "ada", "usable_password": "true", "password1": password, "password2": password},
        )
    assert not User.objects.filter(username="ada").exists()


def test_form_gives_rights_by_group_alone_and_changes_no_dates(root: Client) -> None:
    ada = UserFactory(username="ada")
    form = root.get(reverse("admin:statements_user_change", args=[ada.pk])).context["adminform"].form
    assert set(form.fields) == {
        "username", "password", "first_name", "last_name", "email",
        "is_active", "is_staff", "is_superuser", "groups",
    }  # fmt: skip
