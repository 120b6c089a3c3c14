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
# The whole fixture, and the few forms that `stranger.py` filled: there most cells are blank.
reports = [work / f'{folder}/tong-hop-2024-H1.xlsx' for folder in ('vi', 'few')]
# Made of shorter periods: a year of its halves, a review of its years; and a ratio without a pair, blank beside two numbers.
reports += [work / f'composed/tong-hop-{period}.xlsx' for period in ('2024', '2016..2020', '2024-H1')]
# The other programmes.
reports += sorted(work.glob('others/*/tong-hop-*.xlsx'))
forms = sorted(work.glob('forms/*/*.xlsx'))
district = next(path for path in forms if re.match(r'\d{3} ', path.name))
# Errors about answers that are possible: none at all, and numbers whose size is in doubt, which count.
POSSIBLE = ('value-missing', 'value-money-scale', 'value-huge', 'value-shown-otherwise')
MUST_BE_NUMBER = 'Chỉ ghi'  # how every sentence about an impossible answer begins


def main():
    canary()
    originals = [*reports, forms[0], district]
    names = [f'{path.parent.name}-{path.name}' for path in originals]
    wrong = [falsified(path, work / 'falsified' / name) for path, name in zip(originals, names)]
    recalculated = convert(wrong, 'xlsx', work / 'recalculated')
    for ours, theirs in zip(originals, recalculated):
        compare(ours, theirs)
    blank_forms(recalculated[len(reports) :])
    one_mistake()
    agreement()
    close()


def canary():
    wrong = falsified(forms[0], work / 'canary.xlsx')
    (right,) = convert([wrong], 'xlsx', work / 'canary')
    before, after = (count_wrong(path) for path in (wrong, right))
    kept = [] if before > after == 0 else [f'{after} of {before} are still wrong']
    check('canary: falsified results come back corrected', kept, f'{before}')


def count_wrong(path):
    sheets = load_workbook(path, data_only=True)
    return sum(str(cell.value) == WRONG for sheet in sheets for row in sheet.iter_rows() for cell in row)


def compare(ours, theirs):
    """Every formula's result, and no error anywhere, sheet by sheet."""
    formulas, cached = load_workbook(ours), load_workbook(ours, data_only=True)
    computed = load_workbook(theirs, data_only=True)
    for sheet in formulas:
        at = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == 'f']
        pairs = [(place, *(result(book[sheet.title][place]) for book in (cached, computed))) for place in at]
        differ = [f'{place}: ours {mine!r}, computed {its!r}' for place, mine, its in pairs if not same(mine, its)]
        everywhere = (cell for row in computed[sheet.title].iter_rows() for cell in row)
        broken = [f'{cell.coordinate}: {cell.value}' for cell in everywhere if cell.data_type == 'e']
        blank = sum(mine == '' for _, mine, _ in pairs)
        figure = f'{len(at)} formulas, {blank} of them blank, {len(differ)} differ, {len(broken)} errors'
        check(f'{ours.parent.name}/{ours.name}, {sheet.title}', differ + broken, figure)


def result(cell):
    """A blank is ''. The library shows a blank cell with a link as the link's place, which is nobody's result."""
    link = cell.hyperlink
    is_blank = cell.value is None or (link is not None and cell.value in (link.target, link.location))
    return '' if is_blank else cell.value


def same(mine, its):
    if isinstance(mine, (int, float)) and isinstance(its, (int, float)):
        return isclose(mine, its, rel_tol=1e-9)
    return mine == its


def blank_forms(paths):
    for path in paths:
        texts = {text for text in said(path).values() if text}
        check(f'{path.name}: nothing to complain of while blank', sorted(texts))


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
    expected |= {'C02': 'Đúng', 'D01': 'Chỉ ghi 1 (có) hoặc 0 (không)', 'A01': ''}
    check(
        f'{CHECK} says what is wrong, "Đúng" where nothing is',
        [f'{code}: {shown[code]!r}, not {text!r}' for code, text in expected.items() if shown[code] != text],
    )


def agreement():
    """The form, as the clerk sees it, and `validate`, once it has come back, judge every row alike."""
    filled = {}
    for seed in range(12):
        for blank in (forms[0], district):
            path = work / 'agreement' / f'{seed} {blank.name}'
            filled[path] = fill(blank, path, Random(seed), odd=seed % 2 == 1)
    rows = 0
    differ = []
    for (path, answers), recalculated in zip(filled.items(), convert(filled, 'xlsx', work / 'agreed')):
        found = findings(path)
        unanswered = {answer.indicator for answer in answers.values() if answer.state == 'blank'}
        for code, text in said(recalculated).items():
            rows += 1
            faults, rules = found.get(code, (False, set()))
            expected = {MUST_BE_NUMBER} if faults else rules or {'' if code in unanswered else 'Đúng'}
            verdict = MUST_BE_NUMBER if text.startswith(MUST_BE_NUMBER) else text.split(':')[0]
            if verdict not in expected:
                differ.append(f'{path.name} {code}: the form says {text!r}, validate {expected}')
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
        elif one['severity'] == 'error' and one['code'] not in POSSIBLE:
            faults = True
        by_indicator[one['indicator']] = (faults, rules)
    return by_indicator


main()
