"""Word operations on a draft: every one of them, and back again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nti_desktop.engine.requests import EditParameters
from nti_desktop.ui.caption import draft as ops
from nti_desktop.ui.caption.wording import describe_changes

CAPTION = "a red mug on a wooden table."


def start(*weights: tuple[int, float]) -> EditParameters:
    return EditParameters(CAPTION, weights=weights)


def chip(draft: EditParameters, text: str) -> ops.Chip:
    return next(c for c in ops.chips_of(CAPTION, draft) if c.text == text)


def test_an_untouched_caption_has_a_chip_for_each_word() -> None:
    chips = ops.chips_of(CAPTION, start())
    assert [c.text for c in chips] == ["a", "red", "mug", "on", "a", "wooden", "table"]
    assert not any(c.changed for c in chips)
    assert not ops.has_changes(CAPTION, start())


def test_replacing_keeps_the_weight_and_the_punctuation() -> None:
    draft = ops.replace_word(start((6, 2.0)), chip(start((6, 2.0)), "table"), "marble floor")
    assert draft.caption == "a red mug on a wooden marble floor."
    assert draft.weights == ((6, 2.0), (7, 2.0))


def test_replacing_shifts_later_weights() -> None:
    draft = ops.replace_word(start((6, 2.0)), chip(start(), "red"), "pale green")
    assert draft.caption == "a pale green mug on a wooden table."
    assert draft.weights == ((7, 2.0),)


def test_a_replaced_word_remembers_what_it_was() -> None:
    draft = ops.replace_word(start(), chip(start(), "red"), "blue")
    assert chip(draft, "blue").was == "red"
    assert describe_changes(CAPTION, draft) == "red → blue"


def test_replacing_by_nothing_removes() -> None:
    draft = ops.replace_word(start(), chip(start(), "red"), "  ")
    assert draft.caption == "a mug on a wooden table."


def test_removing_the_first_word_leaves_no_blank() -> None:
    draft = ops.remove_word(start((2, 1.5)), ops.chips_of(CAPTION, start())[0])
    assert draft.caption == "red mug on a wooden table."
    assert draft.weights == ((1, 1.5),)


def test_a_removed_word_stays_in_sight_and_comes_back() -> None:
    removed = ops.remove_word(start(), chip(start(), "red"))
    gone = chip(removed, "red")
    assert (gone.kind, gone.target, gone.place) == ("remove", (), 1)
    assert ops.revert(removed, gone).caption == CAPTION


def test_inserting_before_and_after() -> None:
    assert ops.insert_words(start(), 2, "shiny").caption == "a red shiny mug on a wooden table."
    assert ops.insert_words(start(), 7, "outside").caption == "a red mug on a wooden table outside."
    assert ops.insert_words(start((2, 2.0)), 1, "very dark").weights == ((4, 2.0),)
    assert ops.insert_words(start(), 1, " ?! ") == start()


def test_an_inserted_word_is_reverted_by_leaving_it_out() -> None:
    draft = ops.insert_words(start(), 2, "shiny")
    assert chip(draft, "shiny").kind == "insert"
    assert ops.revert(draft, chip(draft, "shiny")).caption == CAPTION


def test_weights_are_set_and_made_neutral_again() -> None:
    heavy = ops.set_weight(start(), chip(start(), "mug"), 1.5)
    assert heavy.weights == ((2, 1.5),)
    assert describe_changes(CAPTION, heavy) == "mug × 1.5"
    assert ops.set_weight(heavy, chip(heavy, "mug"), 1.0) == start()
    assert ops.revert(heavy, chip(heavy, "mug")) == start()


def test_retyping_keeps_the_weights_of_words_that_stay() -> None:
    heavy = ops.set_weight(start(), chip(start(), "table"), 2.0)
    draft = ops.retype(heavy, "a  big blue mug on a table")
    assert draft.caption == "a big blue mug on a table"
    assert draft.weights == ((6, 2.0),)


def test_cross_windows_stay_with_their_words() -> None:
    windows = ((1, 0.0, 0.5), (6, 0.2, 0.8))
    draft = EditParameters(CAPTION, cross_windows=windows)
    replaced = ops.replace_word(draft, chip(draft, "mug"), "large cup")
    assert replaced.cross_windows == ((1, 0.0, 0.5), (7, 0.2, 0.8))
    assert ops.remove_word(draft, chip(draft, "red")).cross_windows == ((5, 0.2, 0.8),)
    assert ops.insert_words(draft, 0, "there is").cross_windows == ((3, 0.0, 0.5), (8, 0.2, 0.8))
    assert ops.retype(draft, "a mug on a table, red").cross_windows == ((4, 0.2, 0.8),)


def test_a_kept_word_has_the_photo_s_attention_and_its_place_to_itself() -> None:
    draft = ops.set_kept(start((6, 2.0)), chip(start(), "table"), True)
    assert (draft.cross_windows, draft.blend_exclude) == (((6, 0.0, 1.0),), ("table",))
    assert draft.weights == ()
    kept = chip(draft, "table")
    assert (kept.kept, kept.changed, kept.marked) == (True, False, True)
    assert not ops.has_changes(CAPTION, draft)
    assert describe_changes(CAPTION, draft) == "table kept"
    assert ops.set_kept(draft, kept, False) == ops.revert(draft, kept) == start()


def test_a_kept_word_moves_with_the_others_and_goes_with_its_word() -> None:
    draft = ops.set_kept(start(), chip(start(), "table"), True)
    moved = ops.insert_words(draft, 0, "there is")
    assert moved.cross_windows == ((8, 0.0, 1.0),)
    assert chip(moved, "table").kept
    for gone in (
        ops.remove_word(moved, chip(moved, "table")),
        ops.replace_word(moved, chip(moved, "table"), "sofa"),
        ops.retype(moved, "a red mug"),
        ops.set_weight(moved, chip(moved, "table"), 1.5),
    ):
        assert (gone.cross_windows, gone.blend_exclude) == ((), ())


def test_keeping_leaves_other_windows_and_excluded_words_alone() -> None:
    draft = EditParameters(CAPTION, cross_windows=((2, 0.0, 0.5),), blend_exclude=("mug",))
    assert not chip(draft, "mug").kept
    kept = ops.set_kept(draft, chip(draft, "table"), True)
    assert ops.set_kept(kept, chip(kept, "table"), False) == draft


def test_a_phrase_is_replaced_weighed_and_reverted_as_one() -> None:
    draft = ops.replace_word(start(), chip(start(), "red"), "blue")
    together = ops.phrase(ops.chips_of(CAPTION, draft)[1:3])
    assert (together.text, together.was, together.kind) == ("blue mug", "red mug", "replace")
    assert ops.replace_word(draft, together, "cat").caption == "a cat on a wooden table."
    assert ops.remove_word(draft, together).caption == "a on a wooden table."
    heavy = ops.set_weight(draft, together, 2.0)
    assert heavy.weights == ((1, 2.0), (2, 2.0))
    assert ops.revert(heavy, ops.phrase(ops.chips_of(CAPTION, heavy)[1:3])) == start()


def test_a_phrase_with_added_and_removed_words_is_reverted() -> None:
    draft = ops.insert_words(ops.remove_word(start(), chip(start(), "red")), 2, "with a hat")
    assert describe_changes(CAPTION, draft) == "− red, + with a hat"
    assert ops.revert(draft, ops.phrase(ops.chips_of(CAPTION, draft))) == start()


@pytest.mark.parametrize("caption", ["", "…", "one"])
def test_odd_captions_do_no_harm(caption: str) -> None:
    draft = EditParameters(caption)
    assert len(ops.chips_of(caption, draft)) == (1 if caption == "one" else 0)
    assert ops.insert_words(draft, 0, "new").caption.startswith("new")


WORDS = st.lists(st.sampled_from("a red blue mug cat on table".split()), min_size=1, max_size=7)


@given(WORDS, WORDS)
def test_reverting_every_chip_gives_the_caption_back(source: list[str], target: list[str]) -> None:
    caption, draft = " ".join(source), EditParameters(" ".join(target))
    for _ in range(40):
        changed = [c for c in ops.chips_of(caption, draft) if c.changed]
        if not changed:
            break
        draft = ops.revert(draft, changed[0])
    assert draft.caption == caption
