"""Text for a log or a report, without what it says of the person: captions, names of files and folders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

_OURS = re.compile(r"^.*[\\/](?=(?:nti_desktop|site-packages|python\d[\d.]*|lib)[\\/])")
_PATH = r"(?:[A-Za-z]:[\\/]|\\\\|~[\\/]|/)"
_NAMES = r"\w[\w .()-]*\.(?:nti|png|jpe?g|webp|tiff?|bmp|gif|avif|heic|safetensors|npz|toml|ya?ml|json)"

# In this order: what stands in quotes may hold blanks, what stands without ends at one.
_QUOTED = re.compile("“[^”\n]*”|‘[^’\n]*’|„[^“”\n]*[“”]|«[^»\n]*»|「[^」\n]*」|『[^』\n]*』|《[^》\n]*》")
_QUOTED_PATH = re.compile(rf"(?P<quote>['\"]){_PATH}[^'\"\n]*(?P=quote)")
_QUOTED_TEXT = re.compile(r"(?<!\w)'[^'\n]*'|\"[^\"\n]*\"")
_STEP = r"[^\s'\"“”<>|,;)]"
# A folder's name may have blanks in it: what leads to another separator is still the path.
_BARE_PATH = re.compile(rf"(?<![\w<.\\/]){_PATH}{_STEP}+(?:(?: [^\s'\"“”<>|,;):\\/]+){{1,5}}?[\\/]{_STEP}*)*")
_FILE_NAME = re.compile(rf"(?<![\w/\\.]){_NAMES}(?!\w)", re.IGNORECASE)
_CODE_LINE = re.compile(r"^\s+\S")  # of a traceback: where it was, and the program's own text


def anonymised(text: str, secrets: Iterable[str] = ()) -> str:
    """Take out of a message or a traceback what belongs to the person.

    What stands in quotation marks goes, whether it is a caption or a name; paths go but for those of the
    program itself, which keep their last part.

    Args:
        secrets: what else is not to be told, such as the captions at hand; nor are their words in quotes.
    """
    known = sorted(filter(str.strip, secrets), key=len, reverse=True)
    for secret in known:
        text = text.replace(secret, "…")
    words = {word.lower() for secret in known for word in re.findall(r"\w+", secret)}
    return "\n".join(_line(line, words) for line in text.split("\n"))


def _line(line: str, words: Set[str]) -> str:
    """A line; no quoted word of `words` is the name of something in the program."""
    line = _QUOTED.sub("“…”", line)
    line = _QUOTED_PATH.sub(lambda found: f'"{_shown(found[0][1:-1])}"', line)
    if not _CODE_LINE.match(line):
        line = _QUOTED_TEXT.sub(lambda found: found[0] if _is_safe(found[0], words) else "'…'", line)
    line = _BARE_PATH.sub(lambda found: _shown(found[0]), line)
    return _FILE_NAME.sub(lambda found: found[0] if found[0].endswith((".json", ".toml")) else "<file>", line)


def _shown(path: str) -> str:
    """A path of the program without where it is installed; any other not at all."""
    tail = _OURS.sub("", path)
    return tail if tail != path else "<path>"


def _is_safe(quoted: str, words: Set[str]) -> bool:
    """Whether a quoted text was made safe before, or is the name of something in the program."""
    inside = quoted[1:-1]
    return inside.lower() not in words and (
        inside in ("<path>", "…") or _is_ours(inside) or re.fullmatch(r"[A-Za-z_][\w.]*", inside) is not None
    )


def _is_ours(path: str) -> bool:
    return path.startswith(("nti_desktop", "site-packages", "lib/", "python"))
