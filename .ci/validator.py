"""Microsoft's validator finds nothing in any kind of workbook we write, nor do the limits of Excel it does not know."""

import re
import sys
from pathlib import Path

from ooxml import NEWEST, OLDEST, errors
from openpyxl import load_workbook
from package import patched
from tally import check, close

work = Path(sys.argv[1])


def beyond_excel(path):
    """What makes Excel "repair" a workbook although it is valid XML; LibreOffice opens it without a word."""
    for sheet in load_workbook(path):
        rules = [rule for area in sheet.conditional_formatting for rule in area.rules]
        formulas = [formula for rule in rules for formula in rule.formula]
        for one in sheet.data_validations.dataValidation:
            formulas += [text for text in (one.formula1, one.formula2) if text]
            if max(len(one.promptTitle or ''), len(one.errorTitle or '')) > 32:
                yield f'{sheet.title} {one.sqref}: a title of more than 32 characters'
            if max(len(one.prompt or ''), len(one.error or '')) > 255:
                yield f'{sheet.title} {one.sqref}: a prompt of more than 255 characters'
        arrays = [formula for formula in formulas if '{' in formula]
        if arrays:
            yield f'{sheet.title}: array constants in {len(arrays)} validations or conditional formats: {arrays[0]}'
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == 'f'):
            texts = re.findall(r'"((?:[^"]|"")*)"', cell.value)
            if len(cell.value) > 8192 or any(len(text) > 255 for text in texts):
                yield f'{sheet.title} {cell.coordinate}: a formula or a text in it is too long'


forms = sorted(work.glob('forms/*/*.xlsx'))
fixture = [path for path in sorted(Path('fixtures').rglob('2024-H1/**/*.xlsx')) if '~$' not in path.name]
district = next(path for path in forms if re.match(r'\d{3} ', path.name))
english = sorted(work.glob('forms-en/*/*.xlsx'))
reports = [work / f'{lang}/tong-hop-2024-H1.xlsx' for lang in ('vi', 'en')]
# Made of shorter periods, and of the other programmes: their workbooks, and a form of each kind.
reports += [*sorted(work.glob('composed/tong-hop-*.xlsx')), *sorted(work.glob('others/*/tong-hop-*.xlsx'))]
others = [path for folder in sorted(work.glob('other/*')) for path in sorted(folder.rglob('*.xlsx'))[::2]]
looked_at = [*reports, forms[0], district, *english, *fixture[::30], *others]

broken = patched(forms[0], work / 'broken.xlsx', lambda xml: xml.replace('<sheetData>', '<cells/><sheetData>'))
found = len(errors(broken, NEWEST))
check('canary: a broken package is reported', [] if found else ['nothing found'], f'{found} errors')
for path in looked_at:
    name = path.relative_to(work) if path.is_relative_to(work) else path
    wrong = errors(path, OLDEST) + errors(path, NEWEST)
    check(f'valid for {OLDEST} and {NEWEST}: {name}', wrong, f'{len(wrong)} errors')
    check(f'within the limits of Excel: {name}', list(beyond_excel(path)))
close()
