"""The reporting app."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Tells the directory, which lies below plans, what its units answer for."""

    name = "chiso.web.reporting"

    def ready(self) -> None:
        """Register the source of duties."""
        from chiso.web.directory import duties  # noqa: PLC0415 (models can be loaded only now)
        from chiso.web.reporting.unit_duties import unit_duties  # noqa: PLC0415 (the same)

        duties.register(unit_duties)
