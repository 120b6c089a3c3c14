-- Makes the figures again from the answers: figures.csv out of observations.parquet, units.parquet, indicators.parquet,
-- disputes.parquet.
--
--   duckdb < figures.sql                      in the folder of the export; prints what figures.csv holds
--
-- What it makes: value, own, reported, expected, status, basis and mark of every figure of a period that was answered directly,
-- for all ways of adding across units (sum, count, min, max, average, none), typed totals that stand in, references that
-- count units, and ratios of two indicators. What it leaves out: periods put together from shorter ones (their parts make
-- their own figures), answers of units that ended inside the period, ratios of longer expressions.
--
-- Many exports are read as one where the paths below name them all ('2016-2025/*/observations.parquet'): every table
-- names the run its rows are of. Only the first four views are for one engine (read_parquet, here DuckDB's, and the quotes
-- around "as"); all that follows is plain SQL.

CREATE VIEW answer AS
SELECT run, period, unit, indicator, value, reporter, "as" AS role, state, counted, stands, disputed
FROM read_parquet('observations.parquet');

CREATE VIEW office AS
SELECT run, unit, name, level, depth, parent, composed FROM read_parquet('units.parquet');

CREATE VIEW measure AS
SELECT run, indicator, type, across_units, decimals, counts, numerator, denominator, times
FROM read_parquet('indicators.parquet');

-- Figures in dispute for what was found about a whole area.
CREATE VIEW named AS
SELECT run, unit, indicator FROM read_parquet('disputes.parquet');

-- Every unit with all units above it and itself; six levels are more than any country of ours has.
CREATE VIEW above AS
WITH
step0 AS (
  SELECT run, unit, unit AS ancestor, parent AS next FROM office WHERE NOT composed
),
step1 AS (
  SELECT s.run, s.unit, o.unit AS ancestor, o.parent AS next
  FROM step0 s JOIN office o ON o.run = s.run AND o.unit = s.next
),
step2 AS (
  SELECT s.run, s.unit, o.unit AS ancestor, o.parent AS next
  FROM step1 s JOIN office o ON o.run = s.run AND o.unit = s.next
),
step3 AS (
  SELECT s.run, s.unit, o.unit AS ancestor, o.parent AS next
  FROM step2 s JOIN office o ON o.run = s.run AND o.unit = s.next
),
step4 AS (
  SELECT s.run, s.unit, o.unit AS ancestor, o.parent AS next
  FROM step3 s JOIN office o ON o.run = s.run AND o.unit = s.next
),
step5 AS (
  SELECT s.run, s.unit, o.unit AS ancestor, o.parent AS next
  FROM step4 s JOIN office o ON o.run = s.run AND o.unit = s.next
)
SELECT run, unit, ancestor, 0 AS steps FROM step0
UNION ALL SELECT run, unit, ancestor, 1 AS steps FROM step1
UNION ALL SELECT run, unit, ancestor, 2 AS steps FROM step2
UNION ALL SELECT run, unit, ancestor, 3 AS steps FROM step3
UNION ALL SELECT run, unit, ancestor, 4 AS steps FROM step4
UNION ALL SELECT run, unit, ancestor, 5 AS steps FROM step5;

-- One row for each answer that is expected: indicator and unit spoken of. An adopted check stands in its place.
CREATE VIEW slot AS
SELECT
  run, unit, indicator,
  MAX(CASE WHEN counted THEN value END) AS value,
  MAX(CASE WHEN stands AND state = 'x' THEN 1 ELSE 0 END) AS is_x,
  MAX(CASE WHEN counted AND disputed THEN 1 ELSE 0 END) AS is_disputed
FROM answer
WHERE period = run AND (role = 'own' OR (role = 'check' AND counted))
GROUP BY run, unit, indicator;

-- Typed totals that stand in for the whole figure of their unit.
CREATE VIEW declared AS
SELECT run, unit, indicator, value, CASE WHEN disputed THEN 1 ELSE 0 END AS is_disputed
FROM answer WHERE period = run AND role = 'total' AND counted;

