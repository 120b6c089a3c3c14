"""The charts of Biểu đồ: openpyxl loads them, what they remember is what their cells hold, LibreOffice draws them."""

import re
import subprocess
import sys
import zipfile
from math import isclose
from pathlib import Path

from office import convert
from ooxml import NEWEST, OLDEST, errors
from openpyxl import load_workbook
from package import falsify
from tally import check, close

work = Path(sys.argv[1])
SHEET = 'Biểu đồ'
LANDSCAPE = (842, 595)
# Charts of each workbook, by the first words of their titles: without last year there is none of changes.
ALL = ['Mức đề ra', 'Tăng, giảm so với', 'Tình hình nộp', '10 đơn vị cấp xã làm thay đổi']
REPORTS = {
    'vi/tong-hop-2024-H1.xlsx': ALL,
    'en/tong-hop-2024-H1.xlsx': ['Promised', 'Change from', 'Reports received', 'The 10 units at commune level'],
    'composed/tong-hop-2024.xlsx': ['Mức đề ra', 'Tình hình nộp', '9 đơn vị cấp xã có số lớn nhất'],
    'composed/tong-hop-2016..2020.xlsx': ['Tình hình nộp', '4 đơn vị cấp xã có số lớn nhất'],
}
KINDS = {'Mức': 'clustered', 'Promised': 'clustered', 'Tình': 'stacked', 'Reports': 'stacked'}
BLUE = (0, 114, 178)  # of the first filling; how many of these the page must have at 50 dpi
LEAST_BLUE = 100


def alone(source, target):
    """A copy with wrong results in every formula, of which only the sheet of charts is printed."""

    def hidden(xml):
        tags = re.findall(r'<sheet [^>]*>', xml)
        at = next(number for number, tag in enumerate(tags) if f'name="{SHEET}"' in tag)
        for tag in tags[:at] + tags[at + 1 :]:
            xml = xml.replace(tag, re.sub(r' state="\w+"', '', tag).replace('<sheet ', '<sheet state="hidden" '))
        xml = re.sub(rf'<definedName name="_xlnm.Print_Area" localSheetId="(?!{at}")\d+"[^>]*>[^<]*</definedName>', '', xml)
        return re.sub(r' activeTab="\d+"', '', xml).replace('<workbookView ', f'<workbookView activeTab="{at}" ')

    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == 'xl/workbook.xml':
                data = hidden(data.decode()).encode()
            if name.startswith('xl/worksheets/sheet'):
                data = falsify(data.decode()).encode()
            new.writestr(name, data)
    return target


def remembered(chart):
    """Reference and remembered contents of everything a chart refers to."""
    words = [chart.title.tx.strRef] if chart.title.tx.strRef else []
    for series in chart.series:
        words += [series.tx.strRef, series.cat.strRef]
        yield series.val.numRef.f, [(point.idx, point.v) for point in series.val.numRef.numCache.pt]
    for one in words:
        yield one.f, [(point.idx, point.v) for point in one.strCache.pt]


def against_cells(chart, sheet):
    """What differs between a chart's memory and the cells it refers to."""
    for reference, points in remembered(chart):
        name, cells = re.fullmatch(r"'([^']+)'!(.+)", reference).groups()
        if name != SHEET:
            yield f'{reference} leads to another sheet'
            continue
        found = sheet[cells.replace('$', '')]
        values = [cell.value for row in found for cell in row] if isinstance(found, tuple) else [found.value]
        for index, value in enumerate(values):
            mine = dict(points).get(index)
            if not same(mine, value):
                yield f'{reference}, {index + 1}: the chart says {mine!r}, the cell {value!r}'


def same(mine, its):
    if isinstance(its, (int, float)):
        return mine is not None and isclose(float(mine), its, rel_tol=1e-9, abs_tol=1e-12)
    return (mine or '') == (its or '')


