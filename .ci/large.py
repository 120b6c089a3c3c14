"""A province of 579 communes and 83 indicators: its workbook is small, opens soon, and beyond 200,000 answers still adds up."""

import json
import re
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

from office import convert
from tally import check, close

work = Path(sys.argv[1])
MEGABYTE = 2**20


def main():
    ordinary()
    beyond()
    close()


def ordinary():
    made, path = written(579, 'large')
    figure = f'{made["answers"]} answers, {made["seconds"]} s, {made["peak"]} MB at most'
    check('579 communes: under 4 MB', [] if made['bytes'] < 4 * MEGABYTE else ['too big'], f'{made["bytes"]} bytes, {figure}')
    small, large = opened(work / 'vi/tong-hop-2024-H1.xlsx'), opened(path)
    # Of the processor, with what starting LibreOffice costs. A machine with other work on it takes half as long again.
    check('579 communes: opens in LibreOffice within 10 s', [] if large < 10 else ['too slow'], f'{large:.1f} s; 83 communes {small:.1f} s')


def written(communes, folder):
    command = ['node', '--expose-gc', 'dist/fixtures/large.js', str(communes), work / folder]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(run.stderr)
    return json.loads(run.stdout), work / folder / 'tong-hop-2024-H1.xlsx'


def opened(path):
    """Seconds of the processor that LibreOffice takes to open a workbook and save its first sheet."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    convert([path], 'csv', work / 'opened' / path.parent.name)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def beyond():
    """A row per file in Nguồn, no formula that leads there, and totals that are formulas all the same."""
    made, path = written(3800, 'beyond')
    check('3,800 communes: more than 200,000 answers', [] if made['answers'] > 200_000 else ['fewer'], f'{made["answers"]}')
    check('3,800 communes: within 1,200 MB', [] if made['peak'] < 1200 else ['more'], f'{made["peak"]} MB, {made["bytes"]} bytes')
    formulas, lead, rows = 0, 0, 0
    with zipfile.ZipFile(path) as package:
        sheets = re.findall(r'<sheet [^>]*name="([^"]+)"', package.read('xl/workbook.xml').decode())
        for number, name in enumerate(sheets, 1):
            xml = package.read(f'xl/worksheets/sheet{number}.xml').decode()
            if name == 'Theo xã':
                formulas = xml.count('<f>IF(COUNT(')
            if name == 'Nguồn':
                rows = xml.count('<row ')
            lead += len(re.findall(r"<f>[^<]*'Nguồn'!", xml))
    check('3,800 communes: a row per file in Nguồn', [] if 3800 < rows < 4200 else ['other rows'], f'{rows} rows')
    check('3,800 communes: no formula leads to Nguồn', [] if lead == 0 else [f'{lead} do'])
    check('3,800 communes: totals are formulas', [] if formulas > 5000 else ['few'], f'{formulas}')


main()
