"""How returned files are called and packed."""

import io
import zipfile

from workbook import STAMP

ENDINGS = ["", "", "", "（定稿）", "(1)", "-盖章版"]


def save_as_returned(path, number):
    """The name under which a unit sends its sheet back: mostly as it got it, sometimes as it liked."""
    unit = path.stem.split("-")[0]
    if number % 5 == 1:
        return f"{unit}.xlsx"
    if number % 5 == 3:
        return f"{unit}履职考核{ENDINGS[number % len(ENDINGS)]}.xlsx"
    return path.name


class GBKInfo(zipfile.ZipInfo):
    """A name as Chinese Windows writes it into an archive: in GBK, and nothing says so."""

    def _encodeFilenameFlags(self):
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def pack(filled, target):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for path, book in filled:
            info = GBKInfo(f"学校评价/{path.name}", STAMP.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, book, compresslevel=6)
    target.write_bytes(data.getvalue())
