"""Marked copies of files from three programs: nothing lost, the marks in the right cells, and every program opens them."""

import json
import re
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from random import Random

from form import DATA, OWN, fill, open_form
from office import convert
from ooxml import NEWEST, OLDEST, errors
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from tally import check, close

work = Path(sys.argv[1])
SEED = 20240614
FIX = 'Cần sửa'
AUTHOR = 'aggregate'
FILLS = {'error': 'FFFF9B9B', 'warning': 'FFFFE48A'}
OWN_NOTE = 'Số liệu do cán bộ xã cung cấp.'
# Parts that a marking may change; every other one must be the same bytes, compressed as it was.
TOUCHED = re.compile(
    r'\[Content_Types\]\.xml|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels|xl/styles\.xml'
    r'|xl/worksheets/sheet\d+\.xml|xl/worksheets/_rels/sheet\d+\.xml\.rels|xl/comments/?\w*\.xml|xl/drawings/\w+\.vml'
)


def main():
    sources = prepared()
    marked = work / 'marked'
    copies = {title: mark(title, path, marked) for title, path in sources.items()}
    again = work / 'marked-again'
    for title, path in sources.items():
        copy, found = copies[title]
        nothing_lost(title, path, copy, found)
        opens(title, path, copy)
        shows(title, copy, found)
        if path.suffix == '.xlsx':
            second, same = mark(f'{title}, marked again', copy, again)
            kept = [(one['cell'], one['code'], one['message']) for one in same]
            wanted = [(one['cell'], one['code'], one['message']) for one in found]
            check(f'{title}: the copy reads as the original', [] if kept == wanted else ['other findings'], f'{len(kept)}')
            shows(f'{title}, marked again', second, same)
    through_office({title: found for title, (_, found) in copies.items()}, {title: copy for title, (copy, _) in copies.items()})
    close()


def prepared():
    """A form of ours, the same kind filled and enriched by openpyxl, that one saved by LibreOffice, and an old .xls."""
    folder = work / 'to-mark'
    folder.mkdir(exist_ok=True)
    blank = next(path for path in sorted(work.glob('forms/*/*.xlsx')) if re.match(r'\d{5} ', path.name))
    filled = folder / 'openpyxl.xlsx'
    fill(blank, filled, Random(SEED), odd=True)
    enrich(filled)
    [saved] = convert([filled], 'xlsx', folder / 'office')
    ours = next(Path('fixtures').rglob('2024-H1/**/31150 *.xlsx'))
    [old] = convert([ours], 'xls', folder / 'old')
    return {'our own form': ours, 'filled by openpyxl': filled, 'saved by LibreOffice': saved, 'an old .xls': old}


def enrich(path):
    """What offices add: their own notes, a chart, a name; protection and validations are in the form."""
    form = open_form(path)
    cells = [form.sheet.cell(row, form.columns[OWN]) for row in list(form.rows.values())]
    faulty = next(cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith(('khoảng', '12 ')))
    for cell in (faulty, cells[3]):
        cell.comment = Comment(OWN_NOTE, 'Cán bộ xã')
    chart = BarChart()
    chart.add_data(Reference(form.sheet, min_col=form.columns[OWN], min_row=20, max_row=30))
    form.book['Hướng dẫn'].add_chart(chart, 'D4')
    form.book.defined_names.append(DefinedName('SO_CO_SO', attr_text=f"'{DATA}'!$E$20"))
    form.book.save(path)


def mark(title, path, folder):
    """The marked copy of a file, and what was found in it."""
    run = subprocess.run(
        ['node', 'bin/aggregate.js', 'validate', path, '--marked', folder, '--json', '--programme', 'can-tho-2021-2025'],
        capture_output=True,
        text=True,
    )
    if run.returncode == 2:
        raise SystemExit(f'{title}: {run.stderr}')
    [file] = json.loads(run.stdout)['files']
    copy = folder / f'{title}.xlsx'
    Path(file['marked']).replace(copy)
    asked = [one for one in file['findings'] if one['severity'] != 'info']
    check(f'{title}: there is something to mark', [] if asked else ['nothing'], f'{len(asked)} findings')
    return copy, asked


def entries(path):
    """Each entry's bytes as stored, by name, in order."""
    data = path.read_bytes()
    found = {}
    for one in zipfile.ZipFile(path).infolist():
        names, extra = struct.unpack_from('<HH', data, one.header_offset + 26)
        start = one.header_offset + 30 + names + extra
        found[one.filename] = (one.compress_type, one.CRC, data[start : start + one.compress_size])
    return found


