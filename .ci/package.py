"""A workbook's package as a zip of XML, to damage it on purpose."""

import re
import zipfile

WRONG = '987654321'
COMPUTED = re.compile(r'<c ([^>]*?)(?: t="\w+")?>(<f>[^<]*</f>)(?:<v>[^<]*</v>)?')


def patched(source, target, edit):
    """Copies a package, each worksheet's XML as `edit` returns it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith('xl/worksheets/sheet'):
                data = edit(data.decode()).encode()
            new.writestr(name, data)
    return target


def falsified(source, target):
    """A copy in which every formula has the same wrong result; what LibreOffice then shows, it computed itself."""
    return patched(source, target, falsify)


def falsify(xml):
    falsified, count = COMPUTED.subn(rf'<c \1>\2<v>{WRONG}</v>', xml)
    if count != xml.count('<f>'):
        raise SystemExit('a formula is written in a way that this check does not know')
    return falsified
