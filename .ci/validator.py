"""Microsoft's validator finds nothing in any kind of workbook we write, nor do the limits of Excel it does not know."""

import re
import sys
from html import unescape
from pathlib import Path
from zipfile import ZipFile

from ooxml import NEWEST, OLDEST, errors
from package import patched
from tally import check, close

work = Path(sys.argv[1])


def beyond_excel(path):
    """What makes Excel "repair" a workbook although it is valid XML; LibreOffice opens it without a word."""
    with ZipFile(path) as package:
        sheets = {name: package.read(name).decode() for name in package.namelist() if 'worksheets/sheet' in name}
        names = [unescape(name) for name in re.findall(r'<sheet [^>]*?name="([^"]*)"', package.read('xl/workbook.xml').decode())]
    if len({name.casefold() for name in names}) < len(names):
        yield f'sheets whose names differ in capitals only: {names}'
    for name, xml in sheets.items():
        heights = [float(height) for height in re.findall(r'<row [^>]*?ht="([^"]*)"', xml)]
        if max(heights, default=0) > 409.5:
            yield f'{name}: a row of {max(heights)} points'
        for tag in re.findall(r'<dataValidation [^>]*>', xml):
            titles = re.findall(r'(?:promptTitle|errorTitle)="([^"]*)"', tag)
            if max((len(unescape(text)) for text in titles), default=0) > 32:
                yield f'{name}: a title of more than 32 characters: {tag}'
            if max((len(unescape(text)) for text in re.findall(r' (?:prompt|error)="([^"]*)"', tag)), default=0) > 255:
                yield f'{name}: a prompt of more than 255 characters: {tag}'
        rules = [text for tag in ('formula1', 'formula2', 'formula') for text in re.findall(f'<{tag}>([^<]*)</{tag}>', xml)]
        arrays = [text for text in rules if '{' in text]
        if arrays:
            yield f'{name}: array constants in {len(arrays)} validations or conditional formats: {arrays[0]}'
        for formula in {unescape(text) for text in re.findall(r'<f>([^<]*)</f>', xml)}:
            if len(formula) > 8192 or any(len(text) > 255 for text in re.findall(r'"((?:[^"]|"")*)"', formula)):
                yield f'{name}: a formula or a text in it is too long: {formula[:200]}'


forms = sorted(work.glob('forms/*/*.xlsx'))
fixture = [path for path in sorted(Path('fixtures').rglob('2024-H1/**/*.xlsx')) if '~$' not in path.name]
district = next(path for path in forms if re.match(r'\d{3} ', path.name))
english = sorted(work.glob('forms-en/*/*.xlsx'))
reports = [work / f'{lang}/tong-hop-2024-H1.xlsx' for lang in ('vi', 'en')]
# Made of shorter periods, and of the other programmes: their workbooks, and a form of each kind.
reports += [*sorted(work.glob('composed/tong-hop-*.xlsx')), *sorted(work.glob('others/*/tong-hop-*.xlsx'))]
others = [path for folder in sorted(work.glob('other/*')) for path in sorted(folder.rglob('*.xlsx'))[::9]]
looked_at = [*reports, forms[0], district, *english, *fixture[::30], *others]

broken = patched(forms[0], work / 'broken.xlsx', lambda xml: xml.replace('<sheetData>', '<cells/><sheetData>'))
found = len(errors(broken, NEWEST))
check('canary: a broken package is reported', [] if found else ['nothing found'], f'{found} errors')
for path in looked_at:
    name = path.relative_to(work) if path.is_relative_to(work) else path
    # The large ones take a minute each: what all of them have in common is held against the oldest once.
    versions = [NEWEST] if path in reports[1:] else [OLDEST, NEWEST]
    wrong = [one for version in versions for one in errors(path, version)]
    check(f'valid for {" and ".join(versions)}: {name}', wrong, f'{len(wrong)} errors')
    check(f'within the limits of Excel: {name}', list(beyond_excel(path)))
close()
