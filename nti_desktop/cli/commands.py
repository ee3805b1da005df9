"""The commands by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nti_desktop.cli.arguments import Arguments
from nti_desktop.cli.demo import demo
from nti_desktop.cli.editing import edit
from nti_desktop.cli.inverting import invert
from nti_desktop.cli.looking import attention
from nti_desktop.cli.models import models
from nti_desktop.cli.showing import info
from nti_desktop.engine.protocol import Engine

Command = Callable[[Arguments, Callable[[], Engine]], None]

COMMANDS: Mapping[str, Command] = {
    "demo": demo,
    "invert": invert,
    "edit": edit,
    "attention": attention,
    "info": info,
    "models": models,
}
