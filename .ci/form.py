"""A form as a stranger with a spreadsheet library finds it: by the words printed on it, never by our own code."""

import re
from collections import namedtuple
from datetime import date

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell

DATA, TEXTS = 'Số liệu', 'Thuyết minh'
CODE, NAME, OWN, TOTAL, NOTE, CHECK, MEASURE = (
    'Mã số',
    'Chỉ tiêu',
    'Kỳ báo cáo',
    'Toàn địa bàn',
    'Ghi chú',
    'Kiểm tra',
    'Đơn vị tính',
)
WORDS_FOR_ZERO = ['-', 'không', 'không phát sinh']
ODDITIES = ['khoảng 15', '12 người', -3, 2.5, 7_000_000.25]
RECEIVED = date(2024, 6, 13)

Form = namedtuple('Form', 'book sheet columns rows')  # column by header, row by code
# `compared`: the row says that its answer is; `matrix`: it has cells about districts. Value as observations.csv prints it.
Answer = namedtuple('Answer', 'indicator header state value compared matrix')


def open_form(path, **options):
    book = load_workbook(path, **options)
    sheet = book[DATA]
    header = next(row for row in sheet.iter_rows() if {CODE, OWN} <= {cell.value for cell in row})
    columns = {cell.value: cell.column for cell in header if cell.value}
    below = range(header[0].row + 1, sheet.max_row + 1)
    rows = {sheet.cell(row, columns[CODE]).value: row for row in below}
    return Form(book, sheet, columns, {code: row for code, row in rows.items() if code})


def said(path):
    """What the check column of a recalculated form says, by code."""
    form = open_form(path, data_only=True)
    return {code: form.sheet.cell(row, form.columns[CHECK]).value or '' for code, row in form.rows.items()}


def put(form, indicator, value, header=OWN):
    form.sheet.cell(form.rows[indicator], form.columns[header]).value = value


def fill(path, target, random, odd=False):
    """Writes into every unlocked cell what a clerk may write, `odd` things too; returns each answer by its cell."""
    form = open_form(path)
    codes = {row: code for code, row in form.rows.items()}
    headers = {column: header for header, column in form.columns.items()}
    flags = flag_cells(form.sheet)
    answers = {}
    districts = {cell.row for cell in unlocked(form.sheet) if re.fullmatch(r'\d{3}', headers.get(cell.column) or '')}
    for cell in unlocked(form.sheet):
        indicator, header = codes.get(cell.row), headers.get(cell.column)
        if indicator is None:
            cell.value = heading(form.sheet.cell(cell.row, cell.column - 1).value)
        elif header != NOTE:
            measure = form.sheet.cell(cell.row, form.columns[MEASURE]).value
            typed, state, value = answer(random, most(cell, measure, flags), cell.number_format)
            if odd and random.random() < 0.1:
                typed, state, value = random.choice(ODDITIES), 'unreadable', ''
            cell.value = typed
            compared = 'để đối chiếu' in form.sheet.cell(cell.row, form.columns[NAME]).value
            answers[cell.coordinate] = Answer(indicator, header, state, value, compared, cell.row in districts)
            if state == 'x':
                put(form, indicator, 'Không thuộc địa bàn áp dụng.', NOTE)
    for cell in unlocked(form.book[TEXTS]) if TEXTS in form.book.sheetnames else []:
        cell.value = 'Đang thực hiện.'
    target.parent.mkdir(parents=True, exist_ok=True)
    form.book.save(target)
    return answers


def unlocked(sheet):
    cells = (cell for row in sheet.iter_rows() for cell in row)
    return [cell for cell in cells if not isinstance(cell, MergedCell) and not cell.protection.locked]


def heading(label):
    """What stands beside a label above the table."""
    return {'Lần báo cáo': 1, 'Ngày báo cáo': RECEIVED}.get(label, 'Cán bộ lập biểu')


def flag_cells(sheet):
    """Cells whose prompt asks for 1 or 0."""
    asked = [one for one in sheet.data_validations.dataValidation if (one.prompt or '').startswith('Ghi 1 nếu')]
    return {place for one in asked for area in one.sqref.ranges for place in area.cells}


def most(cell, measure, flags):
    """The greatest answer that makes sense: a district's total of a yes-or-no counts communes, which are few."""
    if (cell.row, cell.column) in flags:
        return 1
    return 5 if measure == 'xã' else 1_000_000


def answer(random, greatest, number_format):
    """What is typed, the state it should be read as, and its value."""
    kind = random.random()
    if kind < 0.08:
        return None, 'blank', ''
    if kind < 0.14:
        return 'x', 'x', ''
    if kind < 0.26:
        return random.choice(WORDS_FOR_ZERO), 'value', '0'
    whole = random.randint(0, min(greatest, random.choice([1, 12, greatest])))
    decimals = len(number_format.partition('.')[2])
    if decimals == 0:
        return whole, 'value', str(whole)
    text = f'{whole}.{random.randrange(10**decimals):0{decimals}}'.rstrip('0').rstrip('.')
    return float(text), 'value', text
