"""Our reader and openpyxl see the same cells in every fixture workbook, and in some of them saved by LibreOffice."""

import datetime
import json
import subprocess
import sys
import unicodedata
from math import isclose
from pathlib import Path

from office import convert
from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel
from tally import check, close

work = Path(sys.argv[1])
fixtures = sorted(path for path in Path('fixtures').rglob('*.xlsx') if not path.name.startswith('~$'))


def main():
    compare('fixture workbooks', fixtures)
    chosen = [*fixtures[:: len(fixtures) // 8], *sorted(work.glob('vi/*.xlsx'))]
    compare('saved by LibreOffice', convert(chosen, 'xlsx', work / 'resaved'))
    close()


def compare(what, paths):
    """Every cell that holds a value, in both directions; and what openpyxl takes for a formula is one."""
    run = subprocess.run(['node', '.ci/cells.mjs', *paths], capture_output=True, text=True, check=True)
    differ, cells, others = [], 0, []
    for path, line in zip(paths, run.stdout.splitlines(), strict=True):
        read = json.loads(line)
        others += [f'{path.name}: {read["reader"]}'] if read['reader'] != 'own' else []
        ours = {sheet['name']: sheet['cells'] for sheet in read['sheets']}
        values, formulas = load_workbook(path, data_only=True), load_workbook(path)
        if list(ours) != values.sheetnames:
            differ.append(f'{path.name}: sheets {list(ours)}, not {values.sheetnames}')
        for sheet in values.worksheets:
            mine = {(row, column): value for row, column, kind, value, _ in ours.get(sheet.title, []) if kind != 'uncached' and value != ''}
            its = held(sheet)
            cells += len(its)
            differ += [
                f'{path.name} {sheet.title} {place}: ours {mine.get(place)!r}, openpyxl {its.get(place)!r}'
                for place in mine.keys() | its.keys()
                if not same(mine.get(place), its.get(place))
            ]
            known = {(row, column) for row, column, *_, formula in ours.get(sheet.title, []) if formula is not None}
            told = {(cell.row, cell.column) for row in formulas[sheet.title].iter_rows() for cell in row if cell.data_type == 'f'}
            differ += [f'{path.name} {sheet.title} {place}: formula or not?' for place in known ^ told]
    check(f'{what}: read by our own reader', others, f'{len(paths)} workbooks')
    check(f'{what}: the same cells as openpyxl', differ + ([] if cells else ['no cells']), f'{cells} cells')


def held(sheet):
    """openpyxl puts a link's target in a blank cell that has a link."""
    found = {}
    for row in sheet.iter_rows():
        for cell in row:
            link = cell.hyperlink
            if cell.value in (None, '') or (link is not None and cell.value in (link.target, link.location)):
                continue
            found[cell.row, cell.column] = plain(cell.value)
    return found


def plain(value):
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
        return to_excel(value)
    return value


def same(mine, its):
    if isinstance(mine, (int, float)) and isinstance(its, (int, float)):
        return isclose(mine, its, rel_tol=1e-9)
    return mine == its or (isinstance(its, str) and isinstance(mine, str) and mine == normalised(its))


def normalised(text):
    return unicodedata.normalize('NFC', text)


main()
