"""What an edit is understood to be, word by word. Torch-free."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from nti_desktop.diffusion.prompts import word_changes, words_of
from nti_desktop.engine.requests import EditParameters
from nti_desktop.engine.results import WordOperation


def word_operations(source: str, edits: Sequence[EditParameters]) -> tuple[WordOperation, ...]:
    """The operations of edits, each of the caption before, in the order of the edited captions.

    Args:
        source: the caption of the photo.
    """
    captions = (source, *(parameters.caption for parameters in edits))
    return tuple(itertools.chain(*map(_of_one, captions, edits)))


def _of_one(source: str, parameters: EditParameters) -> tuple[WordOperation, ...]:
    old = [word.text for word in words_of(source)]
    new = [word.text for word in words_of(parameters.caption)]
    weights = dict(parameters.weights)
    return tuple(
        WordOperation(
            change.kind,
            " ".join(old[i] for i in change.source),
            " ".join(new[j] for j in change.target),
            next((weights[j] for j in change.target if j in weights), 1.0),
        )
        for change in word_changes(source, parameters.caption)
    )
