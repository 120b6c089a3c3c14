"""The workbooks as they come out of a printer: A4, every page beside what is kept in the repository, signatures in company.

`paper.py WORK --write` keeps the pages as they are now, in .ci/pages/: look at them, then commit.
"""

import difflib
import re
import subprocess
import sys
from pathlib import Path

from office import convert
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from tally import check, close

work = Path(sys.argv[1])
is_written = '--write' in sys.argv[2:]
kept = Path(__file__).parent / 'pages'
# The signed sheet comes first; printing every answer of Nguồn takes minutes.
FIRST = '1-10'
# With the sheets cut into pages side by side.
WITH_SLICES = '1-60'
# In points, as printed.
LEAST_SIZE = 8
SLICED = {'Theo huyện': 'TỔNG HỢP THEO CẤP HUYỆN', 'Theo xã': 'TỔNG HỢP THEO CẤP XÃ', 'Sở, ngành': 'TỔNG HỢP THEO SỞ, NGÀNH'}
LANDSCAPE, PORTRAIT = (842, 595), (595, 842)
# In points: 30 mm on the left, 15 mm on the right, a little less for borders; 20 mm below.
LEFT, RIGHT, BOTTOM = 84, 842 - 41, 595 - 55
ENDS = re.compile('KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU|HOW THE PLAN|BY DISTRICT|THEO CẤP HUYỆN')


def main():
    reports = [work / f'{folder}/tong-hop-2024-H1.xlsx' for folder in ('vi', 'en')]
    reports += [work / f'composed/tong-hop-{period}.xlsx' for period in ('2024', '2016..2020')]
    for path in reports:
        summary(path, printed(path, WITH_SLICES if path == reports[0] else FIRST))
    slices(reports[0])
    for name in ('31222 *', 'cong-an *'):
        (path,) = work.glob(f'forms/*/{name}.xlsx')
        blank(path)
    close()


def printed(path, which=FIRST):
    return pages(*convert([path], 'pdf', work / 'paper' / path.parent.name, which))


def pages(pdf):
    """Size in points, text, and the words with their boxes, of each page."""
    sizes = output('pdfinfo', '-l', '99999', pdf)
    texts = output('pdftotext', '-layout', pdf, '-').split('\f')
    boxes = output('pdftotext', '-bbox', pdf, '-').split('</page>')
    size = re.findall(r'^Page +\d+ size: +([\d.]+) x ([\d.]+)', sizes, re.M)
    return [
        ((round(float(w)), round(float(h))), text, boxes[index])
        for index, ((w, h), text) in enumerate(zip(size, texts))
    ]


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def summary(path, every):
    """The signed sheet: the pages from the first to the one before the next sheet."""
    label = f'{path.parent.name}/{path.stem}'
    last = next(index for index, (_, text, _) in enumerate(every) if ENDS.search(text))
    sheet = every[:last]
    other = [f'page {number}: {size}' for number, (size, _, _) in enumerate(sheet, 1) if size != LANDSCAPE]
    check(f'{label}: A4, landscape', other, f'{len(sheet)} pages')
    check(f'{label}: nothing beyond the margins', [one for page in sheet for one in outside(page)])
    headless = [text[:200] for _, text, _ in sheet[1:] if not re.search(r'Mã số|Code', text)]
    check(f'{label}: the header on every page', headless)
    numbers = [[line.strip() for line in text.splitlines() if line.strip()][0] for _, text, _ in sheet]
    wrong = [f'page {at}: {text[:40]!r}' for at, text in enumerate(numbers, 1) if (text == str(at)) == (at == 1)]
    check(f'{label}: numbered from page 2 on', wrong)
    signed(label, [text for _, text, _ in sheet])
    ends = [rows_of(text)[-1] for _, text, _ in sheet[:-1]]
    heads = [line for line in ends if re.match(r'\s*[IVX]+\s', line)]
    check(f'{label}: no group heading is last on its page', heads)
    compare(label.replace('/', '-'), [text for _, text, _ in sheet])


def outside(page):
    """Words that stand in a margin, or that are cut: nothing of Tổng hợp may be there but the page's number."""
    found = []
    for left, right, bottom, word in re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<', page[2]):
        if float(left) < LEFT or float(right) > RIGHT or float(bottom) > BOTTOM or '###' in word:
            found.append(f'{word} at {left}–{right}, {bottom}')
    return found


def slices(path):
    """Tables wider than a page: each page has the columns of one slice, the header, and whose numbers they are."""
    every = pages(work / 'paper' / path.parent.name / f'{path.stem}.pdf')
    starts = [next(at for at, (_, text, _) in enumerate(every) if title in text) for title in SLICED.values()]
    starts.append(next(at for at, (_, text, _) in enumerate(every) if re.search('^ *BIỂU ĐỒ', text, re.M)))
    book = load_workbook(path)
    for at, name in enumerate(SLICED):
        sliced(book[name], every[starts[at]:starts[at + 1]])


