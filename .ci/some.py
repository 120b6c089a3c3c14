"""Of a programme's blank forms those of one district, two communes of it and two departments, filled: a small report."""

import re
import sys
from pathlib import Path
from random import Random

from form import fill

forms, target = map(Path, sys.argv[1:])
district = sorted(path for path in forms.rglob('*.xlsx') if re.match(r'\d{3} ', path.name))[0]
communes = sorted(path for path in district.parent.iterdir() if re.match(r'\d{5} ', path.name))[:2]
bodies = sorted(path for path in forms.rglob('*.xlsx') if re.match(r'[a-z]', path.name))[:2]
for seed, path in enumerate([district, *communes, *bodies]):
    fill(path, target / path.name, Random(seed))
