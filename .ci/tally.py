"""One line per check, and the exit code they add up to."""

import sys

failed = 0


def check(claim, problems, figure=''):
    """Prints whether `claim` holds: it does where `problems` is empty; the first ten problems are shown."""
    global failed
    print(f"{'FAIL' if problems else 'ok  '}  {claim}{f': {figure}' if figure else ''}", flush=True)
    for problem in problems[:10]:
        print(f'        {problem}')
    if len(problems) > 10:
        print(f'        … and {len(problems) - 10} more')
    failed += bool(problems)


def close():
    sys.exit(1 if failed else 0)
