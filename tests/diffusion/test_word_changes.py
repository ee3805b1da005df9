"""What a retyped caption is understood to change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nti_desktop.diffusion.prompts import WordChange, adds_a_thing, same_word, word_changes, words_of
from nti_desktop.engine.holding import HELD, automatic_hold

UNDERSTOOD = """
a red mug on a table               | a red mug and a plate                    | -on a table, +and a plate
a red mug on a table               | A red mug, on a  table.                  |
a red mug on a table               | a red mug on the beach                   | a>the, table>beach
a red mug on a table               | a red mug in the snow                    | on>in, a>the, table>snow
a red mug on a table               | a red mug                                | -on a table
a red mug on a table               | a table                                  | -a red mug on
a red mug on a table               | a blue cup with tea on a table           | red>blue, mug>cup, +with tea
a red mug on a wooden table        | a blue mug on a glass table              | red>blue, wooden>glass
a red mug on the grass             | a teapot on the grass                    | red mug>teapot
a red mug on the grass             | a big blue cup on the grass              | red mug>big blue cup
a mug in front of a wall           | a mug and a pear behind a wall          | +and a pear, in front of>behind
a red mug                          | a blue and white cup                     | red mug>blue and white cup
a red mug                          | a big, red mug                           | +big
a mug                              | an orange mug                            | +orange
a mug on a table in a room         | a mug in a garden                        | -on a table, room>garden
a cat and a dog                    | a dog                                    | -a cat and
a cat and a dog                    | a cat, a bird and a dog                  | +a bird
a cat and a dog                    | a cat with a dog                         | and>with
a cat on a sofa                    | a cat with a hat                         | -on a sofa, +with a hat
a cat on a sofa                    | a dog in a garden                        | cat>dog, on>in, sofa>garden
a cat on a sofa                    | two cats on a sofa                       | a>two, cat>cats
a cat sitting on a mat             | a dog on a mat                           | cat>dog, -sitting
a cat sitting on a mat             | a cat lying on a mat                     | sitting>lying
a cat                              | a sleeping cat                           | +sleeping
a photo of a cat                   | a cat                                    | -a photo of
a photo of a cat                   | a painting of a cat                      | photo>painting
a bowl of fruit on a table         | a bowl on a table with flowers           | -of fruit, +with flowers
apples, pears and plums            | apples and plums                         | -pears
apples and plums                   | apples, pears and plums                  | +pears
a woman in a red dress             | a woman wearing a blue dress             | in>wearing, red>blue
a man with a hat                   | a man without a hat                      | with>without
a man with long hair and a hat     | a man with short curly hair              | long>short curly, -and a hat
a car parked on the street         | an old truck on the street               | car>old truck, -parked
a cat sitting on a mat             | a big dog on a mat                       | cat>big dog, -sitting
a girl smiling                     | a girl crying                            | smiling>crying
a lake at sunset                   | a lake at night, snow                    | sunset>night, +snow
ein roter Becher auf dem Tisch     | ein blauer Becher auf dem Tisch          | roter>blauer
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in UNDERSTOOD.strip().splitlines()]


def said(source: str, target: str) -> str:
    """The changes in signs; what is removed or inserted side by side is named together."""
    old, new = ([word.text for word in words_of(caption)] for caption in (source, target))
    found: list[tuple[str, str]] = []
    for change in word_changes(source, target):
        was, text = " ".join(old[i] for i in change.source), " ".join(new[j] for j in change.target)
        if change.kind in ("remove", "insert") and found and found[-1][0] == change.kind:
            found[-1] = (change.kind, f"{found[-1][1]} {was or text}")
        else:
            sign = {"remove": f"-{was}", "insert": f"+{text}", "replace": f"{was}>{text}", "keep": ""}
            found.append((change.kind, sign[change.kind]))
    return ", ".join(text for _, text in found if text)


@pytest.mark.parametrize(("source", "target", "expected"), ROWS)
def test_a_retyping_is_understood_as_a_person_means_it(source: str, target: str, expected: str) -> None:
    assert said(source, target) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("a red mug and a plate", True),
        ("a red mug on a table with a hat", True),
        ("a shiny red mug on a table", False),
        ("a blue mug on a chair", False),
        ("a red mug", False),
    ],
)
def test_a_thing_that_is_added_is_told_from_a_description(target: str, expected: bool) -> None:
    assert adds_a_thing("a red mug on a table", target) is expected
    held = automatic_hold("a red mug on a table", target) == HELD
    assert held is (target in ("a shiny red mug on a table", "a red mug"))


WORDS = st.sampled_from("a an the red mug Mug cat sleeping on in with and of is two , blue table".split())
CAPTIONS = st.lists(WORDS, max_size=14).map(" ".join)


def texts(caption: str) -> list[str]:
    return ["a" if word.text == "an" else same_word(word.text) for word in words_of(caption)]


def applied(source: str, target: str, changes: tuple[WordChange, ...]) -> list[str]:
    """The source with the operations done to it."""
    old, new, made = texts(source), texts(target), []
    for change in changes:
        made += [old[i] for i in change.source] if change.kind == "keep" else [new[j] for j in change.target]
    return made


@given(CAPTIONS, CAPTIONS)
def test_the_operations_lead_from_one_caption_to_the_other(source: str, target: str) -> None:
    """In the order of both, each word once."""
    changes = word_changes(source, target)
    assert applied(source, target, changes) == texts(target)
    assert [i for change in changes for i in change.source] == list(range(len(texts(source))))
    assert [j for change in changes for j in change.target] == list(range(len(texts(target))))
    sides = {change.kind: (bool(change.source), bool(change.target)) for change in changes}
    expected = {
        "keep": (True, True),
        "replace": (True, True),
        "remove": (True, False),
        "insert": (False, True),
    }
    assert sides.items() <= expected.items()


@given(CAPTIONS)
def test_the_same_caption_changes_nothing(caption: str) -> None:
    assert {change.kind for change in word_changes(caption, caption.upper())} <= {"keep"}


THINGS = st.lists(st.sampled_from("table cat pear snow hat wall lamp".split()), max_size=4, unique=True)
OPENERS = st.sampled_from(["on", "in", "and", "with", ", ", "in front of", "beside"])


@given(THINGS, st.data())
def test_a_phrase_that_comes_or_goes_leaves_the_others_alone(things: list[str], data: st.DataObject) -> None:
    phrases = ["a red mug", *(f"{data.draw(OPENERS)} a {thing}" for thing in things)]
    place = data.draw(st.integers(1, len(phrases)))
    phrase = f"{data.draw(OPENERS)} the big violin"
    short, long = " ".join(phrases), " ".join([*phrases[:place], phrase, *phrases[place:]])
    plain = phrase.removeprefix(", ").strip()
    assert said(short, long) == f"+{plain}"
    assert said(long, short) == f"-{plain}"


@given(THINGS, st.data())
def test_a_word_for_another_leaves_the_others_alone(things: list[str], data: st.DataObject) -> None:
    phrases = ["a red mug", *(f"{data.draw(OPENERS)} a {thing}" for thing in things)]
    caption = " ".join(phrases)
    word = data.draw(st.sampled_from(["red", "mug", *things]))
    assert said(caption, caption.replace(word, "violin")) == f"{word}>violin"