-- Where a typed total stands between a unit and one above it, the unit's own answers are in that total already.
CREATE VIEW hidden AS
SELECT d.run, d.indicator, below.unit, over.ancestor, MAX(below.steps) AS steps
FROM declared d
JOIN above below ON below.run = d.run AND below.ancestor = d.unit
JOIN above over ON over.run = d.run AND over.unit = d.unit
GROUP BY d.run, d.indicator, below.unit, over.ancestor;

-- What every unit's figure is made of.
CREATE VIEW total AS
WITH part AS (
  SELECT run, indicator, unit, value, 0 AS is_declared, is_disputed FROM slot WHERE value IS NOT NULL
  UNION ALL
  SELECT run, indicator, unit, value, 1 AS is_declared, is_disputed FROM declared
)
SELECT
  p.run, p.indicator, a.ancestor AS unit,
  COUNT(*) AS parts,
  SUM(p.is_declared) AS declared_parts,
  MAX(p.is_disputed) AS is_disputed,
  CAST(SUM(p.value) AS DOUBLE PRECISION) AS added,
  CAST(SUM(CASE WHEN p.is_declared = 1 THEN p.value WHEN p.value = 1 THEN 1 ELSE 0 END) AS DOUBLE PRECISION) AS ones,
  CAST(MIN(p.value) AS DOUBLE PRECISION) AS least,
  CAST(MAX(p.value) AS DOUBLE PRECISION) AS greatest
FROM part p
JOIN above a ON a.run = p.run AND a.unit = p.unit
LEFT JOIN hidden h
  ON h.run = p.run AND h.indicator = p.indicator AND h.unit = p.unit AND h.ancestor = a.ancestor
  AND h.steps >= p.is_declared
WHERE h.unit IS NULL
GROUP BY p.run, p.indicator, a.ancestor;

CREATE VIEW coverage AS
SELECT
  s.run, s.indicator, a.ancestor AS unit,
  SUM(CASE WHEN s.value IS NULL THEN 0 ELSE 1 END) AS reported,
  SUM(CASE WHEN s.is_x = 1 THEN 0 ELSE 1 END) AS expected
FROM slot s
JOIN above a ON a.run = s.run AND a.unit = s.unit
GROUP BY s.run, s.indicator, a.ancestor;

-- A figure in dispute disputes those above it, up to where a typed total stands in for what is below.
CREATE VIEW above_named AS
SELECT n.run, n.indicator, a.ancestor AS unit
FROM named n
JOIN above a ON a.run = n.run AND a.unit = n.unit
LEFT JOIN hidden h
  ON h.run = n.run AND h.indicator = n.indicator AND h.unit = n.unit AND h.ancestor = a.ancestor AND h.steps >= 1
WHERE h.unit IS NULL
GROUP BY n.run, n.indicator, a.ancestor;

CREATE VIEW collected AS
SELECT
  c.run, c.unit, c.indicator,
  CASE m.across_units
    WHEN 'sum' THEN t.added
    WHEN 'count' THEN t.ones
    WHEN 'min' THEN t.least
    WHEN 'max' THEN t.greatest
    WHEN 'average' THEN t.added / t.parts
  END AS value,
  CAST(s.value AS DOUBLE PRECISION) AS own,
  c.reported, c.expected,
  CASE
    WHEN c.expected = 0 THEN 'not-applicable'
    WHEN t.is_disputed = 1 OR n.unit IS NOT NULL THEN 'disputed'
    WHEN c.reported < c.expected THEN 'provisional'
    ELSE 'final'
  END AS status,
  CASE
    WHEN COALESCE(t.declared_parts, 0) = 0 THEN 'computed'
    WHEN t.declared_parts = t.parts THEN 'declared'
    ELSE 'mixed'
  END AS basis
