"""LibreOffice without a window: opens files, recalculates every formula, saves them in another format."""

import json
import subprocess
from pathlib import Path

# Without this setting cached values are kept, and every comparison with them would pass.
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def convert(files, ending, folder, pages=None):
    """Saves `files` as `ending` in `folder`, under the same names; returns their new paths. `pages`: of a PDF those only."""
    choice = {'PageRange': {'type': 'string', 'value': pages}}
    filtered = ending if pages is None else f'{ending}:calc_pdf_Export:{json.dumps(choice)}'
    folder.mkdir(parents=True, exist_ok=True)
    profile = folder / 'profile'
    (profile / 'user').mkdir(parents=True, exist_ok=True)
    (profile / 'user' / 'registrymodifications.xcu').write_text(ALWAYS_RECALCULATE)
    saved = [folder / f'{Path(file).stem}.{ending}' for file in files]
    run = subprocess.run(
        ['soffice', f'-env:UserInstallation={profile.as_uri()}', '--headless']
        + ['--convert-to', filtered, '--outdir', folder, *files],
        capture_output=True,
        text=True,
        timeout=240,
    )
    lost = [path.name for path in saved if not path.exists()]
    if lost:
        raise SystemExit(f'LibreOffice did not save {", ".join(lost)}: {run.stderr.strip()}')
    return saved
