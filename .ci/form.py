"""A form as a stranger with a spreadsheet library finds it: by the words printed on it, never by our own code."""

import re
from datetime import datetime

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell

DATA, CODE, OWN, TOTAL, NOTE, CHECK, MEASURE = (
    'Số liệu', 'Mã số', 'Kỳ báo cáo', 'Toàn địa bàn', 'Ghi chú', 'Kiểm tra', 'Đơn vị tính',
)  # fmt: skip
ZEROS = ['-', 'không', 'không phát sinh']


def open_form(path, **options):
    """A workbook, its sheet of answers, the columns by header and the rows by code."""
    book = load_workbook(path, **options)
    sheet = book[DATA]
    header = next(row for row in sheet.iter_rows() if {CODE, OWN} <= {cell.value for cell in row})
    columns = {cell.value: cell.column for cell in header if cell.value}
    below = range(header[0].row + 1, sheet.max_row + 1)
    codes = {row: sheet.cell(row, columns[CODE]).value for row in below}
    return book, sheet, columns, {code: row for row, code in codes.items() if code}


def fill(path, target, random, wild=0):
    """
    Fills every unlocked cell with something a clerk may write and saves the form as `target`.

    Returns what was answered: cell → (code, header, text as typed, number it means or None). `wild` is the chance of
    an answer that is not a number.
    """
    book, sheet, columns, rows = open_form(path)
    headers = {column: header for header, column in columns.items()}
    codes = {row: code for code, row in rows.items()}
    flags = {cell for validation in sheet.data_validations.dataValidation
             if (validation.prompt or '').startswith('Ghi 1 nếu có')
             for area in validation.sqref.ranges for row in area.rows for cell in row}  # fmt: skip
    answers = {}
    for cell in unlocked(sheet):
        code, header = codes.get(cell.row), headers.get(cell.column)
        if code is None:
            cell.value = heading(sheet.cell(cell.row, cell.column - 1).value)
        elif header != NOTE:
            isFlag = (cell.row, cell.column) in flags
            typed, means = answer(random, cell, isFlag, sheet.cell(cell.row, columns[MEASURE]).value, wild)
            cell.value = typed
            answers[cell.coordinate] = (code, header, typed, means)
            if typed == 'x':
                sheet.cell(cell.row, columns[NOTE]).value = 'Không thuộc địa bàn áp dụng.'
    for cell in unlocked(book['Thuyết minh']):
        cell.value = 'Đang thực hiện.'
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    return answers
