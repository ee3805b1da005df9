"""Errors whose message is one sentence that the person at the screen can act on."""

from __future__ import annotations

import errno
from typing import Self


class Sentence(str):
    """A sentence in English, together with what it takes to say it in another language.

    It is a string like any other, travels between processes, and is written to a log or a terminal as it is;
    the window looks its template up and fills the values in anew (`said` of `ui/look/i18n.py`).

    Attributes:
        template: with a `{placeholder}` for each value. What is to be translated is collected from the
            source, so that a sentence is made of a literal.
        values: names, numbers, and sentences that are parts of this one.
    """

    template: str
    values: dict[str, str | int | float]

    def __new__(cls, template: str, /, **values: str | int | float) -> Self:
        """Fill the values in; a text without any is taken as it is, braces and all."""
        if isinstance(template, cls) and not values:
            return template
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template, made.values = str(template), values
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str | int | float]]:
        """For pickle."""
        return (self.template,), self.values


class ToldError(Exception):
    """An error that says what happened in a `Sentence`, made of what it is raised with."""

    def __init__(self, template: str, /, **values: str | int | float) -> None:
        self.sentence = Sentence(template, **values)
        super().__init__(self.sentence)


class UserError(ToldError):
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


# What a person may meet; in the words of the system's own English messages.
_REASONS = {
    errno.EACCES: Sentence("Permission denied"),
    errno.EAGAIN: Sentence("Resource temporarily unavailable"),
    errno.EDQUOT: Sentence("Disk quota exceeded"),
    errno.EIO: Sentence("Input/output error"),
    errno.EISDIR: Sentence("Is a directory"),
    errno.ELOOP: Sentence("Too many levels of symbolic links"),
    errno.EMFILE: Sentence("Too many open files"),
    errno.ENAMETOOLONG: Sentence("File name too long"),
    errno.ENOENT: Sentence("No such file or directory"),
    errno.ENOMEM: Sentence("Cannot allocate memory"),
    errno.ENOSPC: Sentence("No space left on device"),
    errno.ENOTDIR: Sentence("Not a directory"),
    errno.EPERM: Sentence("Operation not permitted"),
    errno.EROFS: Sentence("Read-only file system"),
    errno.ETIMEDOUT: Sentence("Connection timed out"),
}


def reason_of(error: Exception) -> Sentence:
    """Why something failed, as a part of a sentence: what the error tells, or what the system says of it."""
    if isinstance(error, ToldError):
        return error.sentence
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0) or Sentence(error.strerror or str(error))
    return Sentence(str(error))
