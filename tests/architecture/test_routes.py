"""Promises about every route."""

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter

from chiso.web.accounts.permissions import ALLOWED, Action, Role

OPEN = {"directory:home", "accounts:sign_in", "accounts:sign_out", "accounts:password", "set_language"}


def routes(resolver: URLResolver | None = None, space: str = "") -> list[tuple[str, URLPattern]]:
    """Every route of the program with its full name."""
    found = []
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            found += routes(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        else:
            found.append((f"{space}{entry.name}", entry))
    return found


ALL = routes()
GUARDED = [(name, pattern) for name, pattern in ALL if name not in OPEN]


def address(name: str, pattern: URLPattern, agency: str) -> str:
    """An address of a route; objects are asked for by a number that belongs to nobody."""
    arguments: dict[str, object] = {"agency": agency}
    for key, converter in pattern.pattern.converters.items():
        arguments[key] = 999_999 if isinstance(converter, IntConverter) else "khong-co"
    return reverse(name, kwargs=arguments)


def test_every_route_is_named_once():
    names = [name for name, _ in ALL]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(("name", "pattern"), GUARDED, ids=[name for name, _ in GUARDED])
def test_every_route_asks_for_an_action(name, pattern):
    assert getattr(pattern.callback, "action", None) in Action


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "pattern"), GUARDED, ids=[name for name, _ in GUARDED])
def test_nobody_gets_in_without_signing_in(name, pattern, agency):
    response = Client().get(address(name, pattern, agency.slug))
    assert response.status_code == 302
    assert response.url.startswith(reverse("accounts:sign_in"))


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "pattern"), GUARDED, ids=[name for name, _ in GUARDED])
def test_another_agency_is_not_found(name, pattern, client_for, other_agency):
    client = client_for(Role.ADMINISTRATOR)
    target = address(name, pattern, other_agency.slug)
    assert client.get(target).status_code == 404
    assert client.post(target).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(("name", "pattern"), GUARDED, ids=[name for name, _ in GUARDED])
def test_a_role_without_the_right_is_refused(name, pattern, role, client_for, agency):
    refused = role not in ALLOWED[pattern.callback.action]
    response = client_for(role).get(address(name, pattern, agency.slug))
    assert (response.status_code == 403) == refused


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "pattern"), GUARDED, ids=[name for name, _ in GUARDED])
def test_an_object_that_does_not_exist_is_not_found(name, pattern, client_for, agency):
    if len(pattern.pattern.converters) == 0:
        assert client_for(Role.ADMINISTRATOR).get(address(name, pattern, agency.slug)).status_code in {200, 302, 405}
    else:
        target = address(name, pattern, agency.slug)  # the address of a write leads to its page, which is not there
        assert client_for(Role.ADMINISTRATOR).get(target, follow=True).status_code in {404, 405}
