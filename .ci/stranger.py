"""Forms filled through a spreadsheet library that knows nothing of us are read back exactly as they were filled."""

import csv
import re
import subprocess
import sys
from pathlib import Path
from random import Random

from form import RECEIVED, TOTAL, fill
from office import convert
from tally import check, close

work = Path(sys.argv[1])
SEED = 20240614
PROVINCE = '92'


def main():
    blank = chosen()
    random = Random(SEED)
    folder = work / 'filled'
    answers = {path.name: fill(path, folder / path.name, random) for path in blank}
    check('forms to fill', [] if len(answers) == 7 else [f'{len(answers)}, not 7'], ', '.join(answers))
    read_back('openpyxl', folder, answers)
    saved = work / 'saved'
    convert([folder / name for name in answers], 'xlsx', saved)
    read_back('openpyxl, then saved by LibreOffice', saved, answers)
    close()


def chosen():
    """Two districts, each with two communes, and the police, who answer about every district."""
    districts = sorted(path for path in work.glob('forms/*/*.xlsx') if re.match(r'\d{3} ', path.name))[:2]
    police = sorted(work.glob('forms/*/cong-an *.xlsx'))
    return [*(path for one in districts for path in [one, *communes(one)]), *police]


def communes(district):
    return sorted(path for path in district.parent.iterdir() if re.match(r'\d{5} ', path.name))[:2]


def read_back(title, folder, answers):
    exported = folder.with_suffix('.csv')
    run = subprocess.run(
        ['node', 'bin/aggregate.js', folder, '--programme', 'can-tho-2021-2025', '--period', '2024-H1']
        + ['--as-of', '2024-06-25', '--export', exported, '--out', work / 'few'],
        capture_output=True,
        text=True,
    )
    if run.returncode == 2:
        return check(title, [run.stderr.strip()])
    read = [row for row in table(exported / 'observations.csv') if row['file']]
    problems = [problem for name, filled in answers.items() for problem in differences(name, filled, read)]
    check(f'{title}: what was read is what was filled', problems, f'{len(read)} answers of {len(answers)} forms')
    days = {row['file']: (row['received'], row['revision']) for row in table(exported / 'submissions.csv')}
    wrong = [f'{name}: {days.get(name)}' for name in answers if days.get(name) != (RECEIVED.isoformat(), '1')]
    check(f'{title}: day and revision', wrong)


def table(path):
    with open(path, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def differences(name, filled, read):
    """Cell by cell, both ways; an answer of one's own counts wherever there is one."""
    rows = {row['cell']: row for row in read if row['file'] == name}
    unit = name.split()[0]
    for cell in sorted(filled.keys() ^ rows.keys()):
        yield f'{name} {cell}: {"not read" if cell in filled else "read, but never filled"}'
    for cell in filled.keys() & rows.keys():
        answer, row = filled[cell], rows[cell]
        given = (about(unit, answer), answer.indicator, counts_as(answer), answer.state, answer.value)
        found = (row['unit'], row['indicator'], row['as'], row['state'], row['value'])
        if found != given:
            yield f'{name} {cell}: filled {given}, read {found}'
        elif row['as'] == 'own' and row['counted'] != ('yes' if answer.state == 'value' else 'no'):
            yield f'{name} {cell}: counted is {row["counted"]} for {given}'


def about(unit, answer):
    """A column headed by a district's code is about it; beside such columns, `Kỳ báo cáo` is about the province."""
    if re.fullmatch(r'\d{3}', answer.header):
        return answer.header
    return PROVINCE if answer.matrix else unit


def counts_as(answer):
    if answer.header == TOTAL:
        return 'total'
    return 'check' if answer.compared else 'own'


main()
