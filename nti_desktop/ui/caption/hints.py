"""What the words form says under the chips: what to do next, and what to know about the words."""

from __future__ import annotations

from nti_desktop.ui.caption.spelling_note import unknown_note
from nti_desktop.ui.caption.state import CaptionState
from nti_desktop.ui.caption.wording import quoted
from nti_desktop.ui.look.i18n import noop, tr

HINT = noop(
    "Point at a word to see where it is in the photo. Click it to replace it or to change its weight."
)
CHANGED_HINT = noop("Press Apply to see the edited photo; everything that is not marked stays as it was.")
SHOWN_HINT = noop(
    "This is the edit you see. Change more words to go on from it; hold Space to see the photo as it was."
)
COMING_HINT = noop(
    "This edit is on its way; it is shown as soon as it is made. You can go on with the words."
)
TRIAL_HINT = noop("This is a trial. Apply or Keep puts it into the history; change more words to try on.")
KEEP_HINT = noop("This is a trial. Keep puts it into the history; change more words to try on.")
TAKEN_HINT = noop(
    "{count} words taken together: click one of them or type to replace them all, Delete removes them."
)


def words_hint(state: CaptionState, taken: int) -> str:
    """The sentence for a state, with so many words taken together."""
    if taken:
        return tr(TAKEN_HINT).format(count=taken)
    if not state.has_changes:
        return tr(KEEP_HINT if state.trial else HINT)
    notes = (held_note(state.held), placeless_note(state.placeless), unknown_note(state.unknown_in_edit))
    said = " ".join(note for note in notes if note)
    if said:
        return said
    return tr(_plain_hint(state))


def _plain_hint(state: CaptionState) -> str:
    """What is seen, and what to do next, where the words need no remark."""
    if state.trial:
        return TRIAL_HINT if state.can_apply else KEEP_HINT
    if state.can_apply:
        return CHANGED_HINT
    return COMING_HINT if state.coming else SHOWN_HINT


def held_note(words: tuple[str, ...]) -> str:
    """Says that some words are kept although what describes them changes; "" when there are none."""
    if not words:
        return ""
    sentence = tr("You keep {words} unchanged, so changing what describes it will hardly show.")
    return sentence.format(words=quoted(words))


def placeless_note(words: tuple[str, ...]) -> str:
    """Says that the caption gives some words no place; "" when there are none."""
    if not words:
        return ""
    if len(words) == 1:
        sentence = tr("{words} is not in the photo's caption, so the app cannot know where it belongs.")
    else:
        sentence = tr("{words} are not in the photo's caption, so the app cannot know where they belong.")
    return sentence.format(words=quoted(words))