def nothing_lost(title, path, copy, found):
    if path.suffix != '.xlsx':
        return
    before, after = entries(path), entries(copy)
    lost = [name for name in before if name not in after]
    changed = [name for name in before if name in after and before[name] != after[name]]
    beyond = [name for name in changed if not TOUCHED.fullmatch(name)]
    check(f'{title}: no entry is lost', lost, f'{len(before)} entries')
    check(f'{title}: in the same order', [] if list(after)[: len(before)] == list(before) else ['another order'])
    check(f'{title}: what need not change is the same bytes', beyond, f'{len(before) - len(changed)} entries the same')
    # Every sheet without a mark that was not the selected one must be the same too.
    book = load_workbook(path)
    marked = {one['sheet'] for one in found if one['cell']}
    sheets = [name for name in changed if name.startswith('xl/worksheets/sheet')]
    most = len(marked) + sum(bool(sheet.sheet_view.tabSelected) for sheet in book if sheet.title not in marked)
    check(f'{title}: only sheets with marks change', [] if len(sheets) <= most else sheets, f'{len(sheets)} sheets')


def opens(title, path, copy):
    before = [] if path.suffix != '.xlsx' else [one for version in (OLDEST, NEWEST) for one in errors(path, version)]
    after = [one for version in (OLDEST, NEWEST) for one in errors(copy, version)]
    described = {one.split(': ', 1)[1] for one in before}
    new = [one for one in after if one.split(': ', 1)[1] not in described]
    check(f'{title}: valid', new, f'{len(before)} errors before, {len(after)} after')


def shows(title, copy, found):
    """The marks as openpyxl sees them, and the sheet of what to mend."""
    book = load_workbook(copy)
    problems = list(wrong_marks(book, found))
    check(f'{title}: colour and note in every faulty cell, and in no other', problems, f'{len(found)} findings')
    last = book.worksheets[-1]
    selected = [sheet.title for sheet in book if sheet.sheet_view.tabSelected]
    right = last.title == FIX and book.active.title == FIX and selected == [FIX] and book.sheetnames.count(FIX) == 1
    check(f'{title}: {FIX} is last, shown, and there once', [] if right else [f'{book.sheetnames}, {selected}'])
    texts = [str(cell.value) for row in last.iter_rows() for cell in row if cell.value is not None]
    missing = [one['message'] for one in found if one['message'] not in texts]
    check(f'{title}: everything is listed', missing)
    links = [cell for row in last.iter_rows() for cell in row if cell.hyperlink]
    cells = [one['cell'] for one in found if one['cell']]
    wrong = [cell.coordinate for cell in links if not cell.hyperlink.location.endswith(f'!{cell.value}')]
    check(f'{title}: every cell is a link', wrong or ([] if len(links) >= len(cells) else [f'{len(links)} links']))


def wrong_marks(book, found):
    asked = {}
    for one in found:
        if one['cell']:
            key = (one['sheet'], one['cell'])
            asked[key] = 'error' if 'error' in (asked.get(key), one['severity']) else 'warning'
    for (sheet, place), severity in asked.items():
        cell = book[sheet][place]
        colour = cell.fill.fgColor.rgb if cell.fill.fill_type == 'solid' else None
        if colour != FILLS[severity]:
            yield f'{sheet} {place}: {severity} coloured {colour}'
        said = cell.comment.text if cell.comment else ''
        for one in found:
            if (one['sheet'], one['cell']) == (sheet, place) and said.count(one['message']) != 1:
                yield f'{sheet} {place}: the note says {said[:60]!r}'
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if (sheet.title, cell.coordinate) in asked or sheet.title == FIX:
                    continue
                if cell.fill.fill_type == 'solid' and cell.fill.fgColor.rgb in FILLS.values():
                    yield f'{sheet.title} {cell.coordinate}: coloured, but nothing is wrong there'
                if cell.comment and AUTHOR in (cell.comment.author or ''):
                    yield f'{sheet.title} {cell.coordinate}: a note, but nothing is wrong there'


def through_office(found, copies):
    folder = work / 'marked-office'
    for path in convert(list(copies.values()), 'xlsx', folder):
        problems = list(wrong_marks(load_workbook(path), found[path.stem]))
        check(f'{path.stem}: the marks are in the right cells after LibreOffice', problems)
    for path in convert(list(copies.values()), 'pdf', folder):
        text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True).stdout
        check(f'{path.stem}: printed with its list', [] if 'NHỮNG NỘI DUNG CẦN SỬA' in text else ['no list on paper'])
    own = load_workbook(copies['filled by openpyxl'])[DATA]
    kept = [cell.coordinate for row in own.iter_rows() for cell in row if cell.comment and OWN_NOTE in cell.comment.text]
    check('notes of the office are kept', [] if len(kept) == 2 else [f'{len(kept)} of 2'], ', '.join(kept))


main()
