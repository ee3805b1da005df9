"""Errors whose message is one sentence that the person at the screen can act on."""


class UserError(Exception):
    """Something the user can put right; `str(error)` says what happened and what to do."""


class PhotoError(UserError):
    """The photo cannot be used."""


class CaptionError(UserError):
    """The caption, or an edit of it, cannot be used."""


class ModelError(UserError):
    """The model is missing, damaged or of a kind that cannot be used."""


class ProjectError(UserError):
    """The project file cannot be read or written."""


class EngineError(UserError):
    """The engine could not do a job."""
