"""An inversion whose large arrays are in the project's file until someone asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from nti_desktop.document.arrays import Array, Header
from nti_desktop.document.fields import MalformedError
from nti_desktop.document.stored import StoredMember
from nti_desktop.engine.results import Inversion
from nti_desktop.errors import ProjectError, reason_of

# What only an engine looks at; the rest is small, and seen as soon as a project is opened.
LARGE = ("pivots", "null_embeddings", "residuals")


class GoneError(ProjectError):
    """What was not read yet is no longer in its file."""


@dataclass(frozen=True)
class Stored:
    """Where the arrays of an inversion are.

    Attributes:
        file: name of the project's file, for messages.
    """

    member: StoredMember
    header: Header
    file: str


class StoredInversion(Inversion):
    """Like any inversion, but for the moment at which its large arrays are read.

    That is at first use, with the checks that were left; a changed file then raises `GoneError`.
    It travels to other processes as an ordinary inversion, whole.
    """

    stored: Stored

    def __getattr__(self, name: str) -> Array:
        """Read the large arrays; asked for only where there is no such attribute yet."""
        if name not in LARGE:
            raise AttributeError(name)
        self.__dict__.update({key: array for key, array in self._read().items() if key in LARGE})
        return self.__dict__[name]  # type: ignore[no-any-return]

    def __reduce__(self) -> tuple[Callable[..., Inversion], tuple[Any, ...]]:
        """For pickle."""
        return Inversion, tuple(getattr(self, field.name) for field in fields(Inversion))

    @property
    def is_read(self) -> bool:
        """Whether all of it is in memory."""
        return LARGE[0] in self.__dict__

    def member_bytes(self) -> bytes:
        """The member as it is in the file.

        Raises:
            GoneError: it is no longer there as it was.
        """
        try:
            return self.stored.member.read()
        except MalformedError as error:
            raise self._gone(error) from error

    def move_to(self, member: StoredMember, file: str) -> None:
        """From now on, read the same bytes from another place."""
        self.__dict__["stored"] = Stored(member, self.stored.header, file)

    def check(self) -> None:
        """Look at what was not read yet, and keep none of it.

        Raises:
            GoneError: it is damaged.
        """
        if not self.is_read:
            self._read()

    def _read(self) -> dict[str, Array]:
        data, header = self.member_bytes(), self.stored.header
        try:
            return {name: header.take(name, data[at.begin : at.end]) for name, at in header.places.items()}
        except MalformedError as error:
            raise self._gone(error) from error

    def _gone(self, error: MalformedError) -> GoneError:
        return GoneError(
            "“{name}” no longer holds what was found for “{caption}” ({reason}); export its edits and "
            "delete that caption, or go on with a backup of the file.",
            name=self.stored.file,
            caption=self.caption,
            reason=reason_of(error),
        )


def stored_inversion(stored: Stored, small: Mapping[str, object]) -> StoredInversion:
    """An inversion of which all but the large arrays is at hand."""
    made = StoredInversion.__new__(StoredInversion)
    made.__dict__.update(small, stored=stored)
    return made