FROM coverage c
JOIN measure m ON m.run = c.run AND m.indicator = c.indicator
LEFT JOIN total t ON t.run = c.run AND t.indicator = c.indicator AND t.unit = c.unit
LEFT JOIN slot s ON s.run = c.run AND s.indicator = c.indicator AND s.unit = c.unit
LEFT JOIN above_named n ON n.run = c.run AND n.indicator = c.indicator AND n.unit = c.unit;

-- Units of a level, counted above that level.
CREATE VIEW reference AS
SELECT
  m.run, o.unit, m.indicator,
  CAST(COUNT(b.unit) AS DOUBLE PRECISION) AS value, CAST(NULL AS DOUBLE PRECISION) AS own,
  0 AS reported, 0 AS expected, 'final' AS status, 'computed' AS basis
FROM measure m
JOIN office o ON o.run = m.run AND o.depth < m.counts AND NOT o.composed
JOIN above a ON a.run = o.run AND a.ancestor = o.unit
LEFT JOIN office b ON b.run = a.run AND b.unit = a.unit AND b.depth = m.counts
WHERE m.type = 'reference'
GROUP BY m.run, o.unit, m.indicator;

-- Units that are asked for a part of a ratio: what they gave of it, and whether they are asked for both.
CREATE VIEW side AS
WITH part AS (
  SELECT m.run, m.indicator, m.numerator, m.denominator, s.unit, s.value, s.is_x, 1 AS is_top
  FROM measure m JOIN slot s ON s.run = m.run AND s.indicator = m.numerator
  WHERE m.type = 'ratio'
  UNION ALL
  SELECT m.run, m.indicator, m.numerator, m.denominator, s.unit, s.value, s.is_x, 0 AS is_top
  FROM measure m JOIN slot s ON s.run = m.run AND s.indicator = m.denominator
  WHERE m.type = 'ratio'
)
SELECT
  run, indicator, numerator, denominator, unit,
  CASE WHEN COUNT(*) = 2 THEN 1 ELSE 0 END AS is_both,
  MAX(is_x) AS is_x,
  MAX(CASE WHEN is_top = 1 AND value IS NOT NULL THEN 1 ELSE 0 END) AS top_given,
  MAX(CASE WHEN is_top = 0 AND value IS NOT NULL THEN 1 ELSE 0 END) AS bottom_given
FROM part
GROUP BY run, indicator, numerator, denominator, unit;

-- Pairs: units that gave both parts of a ratio, of those expected to. A typed total stands behind its part for all below.
CREATE VIEW paired AS
WITH stand AS (
  SELECT
    s.run, s.indicator, a.ancestor AS unit, s.is_both, s.is_x, s.top_given, s.bottom_given,
    CASE WHEN t.unit IS NULL THEN 0 ELSE 1 END AS top_typed,
    CASE WHEN b.unit IS NULL THEN 0 ELSE 1 END AS bottom_typed
  FROM side s
  JOIN above a ON a.run = s.run AND a.unit = s.unit
  LEFT JOIN hidden t
    ON t.run = s.run AND t.indicator = s.numerator AND t.unit = s.unit AND t.ancestor = a.ancestor
  LEFT JOIN hidden b
    ON b.run = s.run AND b.indicator = s.denominator AND b.unit = s.unit AND b.ancestor = a.ancestor
)
SELECT
  run, indicator, unit,
  SUM(CASE WHEN is_x = 0 AND top_given = 1 AND bottom_given = 1 THEN 1 ELSE 0 END) AS reported,
  SUM(CASE WHEN is_x = 0 THEN 1 ELSE 0 END) AS expected,
  MAX(CASE
    WHEN top_typed = 1 AND bottom_typed = 1 THEN 1
    WHEN is_x = 0 AND top_given + top_typed > 0 AND bottom_given + bottom_typed > 0 THEN 1
    ELSE 0
  END) AS is_any,
  MAX(CASE
    WHEN is_x = 0 AND (top_given + top_typed > 0) <> (bottom_given + bottom_typed > 0) THEN 1
    ELSE 0
  END) AS is_apart
