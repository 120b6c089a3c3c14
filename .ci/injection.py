"""Text of an office that begins like a formula is text in every workbook we write, and stays text in LibreOffice."""

import re
import subprocess
import sys
from pathlib import Path
from random import Random

from form import DATA, NOTE, OWN, TEXTS, fill, open_form, unlocked
from office import convert
from openpyxl import load_workbook
from tally import check, close

work = Path(sys.argv[1])
HOSTILE = ['=1+1', '+84-292', '-5 lớp', '@SUM(A1)', '\t=2+2', '=HYPERLINK("http://a";"b")', "=cmd|' /C calc'!A0"]
BEGINS = re.compile(r'^\s*[=+\-@]')
PROGRAMME = 'can-tho-2021-2025'


def main():
    folder = work / 'hostile/2024-H1'
    blank = sorted(path for path in work.glob('forms/*/*.xlsx') if re.match(r'\d{5} ', path.name))[:4]
    for at, path in enumerate(blank):
        prefix = ['=cmd ', '+84 ', '-1 ', '@SUM '][at]
        poison(path, folder / f'{prefix}{path.name}', Random(at))
    first = next(folder.iterdir())
    (folder / 'decisions.yaml').write_text(f'- {{ received: 2024-06-12, reporter: "{first.name.split()[1]}", why: "=1+1", by: "@Sở" }}\n')
    out = work / 'hostile-out'
    run('', folder, '--programme', PROGRAMME, '--as-of', '2024-06-25', '--out', out, '--return', '--export', out / 'csv', '--excel-csv')
    run('validate', *sorted(folder.glob('*.xlsx')), '--programme', PROGRAMME, '--marked', out / 'marked')
    run('template', '--programme', PROGRAMME, '--period', '2024-H2', '--unit', '31117', '--out', out / 'forms')
    ours = sorted(path for path in out.rglob('*.xlsx'))
    names = {sheet for path in ours for sheet in load_workbook(path).sheetnames}
    wanted = {'Tổng hợp', 'Theo xã', 'Tình hình nộp', 'Phát hiện', 'Thuyết minh', 'Nguồn', 'Cần sửa', DATA}
    check('every kind of sheet is looked at', sorted(wanted - names), f'{len(ours)} workbooks, {len(names)} sheets')
    # Under other names: a marked copy and its original are called the same.
    renamed = [work / 'hostile-all' / f'{at} {path.name}' for at, path in enumerate(ours)]
    renamed[0].parent.mkdir(exist_ok=True)
    for path, copy in zip(ours, renamed):
        copy.write_bytes(path.read_bytes())
    for path, saved in zip(renamed, convert(renamed, 'xlsx', work / 'hostile-office')):
        before, after = hostile(path), hostile(saved)
        check(f'{path.name}: text is text, in LibreOffice too', before[1] + after[1], f'{before[0]} and {after[0]} cells that begin so')
    reported = [hostile(path)[0] for path in ours if path.name.startswith('tong-hop')]
    check('the texts came through', [] if min(reported) > 20 else [f'{reported}'])
    tables()
    close()


def poison(blank, target, random):
    """A form with such texts wherever an office can write some."""
    fill(blank, target, random)
    form = open_form(target)
    rows = list(form.rows.values())
    spots = [form.sheet.cell(row, form.columns[NOTE]) for row in rows[:7]]
    spots += [form.sheet.cell(row, form.columns[OWN]) for row in rows[8:12]]
    spots += unlocked(form.book[TEXTS])
    for at, cell in enumerate(spots):
        cell.value = HOSTILE[at % len(HOSTILE)]
        cell.data_type = 's'
    form.book.save(target)


def run(command, *arguments):
    done = subprocess.run(['node', 'bin/aggregate.js', *([command] if command else []), *arguments], capture_output=True, text=True)
    if done.returncode == 2:
        raise SystemExit(done.stderr)


def hostile(path):
    """How many cells hold such a text, and those that are formulas of a kind we do not write."""
    count, wrong = 0, []
    for sheet in load_workbook(path):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if cell.data_type == 's' and BEGINS.match(cell.value):
                count += 1
            if cell.data_type == 'f' and re.search(r'1\+1|2\+2|cmd|HYPERLINK\((?!"#\')|84-292|SUM\(A1\)', str(cell.value)):
                wrong.append(f'{sheet.title} {cell.coordinate}: {cell.value}')
    return count, wrong


def tables():
    """The tables for Excel (--excel-csv), as LibreOffice opens them."""
    files = sorted((work / 'hostile-out/csv').glob('*.csv'))
    for path in convert(files, 'xlsx', work / 'hostile-csv'):
        cells = (cell for row in load_workbook(path).worksheets[0].iter_rows() for cell in row)
        wrong = [f'{cell.coordinate}: {cell.value}' for cell in cells if cell.data_type == 'f']
        check(f'{path.stem}.csv for Excel holds no formula', wrong)


main()
