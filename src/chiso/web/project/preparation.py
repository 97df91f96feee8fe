"""Bringing the database up to date and, once, the sample data in."""

from django.conf import settings
from django.core.management import call_command

from chiso.web.project.samples import load_all, samples_are_in


def prepare() -> None:
    """Migrate the database; in production collect the static files too."""
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    if not settings.EMBEDDED:
        call_command("collectstatic", verbosity=0, interactive=False)


def load_samples() -> str:
    """Load the sample data where it is not in yet; give the sample accounts as text for the terminal."""
    from chiso import samples  # noqa: PLC0415 (only `chiso demo` needs it)

    if not samples_are_in():
        load_all()
    lines = [f"  {person.username:<24} {person.role:<14} {person.full_name}" for person in samples.sample_people()]
    heading = f"Tài khoản mẫu, mật khẩu chung / sample accounts, one password: {samples.SAMPLE_PASSWORD}"
    return "\n".join([heading, *lines])
