"""Opening and saving while something is under way: nothing is lost, and nothing is dropped silently."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from nti_desktop.document.container import load_project
from nti_desktop.engine.events import Cancelled, Progress
from nti_desktop.ui.files import files as files_module
from nti_desktop.ui.files.dialogs import NativeDialogs
from nti_desktop.ui.tasks import Tasks
from tests.engine.partials import make_partial
from tests.ui.conftest import CAPTION, open_photo, start_inversion
