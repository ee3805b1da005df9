"""EXIF, XMP and colour profile of exported pictures, read back through Pillow."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from nti_desktop.document.export import ExportOptions, export_image
from nti_desktop.document.photo import Photo, load_photo, photo_from_bytes
from nti_desktop.document.xmp import DIGITAL_SOURCE_TYPE, MAX_XMP_BYTES, exported_xmp
from tests.document.conftest import encoded, noise_image

SUFFIXES = (".png", ".jpg", ".webp", ".tiff")
KINDS = ("PNG", "JPEG", "WEBP", "TIFF")
RDF, IPTC = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
MARKED, PLAIN = ExportOptions(mark=True), ExportOptions()
EXISTING = """<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    tiff:Orientation="6" xmp:Rating="4">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Frühstück &amp; Tasse</rdf:li></rdf:Alt></dc:title>
   <tiff:ImageWidth>80</tiff:ImageWidth>
   <xmp:Thumbnails><rdf:Alt><rdf:li>AAAA</rdf:li></rdf:Alt></xmp:Thumbnails>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>""".encode()


def with_xmp(kind: str, xmp: bytes = EXISTING) -> Photo:
    """A photo in a file of that kind with an XMP packet."""
    if kind == "PNG":
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", xmp.decode())
        options = {"pnginfo": info}
    else:
        options = {"tiffinfo": {700: xmp}} if kind == "TIFF" else {"xmp": xmp}
    return photo_from_bytes(encoded(noise_image(), kind, **options), f"p.{kind.lower()}")


def exported(photo: Photo, path: Path, options: ExportOptions = PLAIN) -> Image.Image:
    export_image(photo.pixels, path, photo, options)
    return Image.open(io.BytesIO(path.read_bytes()))


def xmp_of(image: Image.Image) -> str:
    found = image.info.get("xmp", b"")
    return (found if isinstance(found, bytes) else found.encode()).decode()


def exif_with_thumbnail() -> bytes:
    """An EXIF block whose second directory is a preview of the photo, as cameras write it."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Maker", 6
    data = exif.tobytes()[6:]
    small = encoded(Image.new("RGB", (16, 12), "red"), "JPEG")
    at = len(data)
    entries = [(0x0103, 3, 1, 6 << 16), (0x0201, 4, 1, at + 42), (0x0202, 4, 1, len(small))]
    directory = struct.pack(">H", 3) + b"".join(struct.pack(">HHII", *e) for e in entries) + bytes(4)
    count = struct.unpack(">H", data[8:10])[0]
    link = 10 + 12 * count
    return b"Exif\0\0" + data[:link] + struct.pack(">I", at) + data[link + 4 :] + directory + small


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_preview_of_the_photo_before_the_edit_is_dropped(tmp_path: Path, suffix):
    exif = exif_with_thumbnail()
    assert (
        Image.open(io.BytesIO(encoded(noise_image(), "JPEG", exif=exif))).getexif().get_ifd(ExifTags.IFD.IFD1)
    )
    photo = photo_from_bytes(encoded(noise_image(), "JPEG", exif=exif), "p.jpg")
    written = exported(photo, tmp_path / f"o{suffix}")
    assert written.getexif()[0x010F] == "Maker"
    assert not written.getexif().get_ifd(ExifTags.IFD.IFD1)
    assert written.getexif().get(0x0112, 1) == 1
    assert written.size == photo.size == (60, 80)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_a_tiff_file_says_of_the_photo_is_kept(tmp_path: Path, suffix):
    exif = Image.Exif()
    exif[0x010F], exif[0x8298], exif[0x0112] = "Maker", "Someone", 8
    exif.get_ifd(0x8769)[0x9003] = "2020:01:02 03:04:05"
    photo = photo_from_bytes(encoded(noise_image(), "TIFF", exif=exif.tobytes()), "p.tif")
    assert photo.size == (60, 80)
    written = exported(photo, tmp_path / f"o{suffix}")
    found = written.getexif()
    assert (found[0x010F], found[0x8298], found.get(0x0112, 1)) == ("Maker", "Someone", 1)
    assert found.get_ifd(0x8769)[0x9003] == "2020:01:02 03:04:05"
    assert load_photo(tmp_path / f"o{suffix}").size == (60, 80)
    if suffix != ".tiff":
        assert not {256, 257, 258, 262, 273, 277, 279} & set(found)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_profile_is_kept(tmp_path: Path, suffix):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    photo = photo_from_bytes(encoded(noise_image(), icc_profile=profile), "p.png")
    for options in (PLAIN, MARKED, ExportOptions(quality=70)):
        assert exported(photo, tmp_path / f"o{suffix}", options).info["icc_profile"] == profile


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("options", [PLAIN, MARKED])
def test_existing_xmp_is_kept(tmp_path: Path, kind, suffix, options):
    photo = with_xmp(kind)
    assert photo.size == (60, 80)  # Pillow turns a photo as its XMP packet says
    written = exported(photo, tmp_path / f"o{suffix}", options)
    text = xmp_of(written)
    assert "Frühstück &amp; Tasse" in text
    assert 'xmp:Rating="4"' in text
    assert not any(stale in text for stale in ("Orientation", "ImageWidth", "Thumbnails"))
    assert (DIGITAL_SOURCE_TYPE in text) == options.mark
    assert load_photo(tmp_path / f"o{suffix}").size == (60, 80)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_mark_only_where_it_is_wanted(tmp_path: Path, photo: Photo, suffix):
    assert xmp_of(exported(photo, tmp_path / f"plain{suffix}")) == ""
    marked = exported(photo, tmp_path / f"marked{suffix}", MARKED)
    assert xmp_of(marked).count(DIGITAL_SOURCE_TYPE) == 1
    (described,) = ET.fromstring(xmp_of(marked)).iter(f"{RDF}Description")
    assert described.attrib[f"{IPTC}DigitalSourceType"] == DIGITAL_SOURCE_TYPE
    again = exported(load_photo(tmp_path / f"marked{suffix}"), tmp_path / f"again{suffix}", MARKED)
    assert xmp_of(again).count(DIGITAL_SOURCE_TYPE) == 1


