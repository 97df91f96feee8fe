"""All addresses: those outside an agency, and each app's below the agency's own name."""

from django.urls import include, path

urlpatterns = [
    path("", include("chiso.web.directory.urls")),
    path("", include("chiso.web.accounts.urls")),
    path("ngon-ngu/", include("django.conf.urls.i18n")),
    path("<slug:agency>/", include("chiso.web.scorecard.urls")),
    path("<slug:agency>/", include("chiso.web.reporting.urls")),
    path("<slug:agency>/", include("chiso.web.plans.urls")),
    path("<slug:agency>/", include("chiso.web.results.urls")),
    path("<slug:agency>/", include("chiso.web.catalogue.urls")),
    path("<slug:agency>/", include("chiso.web.directory.agency_urls")),
    path("<slug:agency>/", include("chiso.web.directory.trail_urls")),
]
handler404 = "chiso.web.ui.views.not_found"
handler500 = "chiso.web.ui.views.broken"
