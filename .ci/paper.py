"""The workbooks as they come out of a printer: A4, and the header again on every page of a table."""

import re
import subprocess
import sys
from pathlib import Path

from office import convert
from tally import check, close

work = Path(sys.argv[1])
LANDSCAPE, PORTRAIT = (842, 595), (595, 842)


def pages(pdf):
    """Size in points and text of each page."""
    sizes = subprocess.run(['pdfinfo', '-l', '99999', pdf], capture_output=True, text=True, check=True).stdout
    texts = subprocess.run(['pdftotext', '-layout', pdf, '-'], capture_output=True, text=True, check=True).stdout
    size = re.findall(r'^Page +\d+ size: +([\d.]+) x ([\d.]+)', sizes, re.M)
    return [((round(float(w)), round(float(h))), text) for (w, h), text in zip(size, texts.split('\f'))]


form = min(work.glob('forms/*/*.xlsx'))
report, blank = (pages(pdf) for pdf in convert([work / 'vi/tong-hop-2024-H1.xlsx', form], 'pdf', work / 'paper'))

other = [f'page {number}: {size}' for number, (size, _) in enumerate(report, 1) if size != LANDSCAPE]
check('the consolidated workbook is A4, landscape', other, f'{len(report)} pages')
first, second = report[0][1], report[1][1]
check('page 1 of Tổng hợp has the title', [] if 'BIỂU TỔNG HỢP' in first else [first[:200]])
repeats = 'Mã số' in second and 'Chỉ tiêu' in second and 'BIỂU TỔNG HỢP' not in second
check('page 2 of Tổng hợp repeats the header', [] if repeats else [second[:200]])

sizes = [size for size, _ in blank]
odd = [f'{sizes}'] if set(sizes) - {LANDSCAPE, PORTRAIT} else []
check('a blank form is A4', odd, f'{len(blank)} pages')
tables = [text for size, text in blank if size == LANDSCAPE and 'THUYẾT MINH' not in text]
bare = [text[:200] for text in tables if re.search(r'\b[A-I]\d\d\b', text) and 'Mã số' not in text]
check('every page of its table has the header', bare if len(tables) > 1 else ['only one page'], f'{len(tables)} pages')
close()