def test_another_mark_is_replaced():
    old = EXISTING.replace(
        b'xmp:Rating="4"',
        b'xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" e:DigitalSourceType="http://other/digitalCapture"',
    )
    text = (exported_xmp(old, mark=True) or b"").decode()
    assert "digitalCapture" not in text
    assert DIGITAL_SOURCE_TYPE in text


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + EXISTING.replace(b"AAAA", b"&a;")


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"no xml",
        EXISTING[:-20],
        b"\xff\xfe<",
        b"<a/>",
        BOMB,
        b"<a>" * 20_000 + b"</a>" * 20_000,
        b"\0" * 9,
    ],
)
def test_damaged_xmp_is_dropped_and_marking_still_works(damaged):
    assert exported_xmp(damaged, mark=False) is None
    assert DIGITAL_SOURCE_TYPE.encode() in (exported_xmp(damaged, mark=True) or b"")


def test_xmp_that_has_no_room_is_left_out_but_the_mark_is_not(tmp_path: Path):
    long = EXISTING.replace(b"AAAA", b"").replace(b"Tasse", b"T" * 70_000)
    photo = with_xmp("TIFF", long)
    jpeg = xmp_of(exported(photo, tmp_path / "o.jpg", MARKED))
    assert DIGITAL_SOURCE_TYPE in jpeg
    assert "TTTT" not in jpeg
    assert "TTTT" in xmp_of(exported(photo, tmp_path / "o.png", MARKED))
    huge = EXISTING.replace(b"Tasse", b"T" * MAX_XMP_BYTES)
    assert with_xmp("TIFF", huge).xmp is None


def test_exif_and_mark_go_together_in_a_tiff_file(tmp_path: Path):
    photo = photo_from_bytes(encoded(noise_image(), "JPEG", exif=exif_with_thumbnail()), "p.jpg")
    written = exported(photo, tmp_path / "o.tiff", MARKED)
    assert DIGITAL_SOURCE_TYPE in xmp_of(written)
    assert written.getexif()[0x010F] == "Maker"
    assert np.array_equal(np.asarray(written), photo.pixels)
