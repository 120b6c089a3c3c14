"""The written report: valid for Word, A4 on paper by Nghị định 30/2020/NĐ-CP, its text whole, its bytes the same again."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

from office import convert
from ooxml import NEWEST, OLDEST, errors
from tally import check, close

work = Path(sys.argv[1])
LANDSCAPE, PORTRAIT = (842, 595), (595, 842)
reports = [work / 'vi/tong-hop-2024-H1.docx', work / 'composed/tong-hop-2024.docx', work / 'composed/tong-hop-2016..2020.docx']


def broken(source, target):
    """A copy whose text holds an element that Word does not know."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b'<w:body>', b'<w:body><w:chapter/>') if name == 'word/document.xml' else data)
    return target


def pages(pdf):
    """Size in points and text of each page."""
    sizes = subprocess.run(['pdfinfo', '-l', '99999', pdf], capture_output=True, text=True, check=True).stdout
    texts = subprocess.run(['pdftotext', '-layout', pdf, '-'], capture_output=True, text=True, check=True).stdout
    size = re.findall(r'^Page +\d+ size: +([\d.]+) x ([\d.]+)', sizes, re.M)
    return [((round(float(w)), round(float(h))), text) for (w, h), text in zip(size, texts.split('\f'))]


def number_at_top(text):
    first = next((line.strip() for line in text.splitlines() if line.strip()), '')
    return first if re.fullmatch(r'\d+', first) else None


found = len(errors(broken(reports[0], work / 'broken.docx'), NEWEST))
check('canary: a broken document is reported', [] if found else ['nothing found'], f'{found} errors')
for path in reports:
    wrong = errors(path, OLDEST) + errors(path, NEWEST)
    check(f'valid for {OLDEST} and {NEWEST}: {path.relative_to(work)}', wrong, f'{len(wrong)} errors')

for path, pdf in zip(reports, convert(reports, 'pdf', work / 'word')):
    printed = pages(pdf)
    name = path.name
    odd = [f'page {at}: {size}' for at, (size, _) in enumerate(printed, 1) if size not in (LANDSCAPE, PORTRAIT)]
    check(f'{name} is A4', odd, f'{len(printed)} pages')
    text = [page for size, page in printed if size == PORTRAIT]
    annexes = [page for size, page in printed if size == LANDSCAPE]
    numbers = [number_at_top(page) for page in text]
    wanted = [None] + [str(at) for at in range(2, len(text) + 1)]
    check(f'{name}: pages are numbered from the second on', [] if numbers == wanted else [f'{numbers}'])
    starts = [page for page in annexes if re.match(r'\s*Phụ lục', page)]
    bare = [page[:80] for page in starts if number_at_top(page)]
    check(f'{name}: annexes begin without a number', bare if starts else ['no annex'], f'{len(starts)} annexes')
    headless = [page[:120] for page in annexes if 'Chỉ tiêu' not in page]
    check(f'{name}: every page of an annex has its header', headless, f'{len(annexes)} pages')
    whole = '\n'.join(text)
    missing = [part for part in ('Độc lập - Tự do - Hạnh phúc', 'BÁO CÁO', 'Nơi nhận:', 'GIÁM ĐỐC') if part not in whole]
    check(f'{name} has heading, title, recipients and signature', missing)
    unsaid = re.findall(r'[{}]|\bundefined\b|\bNaN\b', whole)
    check(f'{name} has no brace or word of the program in it', unsaid)
close()
