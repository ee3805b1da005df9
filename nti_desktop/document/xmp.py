"""XMP metadata of a picture: kept, less what an edit makes wrong, and marked where that is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from xml.dom import minidom
from xml.parsers.expat import ExpatError

MAX_XMP_BYTES = 256 * 2**10

# From IPTC's vocabulary: a picture of which a generative model made a part.
DIGITAL_SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_TIFF, _EXIF = "http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/"
_XMP = "http://ns.adobe.com/xap/1.0/"
_SOURCE_TYPE = (_IPTC_EXTENSION, "DigitalSourceType")
# The picture is written upright, may have another size, and a preview would show it before the edit.
_STALE = (
    (_TIFF, "Orientation"), (_TIFF, "ImageWidth"), (_TIFF, "ImageLength"),
    (_EXIF, "PixelXDimension"), (_EXIF, "PixelYDimension"), (_XMP, "Thumbnails"),
)  # fmt: skip
_EMPTY = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    f'<rdf:RDF xmlns:rdf="{_RDF}"/></x:xmpmeta><?xpacket end="w"?>'
)


def exported_xmp(xmp: bytes | None, *, mark: bool) -> bytes | None:
    """The XMP packet for an edited picture; None for none.

    Args:
        xmp: the original's; what is not XML is dropped.
        mark: whether to say that a part of the picture was made by a generative model.
    """
    tree = None if xmp is None else _parsed(xmp)
    if tree is None:
        return _written(_marked(_tree(_EMPTY))) if mark else None
    for namespace, name in _STALE:
        _remove(tree, namespace, name)
    return _written(_marked(tree) if mark else tree)


def _parsed(xmp: bytes) -> minidom.Document | None:
    data = xmp.strip(b"\0 \r\n\t")
    # A document type could define entities that swell without bound; XMP never has one.
    if not data or len(data) > MAX_XMP_BYTES or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return None
    try:
        tree = _tree(data)
        tree.toxml()
    except (ExpatError, ValueError, LookupError, RecursionError, AttributeError):
        return None
    return tree if tree.getElementsByTagNameNS(_RDF, "RDF") else None


def _tree(data: bytes | str) -> minidom.Document:
    return minidom.parseString(data)  # noqa: S318 (bounded, and without a document type: see `_parsed`)


def _marked(tree: minidom.Document) -> minidom.Document:
    _remove(tree, *_SOURCE_TYPE)
    description = tree.createElementNS(_RDF, "rdf:Description")
    description.setAttribute("xmlns:rdf", _RDF)
    description.setAttribute("xmlns:Iptc4xmpExt", _IPTC_EXTENSION)
    description.setAttributeNS(_RDF, "rdf:about", "")
    description.setAttributeNS(_IPTC_EXTENSION, "Iptc4xmpExt:DigitalSourceType", DIGITAL_SOURCE_TYPE)
    tree.getElementsByTagNameNS(_RDF, "RDF")[0].appendChild(description)
    return tree


def _remove(tree: minidom.Document, namespace: str, name: str) -> None:
    """Take a property out, whether it is written as an element or as an attribute."""
    for element in tuple(tree.getElementsByTagNameNS(namespace, name)):
        if element.parentNode is not None:
            element.parentNode.removeChild(element)
    for description in _elements(tree):
        if description.hasAttributeNS(namespace, name):
            description.removeAttributeNS(namespace, name)


def _elements(tree: minidom.Document) -> Iterator[minidom.Element]:
    yield from tree.getElementsByTagName("*")


def _written(tree: minidom.Document) -> bytes:
    return "".join(node.toxml() for node in tree.childNodes).encode("utf-8")
