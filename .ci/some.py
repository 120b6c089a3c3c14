"""A small report of a programme: one district, two communes of it and two departments, on its own blank forms, filled."""

import csv
import subprocess
import sys
from pathlib import Path
from random import Random

from form import fill

programme, period, forms, target = sys.argv[1], sys.argv[2], *map(Path, sys.argv[3:])
day = f'{period}-06-30'
with open(f'templates/{programme}/units.csv', encoding='utf-8', newline='') as file:
    units = [row for row in csv.DictReader(file) if row['from'] <= day < (row['until'] or '9999')]
district = next(row['code'] for row in units if row['level'] == 'district')
communes = [row['code'] for row in units if row['parent'] == district][:2]
chosen = [option for code in [district, *communes] for option in ('--unit', code)]
chosen += ['--body', 'cong-an', '--body', 'so-ldtbxh']
command = ['node', 'bin/aggregate.js', 'template', '--programme', programme, '--period', period, '--out', forms, *chosen]
run = subprocess.run(command, capture_output=True, text=True)
if run.returncode:
    raise SystemExit(run.stderr)
for seed, path in enumerate(sorted(forms.rglob('*.xlsx'))):
    fill(path, target / path.name, Random(seed))
