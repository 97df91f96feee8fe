"""Sample data: four agencies, their five plans as Word documents, people, progress made, and published results.

The facts and figures are those of real plans; wording and person names are the project's own. Nothing here knows the
shell: it only gives out what stands in the files of this folder.
"""

from chiso.samples.agencies import SampleAgency, SamplePlan, sample_agencies, sample_plans
from chiso.samples.peers import PublishedPeer, PublishedPeers, published_peers
from chiso.samples.people import SAMPLE_PASSWORD, SamplePerson, sample_people
from chiso.samples.progress import SampleFiling, SampleUpdate, sample_filings, sample_progress
from chiso.samples.results import MissingYears, PublishedResult, PublishedSeries, published_results

__all__ = [
    "SAMPLE_PASSWORD",
    "MissingYears",
    "PublishedPeer",
    "PublishedPeers",
    "PublishedResult",
    "PublishedSeries",
    "SampleAgency",
    "SampleFiling",
    "SamplePerson",
    "SamplePlan",
    "SampleUpdate",
    "published_peers",
    "published_results",
    "sample_agencies",
    "sample_filings",
    "sample_people",
    "sample_plans",
    "sample_progress",
]