def sliced(sheet, printed_pages):
    label = f'{sheet.title}: pages side by side'
    heads = columns_of(sheet)
    units = {word for row in sheet.iter_rows(min_col=2, max_col=3, values_only=True) for word in row[:1] if word}
    every = set().union(*(codes for codes, _ in heads))
    wrong, seen = [], []
    for number, (size, text, boxes) in enumerate(printed_pages, 1):
        words = set(re.findall(r'>([^<>]+)</word>', boxes))
        here = [at for at, (codes, named) in enumerate(heads) if codes <= words and not words & (every - codes - named)]
        # Names of offices below the first page of a slice: some of them, beneath the header.
        if size != LANDSCAPE or len(here) != 1 or not words & units or not {'TT', 'Mã'} <= words:
            wrong.append(f'page {number}: {size}, {sorted(words & every)}')
        seen += here
        first = text.strip().splitlines()[0].strip()
        if (first == str(number)) == (number == 1):
            wrong.append(f'page {number} is headed {first[:40]!r}')
        wrong += [f'page {number}: {one}' for one in outside((size, text, boxes)) + overlapping(boxes)]
    missing = set(range(len(heads))) - set(seen)
    check(label, wrong + [f'slice {at + 1} is not printed' for at in missing], f'{len(printed_pages)} pages, {len(heads)} slices')
    (area,) = sheet.print_area or [sheet.dimensions]
    area = range_boundaries(area.replace('$', ''))
    cells = sheet.iter_rows(min_row=area[1], max_row=area[3], min_col=area[0], max_col=area[2])
    least = min(cell.font.sz for row in cells for cell in row if cell.value not in (None, '')) * sheet.page_setup.scale / 100
    check(f'{label}: no print smaller than {LEAST_SIZE} points', [] if least >= LEAST_SIZE else ['smaller'], f'{least:.1f}')


def columns_of(sheet):
    """Of each slice the codes that head its columns, and those that the names above them speak of."""
    breaks = [one.id for one in sheet.col_breaks.brk]
    row = [cell for cell in sheet[5] if cell.value is not None]
    slice_of = [sum(cell.column > after for after in breaks) for cell in row]
    slices = [[cell for cell, at in zip(row, slice_of) if at == one] for one in range(len(breaks) + 1)]
    named = [re.findall(r'\b[A-Z]\d\d[A-Z]?\b', ' '.join(str(sheet.cell(4, cell.column).value) for cell in some)) for some in slices]
    return [({cell.value for cell in some}, set(codes)) for some, codes in zip(slices, named)]


def overlapping(boxes):
    """Words drawn over each other: what a cell had no room for."""
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<', boxes)
    words = [(*map(float, box), word) for *box, word in found]
    wrong = []
    for at, (left, top, right, bottom, word) in enumerate(words):
        for other in words[at + 1:]:
            across = min(right, other[2]) - max(left, other[0])
            down = min(bottom, other[3]) - max(top, other[1])
            if across > 2 and down > 0.4 * min(bottom - top, other[3] - other[1]):
                wrong.append(f'{word} over {other[4]}')
    return wrong


def rows_of(text):
    """Lines of the table: those with a number or a numeral at their beginning."""
    return [line for line in text.splitlines() if re.match(r'\s*(\d+\s+[A-Z]\d\d|[IVX]+\s{2,}\S)', line)]


def signed(label, texts):
    at = [index for index, text in enumerate(texts) if re.search(r'NGƯỜI LẬP BIỂU|PREPARED BY', text)]
    company = [line for line in rows_of(texts[at[0]]) if re.search(r'\b[A-Z]\d\d', line)] if at else []
    alone = [] if at == [len(texts) - 1] and len(company) >= 2 else [f'on page {at} of {len(texts)}, {len(company)} rows']
    check(f'{label}: signed once, on the last page, with rows of the table', alone, f'{len(company)} rows')


def blank(path):
    sheet = printed(path)
    label = path.stem
    odd = {size for size, _, _ in sheet} - {LANDSCAPE, PORTRAIT}
    check(f'{label}: A4', [f'{odd}'] if odd else [], f'{len(sheet)} pages')
    tables = [text for _, text, _ in sheet if re.search(r'\b[A-I]\d\d\b', text)]
    bare = [text[:200] for text in tables if 'Mã số' not in text]
    check(f'{label}: the header on every page of its table', bare if len(tables) > 1 else ['only one page'])
    signed(label, tables)
    compare(label, [text for _, text, _ in sheet])


def compare(name, texts):
    """The words of each page in order, one line of the page a line of the file; how they are spaced is the font's."""
    now = '\n\n'.join(f'── {number}\n' + normal(text) for number, text in enumerate(texts, 1)) + '\n'
    path = kept / f'{name}.txt'
    if is_written:
        kept.mkdir(exist_ok=True)
        path.write_text(now)
    before = path.read_text() if path.exists() else ''
    differ = difflib.unified_diff(before.splitlines(), now.splitlines(), 'kept', 'now', n=0, lineterm='')
    check(f'{name}: every page as it is kept in .ci/pages', list(differ), f'{len(texts)} pages')


def normal(text):
    return '\n'.join(' '.join(line.split()) for line in text.splitlines() if line.strip())


main()