def loaded(sheet, name, titles):
    """Kinds, titles and memory of the charts, as openpyxl sees them; returns the titles in full."""
    full = [chart.title.tx.strRef.strCache.pt[0].v for chart in sheet._charts]
    wrong = [f'{title!r} is not {start!r}' for title, start in zip(full, titles) if start not in title]
    wrong += [f'{len(full)} charts'] if len(full) != len(titles) else []
    for chart, start in zip(sheet._charts, titles):
        kind = KINDS.get(re.split(r'\W', start)[0], 'clustered')
        if (chart.tagname, chart.barDir, chart.grouping) != ('barChart', 'bar', kind):
            wrong.append(f'{start}: {chart.tagname} {chart.barDir} {chart.grouping}')
        axes = [said(axis.title) for axis in (chart.x_axis, chart.y_axis)]
        wrong += [f'{start}: an axis without a title'] if not all(axes) else []
    check(f'openpyxl loads the charts of {name}', wrong, f'{len(full)}')
    differ = [one for chart in sheet._charts for one in against_cells(chart, sheet)]
    points = sum(len(points) for chart in sheet._charts for _, points in remembered(chart))
    check(f'they remember what their cells hold: {name}', differ if points else ['nothing'], f'{points} contents')
    return full


def said(title):
    return ''.join(run.t for paragraph in title.tx.rich.p for run in paragraph.r or [])


def recalculated(ours, theirs, name):
    """The memory of our charts against the cells as LibreOffice computed them from wrong results."""
    differ = [one for chart in ours._charts for one in against_cells(chart, theirs)]
    check(f'they do after LibreOffice computed the cells anew: {name}', differ)


def drawn(pdf, titles, name):
    """Each chart on one A4 page of its own, with its title, and with bars."""
    sizes = subprocess.run(['pdfinfo', '-l', '999', pdf], capture_output=True, text=True, check=True).stdout
    pages = [(round(float(w)), round(float(h))) for w, h in re.findall(r'size: +([\d.]+) x ([\d.]+)', sizes)]
    wrong = [f'{len(pages)} pages for {len(titles)} charts'] if len(pages) != len(titles) else []
    wrong += [f'{size}' for size in pages if size != LANDSCAPE]
    bars = []
    for number, title in enumerate(titles, 1):
        page = ['-f', str(number), '-l', str(number)]
        text = subprocess.run(['pdftotext', *page, pdf, '-'], capture_output=True, text=True, check=True).stdout
        # Once above the table and once in the chart, where it may take several lines.
        count = ' '.join(text.split()).count(title)
        picture = subprocess.run(['pdftoppm', *page, '-r', '50', pdf], capture_output=True, check=True).stdout
        bars.append(blue(picture))
        wrong += [f'page {number}: {count} times {title!r}'] if count != 2 else []
        wrong += [f'page {number}: {bars[-1]} dots of bars'] if bars[-1] < LEAST_BLUE else []
    check(f'LibreOffice draws them, one on a page: {name}', wrong, f'dots of bars: {", ".join(map(str, bars))}')


def blue(picture):
    """How many dots of a PPM are blue as bars are."""
    _, _, _, dots = re.fullmatch(rb'(P6)\s(\d+ \d+)\s(\d+)\s(.*)', picture, re.S).groups()
    near = lambda at: all(abs(dots[at + part] - BLUE[part]) < 12 for part in range(3))
    return sum(near(at) for at in range(0, len(dots) - 2, 3))


paths = [work / name for name in REPORTS]
copies = [alone(path, work / 'charts' / f'{path.parent.name}-{path.name.replace("..", "-")}') for path in paths]
computed = convert(copies, 'xlsx', work / 'charts/computed')
pdfs = convert(copies, 'pdf', work / 'charts/pdf')
for path, starts, theirs, pdf in zip(paths, REPORTS.values(), computed, pdfs):
    name = path.relative_to(work)
    sheet = load_workbook(path, data_only=True)[SHEET]
    titles = loaded(sheet, name, starts)
    recalculated(sheet, load_workbook(theirs, data_only=True)[SHEET], name)
    drawn(pdf, titles, name)
for path in [*paths[2:], *work.glob('few/*.xlsx')]:
    wrong = errors(path, OLDEST) + errors(path, NEWEST)
    check(f'valid for {OLDEST} and {NEWEST}: {path.relative_to(work)}', wrong, f'{len(wrong)} errors')
few = load_workbook(next(work.glob('few/*.xlsx')))[SHEET]
instead = [cell.value for cell in few['A'] if str(cell.value).startswith('Không có biểu đồ')]
number = f'{len(few._charts)} charts, {len(instead)} sentences'
wrong = [number] if len(few._charts) + len(instead) != len(ALL) or not instead else []
check('few reports: a sentence instead of each chart that would be empty', wrong, number)
close()
