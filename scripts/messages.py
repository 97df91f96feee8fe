"""The texts of the interface: collect them for translation, check that all are translated, compile them.

    python scripts/messages.py collect | check | compile

Vietnamese is the source; src/chiso/web/locale/en/LC_MESSAGES/django.po holds the English. Babel does the work, so
that no gettext is needed on the machine.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
WEB = ROOT / "src" / "chiso" / "web"
PO = WEB / "locale" / "en" / "LC_MESSAGES" / "django.po"
# Babel's own header names people and moments; ours says only what readers of the file need, so that collecting twice
# changes nothing.
HEADER = r"""# English texts of Chỉ Số, under the same licence as the program.
msgid ""
msgstr ""
"Project-Id-Version: Chỉ Số\n"
"Language: en\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""
KEYWORDS = {
    "_": None,
    "_t": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
FIELD = re.compile(r"%\((\w+)\)s|\{(\w*)\}")


def _sources() -> Iterator[tuple[Path, bytes]]:
    """Give every source with texts; templates turned into calls of gettext, as Django does itself."""
    from django.conf import settings
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure()
    for path in sorted(WEB.rglob("*.py")):
        yield path, path.read_bytes()
    for path in sorted(WEB.rglob("*.html")):
        calls = templatize(path.read_text("utf-8"), origin=str(path))
        yield path, INDENT.sub("", calls).encode("utf-8")


def found() -> Catalog:
    """Collect all texts of the program."""
    catalog = Catalog(locale="en", charset="utf-8")
    for path, source in _sources():
        where = path.relative_to(ROOT).as_posix()
        for _line, message, comments, context in extract("python", io.BytesIO(source), KEYWORDS):
            catalog.add(message, locations=[(where, 0)], auto_comments=comments, context=context)
    return catalog


def _kept() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def collect() -> int:
    """Bring the file of translations in step with the program; new texts are empty, unused ones go."""
    merged = _kept() if PO.exists() else Catalog(locale="en")
    merged.update(found(), no_fuzzy_matching=True)
    merged.obsolete.clear()
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        file.write(HEADER.encode("utf-8"))
        write_po(file, merged, width=100, sort_output=True, omit_header=True, include_lineno=False)
    return compile_()


def _is_translated(message: Message) -> bool:
    strings = (message.string,) if isinstance(message.string, str) else tuple(message.string)
    return bool(strings) and all(strings)


def _fields(text: object) -> set[str]:
    texts = (text,) if isinstance(text, str) else tuple(text)  # type: ignore[call-overload]  # one string or several
    return {a or b for one in texts for a, b in FIELD.findall(one)}


def check() -> int:
    """Say which texts lack a translation, which translations nobody uses, and which lose a field."""
    kept = {(m.id, m.context): m for m in _kept() if m.id}
    wanted = {(m.id, m.context): m for m in found() if m.id}
    faults = [f"not in the file of translations: {key[0]!r}" for key in wanted if key not in kept]
    faults += [f"nobody uses: {key[0]!r}" for key in kept if key not in wanted]
    for key in wanted.keys() & kept.keys():
        if not _is_translated(kept[key]):
            faults.append(f"not translated: {key[0]!r}")
        elif _fields(key[0]) != _fields(kept[key].string):
            faults.append(f"fields differ: {key[0]!r} and {kept[key].string!r}")
    for fault in sorted(faults):
        print(fault)
    print(f"{len(wanted)} texts, {len(faults)} faults" + (": run `make messages` and translate" if faults else ""))
    return int(bool(faults))


def compile_() -> int:
    """Write the compiled file that Django reads."""
    if PO.exists():
        with PO.with_suffix(".mo").open("wb") as file:
            write_mo(file, _kept())
    return 0


if __name__ == "__main__":
    commands = {"collect": collect, "check": check, "compile": compile_}
    asked = sys.argv[1:]
    sys.exit(commands[asked[0]]() if len(asked) == 1 and asked[0] in commands else __doc__)
