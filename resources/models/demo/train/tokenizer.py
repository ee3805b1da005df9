"""Makes the demo model's tokenizer: CLIP's byte-level pair encoding with a small vocabulary of its own.

Words of the model's world become one token, except compound words (``COMPOUND``), which stay several; any
other text still falls apart into known pieces, down to single bytes.
"""

from __future__ import annotations

import json
from pathlib import Path

from assets import NOUNS
from scenes import COLOURS, PLACES, PREFIXES
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers
from transformers import CLIPTokenizer

START, END = "<|startoftext|>", "<|endoftext|>"
LENGTH = 32
SIZE = 1400
COMPOUND = (
    "lightbulb",
    "strawberry",
    "daffodil",
    "basketball",
    "pineapple",
    "football",
    "flamingo",
    "broccoli",
)
_PATTERN = r"<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"

#: everyday words, so that common English does not fall apart into letters
EVERYDAY = """
the and with of in on at to from for by near next under over behind beside between into through around above
below an is are was it its this that these those there here one two three four five six seven eight nine ten
some many few more most other another man woman boy girl child children baby people person friend family face
head hand hands eye eyes hair foot feet arm arms leg legs cat kitten puppy bird fish mouse goat donkey deer
wolf monkey snake butterfly bee swan goose chicken hen eagle animal animals tree trees leaf forest wood stone
rock river lake sea ocean beach mountain hill field garden park road street city town house home door window
wall floor roof room kitchen table chair sofa bed lamp light lights lighter bulb candle clock book books pen
paper picture pictures photo photos photograph painting drawing sketch image portrait camera screen phone
computer bag box bottle glass cup plate bowl spoon fork knife pan pot tea coffee milk water juice bread cake
cheese egg eggs meat rice soup salad sugar fruit berry berries grape grapes cherry peach plum melon nut nuts
vegetable onion garlic corn bean beans pea peas straw pine red orange yellow green blue purple pink brown
white black grey gray gold golden silver dark bright pale light colour color big small large little tiny huge
tall short long wide thin thick old new young fresh ripe clean dirty wet dry hot cold warm soft hard round
square flat smooth rough shiny wooden metal plastic paper leather striped spotted plain simple beautiful
pretty cute happy sad angry funny sleeping sitting standing running walking flying swimming jumping eating
drinking playing looking holding wearing smiling lying hanging floating parked driving summer winter spring
autumn morning evening night day sunset sunrise sun moon star stars sky cloud clouds rain snow ice fire smoke
wind storm fog sand grass moss mud dust dirt gravel brick bricks leaves car cars van bike bicycle train plane
boat ship rocket astronaut space helmet suit flag coat shirt dress shoe shoes boot boots sock glove scarf
jacket ball balls basket game toy doll bear piano drum horn music dance sport tennis tool hammer saw nail
rope wheel engine bridge tower castle church school shop market farm barn fence gate path bench ladder bucket
mirror vase curtain carpet pillow blanket background foreground front back side top bottom left right middle
center centre corner edge close up view very really just only also not no yes like as than then when where
what who how all each every both either or but if so because
""".split()


def build(folder: Path) -> CLIPTokenizer:
    """Train the tokenizer, save it to ``folder`` and return it as read back from there."""
    folder.mkdir(parents=True, exist_ok=True)
    merges = _learn_merges()
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    words = (
        letters + [letter + "</w>" for letter in letters] + ["".join(pair) for pair in merges] + [START, END]
    )
    vocabulary = {word: number for number, word in enumerate(dict.fromkeys(words))}
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    lines = ["#version: 0.2", *(" ".join(pair) for pair in merges)]
    (folder / "merges.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    tokenizer = CLIPTokenizer(
        vocab=str(folder / "vocab.json"), merges=str(folder / "merges.txt"), model_max_length=LENGTH
    )
    tokenizer.save_pretrained(folder)
    return CLIPTokenizer.from_pretrained(folder)


def _learn_merges() -> list[tuple[str, str]]:
    """The pair merges of a byte-level encoding learnt on the world's words and on everyday words."""
    learner = Tokenizer(models.BPE(end_of_word_suffix="</w>", continuing_subword_prefix=""))
    learner.normalizer = normalizers.Lowercase()
    learner.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(_PATTERN), "removed", invert=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    trainer = trainers.BpeTrainer(
        vocab_size=SIZE - 2,
        initial_alphabet=letters,
        end_of_word_suffix="</w>",
        min_frequency=1,
        show_progress=False,
    )
    learner.train_from_iterator(_corpus(), trainer)
    return [tuple(pair) for pair in json.loads(learner.to_str())["model"]["merges"]]


def _corpus() -> list[str]:
    """Words in proportion to how much they deserve a token of their own."""
    own = [noun for noun in NOUNS if noun not in COMPOUND]
    own += [*COLOURS, *" ".join([*PLACES.values(), *PREFIXES]).split()]
    return [" ".join(sorted(set(own)))] * 50 + [" ".join(EVERYDAY)]
