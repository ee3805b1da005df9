"""`python -m nti_desktop` is the command line."""

import sys

from nti_desktop.cli import main

sys.exit(main())
