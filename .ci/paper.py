"""The workbooks as they come out of a printer: A4, every page beside what is kept in the repository, signatures in company.

`paper.py WORK --write` keeps the pages as they are now, in .ci/pages/: look at them, then commit.
"""

import difflib
import re
import subprocess
import sys
from pathlib import Path

from office import convert
from tally import check, close

work = Path(sys.argv[1])
is_written = '--write' in sys.argv[2:]
kept = Path(__file__).parent / 'pages'
# The signed sheet comes first; printing every commune takes minutes.
FIRST = '1-10'
LANDSCAPE, PORTRAIT = (842, 595), (595, 842)
# In points: 30 mm on the left, 15 mm on the right, a little less for borders; 20 mm below.
LEFT, RIGHT, BOTTOM = 84, 842 - 41, 595 - 55
ENDS = re.compile('KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU|HOW THE PLAN|BY DISTRICT|THEO CẤP HUYỆN')


def main():
    reports = [work / f'{folder}/tong-hop-2024-H1.xlsx' for folder in ('vi', 'en')]
    reports += [work / f'composed/tong-hop-{period}.xlsx' for period in ('2024', '2016..2020')]
    for path in reports:
        summary(path)
    for name in ('31222 *', 'cong-an *'):
        (path,) = work.glob(f'forms/*/{name}.xlsx')
        blank(path)
    close()


def printed(path):
    return pages(*convert([path], 'pdf', work / 'paper' / path.parent.name, FIRST))


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


def summary(path):
    """The signed sheet: the pages from the first to the one before the next sheet."""
    every = printed(path)
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
