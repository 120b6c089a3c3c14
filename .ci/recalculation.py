"""LibreOffice computes every formula anew, and gets what we wrote beside it."""

import json
import re
import subprocess
import sys
from math import isclose
from pathlib import Path
from random import Random

from form import CHECK, fill, open_form, put, said
from office import convert
from openpyxl import load_workbook
from package import WRONG, falsified
from tally import check, close

work = Path(sys.argv[1])
report = work / 'vi/tong-hop-2024-H1.xlsx'
forms = sorted(work.glob('forms/*/*.xlsx'))
district = next(path for path in forms if re.match(r'\d{3} ', path.name))
MUST_BE_NUMBER = 'Chỉ ghi số, không ghi chữ, số âm hoặc số lẻ'


def main():
    canary()
    originals = [report, forms[0], district]
    wrong = [falsified(path, work / 'falsified' / path.name) for path in originals]
    for ours, theirs in zip(originals, convert(wrong, 'xlsx', work / 'recalculated')):
        compare(ours, theirs)
    blank_forms(originals[1:])
    one_mistake()
    agreement()
    close()


def canary():
    wrong = falsified(forms[0], work / 'canary.xlsx')
    (right,) = convert([wrong], 'xlsx', work / 'canary')
    before, after = ({cell.value for cell in cells(path) if cell.value} for path in (wrong, right))
    kept = [] if str(WRONG) in map(str, before) and str(WRONG) not in map(str, after) else [f'{before} → {after}']
    check('canary: a falsified result comes back corrected', kept)


def cells(path):
    return [cell for sheet in load_workbook(path, data_only=True) for row in sheet.iter_rows() for cell in row]


def compare(ours, theirs):
    """Every formula's result, and no error anywhere, sheet by sheet."""
    formulas, cached = load_workbook(ours), load_workbook(ours, data_only=True)
    computed = load_workbook(theirs, data_only=True)
    for sheet in formulas:
        at = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == 'f']
        pairs = [(place, cached[sheet.title][place].value, computed[sheet.title][place].value) for place in at]
        differ = [f'{place}: ours {mine!r}, computed {its!r}' for place, mine, its in pairs if not same(mine, its)]
        everywhere = (cell for row in computed[sheet.title].iter_rows() for cell in row)
        broken = [f'{cell.coordinate}: {cell.value}' for cell in everywhere if cell.data_type == 'e']
        blank = sum(mine in (None, '') for _, mine, _ in pairs)
        figure = f'{len(at)} formulas, {blank} of them blank, {len(differ)} differ, {len(broken)} errors'
        check(f'{ours.stem}, {sheet.title}', differ + broken, figure)


def same(mine, its):
    mine, its = ('' if value is None else value for value in (mine, its))
    if isinstance(mine, (int, float)) and isinstance(its, (int, float)):
        return isclose(mine, its, rel_tol=1e-9)
    return mine == its


def blank_forms(paths):
    for path in paths:
        texts = {text for text in said(work / 'recalculated' / path.name).values() if text}
        check(f'{path.stem}: nothing to complain of while blank', sorted(texts))


def one_mistake():
    """A sum that is wrong, a word in a number's cell, and a row that is right."""
    form = open_form(forms[0])
    typed = {'C01': 10, 'C02': 1, 'C03': 2, 'C04': 3, 'C05': 3, 'D01': 'khoảng 15', 'D02': 4}
    for indicator, value in typed.items():
        put(form, indicator, value)
    path = work / 'mistake.xlsx'
    form.book.save(path)
    shown = said(*convert([path], 'xlsx', work / 'mistake'))
    expected = {'C01': 'V01: Tổng các loại hình (C02 đến C05) phải bằng tổng số cơ sở (C01).'}
    expected |= {'C02': 'Đúng', 'D01': MUST_BE_NUMBER, 'A01': ''}
    check(
        f'{CHECK} says what is wrong, "Đúng" where nothing is',
        [f'{code}: {shown[code]!r}, not {text!r}' for code, text in expected.items() if shown[code] != text],
    )


def agreement():
    """The form, as the clerk sees it, and `validate`, once it has come back, judge every row alike."""
    filled = [work / 'agreement' / f'{seed} {path.name}' for seed in range(4) for path in (forms[0], district)]
    for seed, path in enumerate(filled):
        fill(forms[0] if seed % 2 == 0 else district, path, Random(seed), odd=seed >= 4)
    rows = 0
    differ = []
    for path, recalculated in zip(filled, convert(filled, 'xlsx', work / 'agreed')):
        found = findings(path)
        for code, text in said(recalculated).items():
            rows += 1
            faults, rules = found.get(code, (False, set()))
            agrees = text == MUST_BE_NUMBER if faults else text.split(':')[0] in (rules or {'', 'Đúng'})
            if not agrees:
                expected = MUST_BE_NUMBER if faults else f'rules {sorted(rules)}'
                differ.append(f'{path.name} {code}: the form says {text!r}, validate: {expected}')
    check('the form and validate judge alike', differ, f'{rows} rows of {len(filled)} forms, {len(differ)} differ')


def findings(path):
    """By indicator: is an answer impossible, and which rules are broken?"""
    command = ['node', 'bin/aggregate.js', 'validate', '--json', path]
    found = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)['files'][0]['findings']
    by_indicator = {}
    for one in found:
        faults, rules = by_indicator.get(one['indicator'], (False, set()))
        if one['code'] == 'rule-broken':
            rules = rules | set(re.findall(r'\((V\w+);', one['message']))
        elif one['severity'] == 'error' and one['code'] != 'value-missing':
            faults = True
        by_indicator[one['indicator']] = (faults, rules)
    return by_indicator


main()
