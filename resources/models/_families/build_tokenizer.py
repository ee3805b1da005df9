"""Write CLIP's vocab.json and merges.txt from `bpe_simple_vocab_16e6.txt.gz` (see README.md).

python build_tokenizer.py PATH/TO/bpe_simple_vocab_16e6.txt.gz
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

from transformers.convert_slow_tokenizer import bytes_to_unicode

TOKENS = 49408  # bytes, bytes that end a word, merges, and the two special tokens
HERE = Path(__file__).parent / "tokenizer"

letters = list(bytes_to_unicode().values())
lines = gzip.decompress(Path(sys.argv[1]).read_bytes()).decode("utf-8").splitlines()
merges = lines[1 : 1 + TOKENS - 2 * len(letters) - 2]
tokens = letters + [letter + "</w>" for letter in letters] + [merge.replace(" ", "") for merge in merges]
tokens += ["<|startoftext|>", "<|endoftext|>"]
assert len(set(tokens)) == TOKENS

HERE.mkdir(exist_ok=True)
vocabulary = json.dumps(
    {token: i for i, token in enumerate(tokens)}, ensure_ascii=False, separators=(",", ":")
)
(HERE / "vocab.json").write_text(vocabulary, "utf-8")
(HERE / "merges.txt").write_text("#version: 0.2\n" + "\n".join(merges) + "\n", "utf-8")