FROM stand
GROUP BY run, indicator, unit
HAVING MIN(is_both) = 1;

CREATE VIEW ratio AS
WITH
known AS (
  SELECT c.*, 1 AS is_collected FROM collected c
  UNION ALL
  SELECT r.*, 0 AS is_collected FROM reference r
),
pair AS (
  SELECT
    m.run, n.unit, m.indicator, m.times,
    n.value AS top, d.value AS bottom, n.status AS top_status, d.status AS bottom_status,
    n.reported AS top_reported, n.expected AS top_expected,
    d.reported AS bottom_reported, d.expected AS bottom_expected,
    p.reported AS pairs, p.expected AS expected_pairs, p.is_any, p.is_apart,
    CASE WHEN n.is_collected = 1 AND n.value IS NOT NULL THEN n.basis END AS top_basis,
    CASE WHEN d.is_collected = 1 AND d.value IS NOT NULL THEN d.basis END AS bottom_basis,
    CASE WHEN n.is_collected = 1 THEN CASE WHEN n.expected = 0 THEN 1.0 ELSE n.reported * 1.0 / n.expected END END
      AS top_share,
    CASE WHEN d.is_collected = 1 THEN CASE WHEN d.expected = 0 THEN 1.0 ELSE d.reported * 1.0 / d.expected END END
      AS bottom_share
  FROM measure m
  JOIN known n ON n.run = m.run AND n.indicator = m.numerator
  JOIN known d ON d.run = m.run AND d.indicator = m.denominator AND d.unit = n.unit
  LEFT JOIN paired p ON p.run = m.run AND p.indicator = m.indicator AND p.unit = n.unit
  WHERE m.type = 'ratio'
)
SELECT
  run, unit, indicator,
  CASE WHEN bottom <> 0 AND COALESCE(is_any, 1) = 1 THEN top * times / bottom END AS value,
  CAST(NULL AS DOUBLE PRECISION) AS own,
  CASE
    WHEN pairs IS NOT NULL THEN pairs
    WHEN top_share IS NULL AND bottom_share IS NULL THEN 0
    WHEN bottom_share IS NULL OR top_share <= bottom_share THEN top_reported
    ELSE bottom_reported
  END AS reported,
  CASE
    WHEN pairs IS NOT NULL THEN expected_pairs
    WHEN top_share IS NULL AND bottom_share IS NULL THEN 0
    WHEN bottom_share IS NULL OR top_share <= bottom_share THEN top_expected
    ELSE bottom_expected
  END AS expected,
  CASE
    WHEN bottom = 0 AND bottom_status = 'final' THEN 'not-applicable'
    WHEN 'not-applicable' IN (top_status, bottom_status) THEN 'not-applicable'
    WHEN expected_pairs = 0 AND is_any = 0 THEN 'not-applicable'
    WHEN 'disputed' IN (top_status, bottom_status) THEN 'disputed'
    WHEN is_apart = 1 OR 'provisional' IN (top_status, bottom_status) THEN 'provisional'
    ELSE 'final'
  END AS status,
  CASE
    WHEN top_basis <> bottom_basis THEN 'mixed'
    ELSE COALESCE(top_basis, bottom_basis, 'computed')
  END AS basis,
  CASE WHEN bottom <> 0 AND is_any = 1 AND is_apart = 1 AND top IS NOT NULL THEN 'unpaired' END AS mark
FROM pair;

CREATE VIEW figure AS
SELECT f.run AS period, f.unit, o.level, f.indicator, f.value, f.own, f.reported, f.expected, f.status, f.basis,
  f.mark
FROM (
  SELECT *, CAST(NULL AS VARCHAR) AS mark FROM collected
  UNION ALL SELECT *, CAST(NULL AS VARCHAR) AS mark FROM reference
  UNION ALL SELECT * FROM ratio
) f
JOIN office o ON o.run = f.run AND o.unit = f.unit;

SELECT * FROM figure ORDER BY period, unit, indicator;
