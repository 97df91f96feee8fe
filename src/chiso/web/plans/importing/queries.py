"""What the pages of the import show."""

from django.shortcuts import get_object_or_404

from chiso.web.directory.models import Agency
from chiso.web.plans.models import Draft


def draft_of(agency: Agency, draft_id: int) -> Draft:
    """A draft of the agency; Http404 for any other."""
    return get_object_or_404(Draft, agency=agency, pk=draft_id)
