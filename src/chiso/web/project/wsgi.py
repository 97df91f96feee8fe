"""What the web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from chiso.web.project.warming import warm

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chiso.web.project.settings")
application = get_wsgi_application()
warm()
