-- by sector and year
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT
  COALESCE(toString(`sector`), '') AS by_sector,
  `year` AS by_year,
  CASE
    WHEN `fte` IS NULL THEN 0
    WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
    WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
    ELSE 3
  END AS fte_status,
  CASE
    WHEN `revenue` IS NULL THEN 0
    WHEN toFloat64(`revenue` * 1) BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
    WHEN isNaN(toFloat64(`revenue` * 1)) THEN 0
    ELSE 3
  END AS revenue_status,
  COUNT(*) AS companies,
  SUM(toFloat64(`fte` * 1)) AS fte_sum,
  MIN(`fte`) AS fte_least,
  SUM(toFloat64(`revenue` * 1)) AS revenue_sum,
  MIN(`revenue`) AS revenue_least
FROM `register`.`companies`
GROUP BY by_sector, by_year, fte_status, revenue_status
LIMIT 1000001;
-- values: []interface {}(nil)

-- markers, flags and filters
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT
  COALESCE(toString(`sector`), '') AS by_sector,
  `year` AS by_year,
  CASE
    WHEN `fte_flag` IN (?) OR toString(`fte`) IN (?) OR toFloat64OrNull(toString(`fte`)) IN (?) THEN 1
    WHEN `fte` IS NULL OR toString(`fte`) IN (?) THEN 0
    WHEN toFloat64OrNull(toString(`fte`)) BETWEEN 0 AND 1000000000000000000 THEN 2
    WHEN isNaN(toFloat64OrNull(toString(`fte`))) THEN 0
    ELSE 3
  END AS fte_status,
  CASE
    WHEN toString(`revenue`) IN (?) OR toFloat64OrNull(toString(`revenue`)) IN (?) THEN 1
    WHEN `revenue` IS NULL OR toString(`revenue`) IN (?) THEN 0
    WHEN toFloat64OrNull(toString(`revenue`)) BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
    WHEN isNaN(toFloat64OrNull(toString(`revenue`))) THEN 0
    ELSE 3
  END AS revenue_status,
  COUNT(*) AS companies,
  SUM(toFloat64OrNull(toString(`fte`))) AS fte_sum,
  MIN(toString(`fte`)) AS fte_least,
  SUM(toFloat64OrNull(toString(`revenue`))) AS revenue_sum,
  MIN(toString(`revenue`)) AS revenue_least
FROM `companies`
WHERE `year` BETWEEN ? AND ?
  AND `country` IN (?, ?)
  AND `status` IS NOT NULL AND NOT (`status` IN (?))
GROUP BY by_sector, by_year, fte_status, revenue_status
LIMIT 1000001;
-- values: []interface {}{"D", "..", -9, "", "..", -9, "", 2014, 2018, "DK", "SE", "closed"}

-- distinct companies of establishments
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT * FROM (
  SELECT
    0 AS part,
    COALESCE(toString(`region`), '') AS by_region,
    COALESCE(toString(`sector`), '') AS by_sector,
    CASE
      WHEN `employees` IS NULL THEN 0
      WHEN toFloat64(`employees` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN isNaN(toFloat64(`employees` * 1)) THEN 0
      ELSE 3
    END AS employees_status,
    CASE WHEN NULLIF(toString(`cvr`), '') IS NULL THEN 0 ELSE 2 END AS id_status,
    COUNT(*) AS companies,
    SUM(toFloat64(`employees` * 1)) AS employees_sum,
    MIN(`employees`) AS employees_least,
    0 AS ids,
    0 AS ids_with_jobs
  FROM (
  SELECT * FROM establishments WHERE active = 1
  ) AS companies
  GROUP BY by_region, by_sector, employees_status, id_status
  UNION ALL
  SELECT
    1 AS part,
    COALESCE(toString(`region`), '') AS by_region,
    COALESCE(toString(`sector`), '') AS by_sector,
    NULL AS employees_status,
    NULL AS id_status,
    NULL AS companies,
    NULL AS employees_sum,
    NULL AS employees_least,
    COALESCE(COUNT(DISTINCT NULLIF(toString(`cvr`), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN `employees` IS NULL THEN 0
      WHEN toFloat64(`employees` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN isNaN(toFloat64(`employees` * 1)) THEN 0
      ELSE 3
    END) = 2 THEN NULLIF(toString(`cvr`), '') END), 0) AS ids_with_jobs
  FROM (
  SELECT * FROM establishments WHERE active = 1
  ) AS companies
  GROUP BY by_region, by_sector
  UNION ALL
  SELECT
    2 AS part,
    NULL AS by_region,
    NULL AS by_sector,
    NULL AS employees_status,
    NULL AS id_status,
    NULL AS companies,
    NULL AS employees_sum,
    NULL AS employees_least,
    COALESCE(COUNT(DISTINCT NULLIF(toString(`cvr`), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN `employees` IS NULL THEN 0
      WHEN toFloat64(`employees` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN isNaN(toFloat64(`employees` * 1)) THEN 0
      ELSE 3
    END) = 2 THEN NULLIF(toString(`cvr`), '') END), 0) AS ids_with_jobs
  FROM (
  SELECT * FROM establishments WHERE active = 1
  ) AS companies
) AS parts
LIMIT 1000001;
-- values: []interface {}(nil)

-- concordance and shares
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused, 4 a share of zero
SELECT
  COALESCE(toString(`nace`), '') AS by_code,
  `year` AS by_year,
  CASE
    WHEN `fte` IS NULL THEN 0
    WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
    WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
    ELSE 3
  END AS fte_status,
  CASE
    WHEN `revenue` IS NULL THEN 0
    WHEN toFloat64(`revenue` * 1) BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
    WHEN isNaN(toFloat64(`revenue` * 1)) THEN 0
    ELSE 3
  END AS revenue_status,
  CASE
    WHEN `firms` IS NULL THEN 0
    WHEN toFloat64(`firms` * 1) BETWEEN 0 AND 1000000000000000000 AND (toFloat64(`firms` * 1) = floor(toFloat64(`firms` * 1)) OR (
      CASE
        WHEN `share` IS NULL THEN 0
        WHEN toFloat64(`share` * 1) BETWEEN 0 AND 1 AND toFloat64(`share` * 1) = 0 THEN 4
        WHEN toFloat64(`share` * 1) BETWEEN 0 AND 1 THEN 2
        WHEN isNaN(toFloat64(`share` * 1)) THEN 0
        ELSE 3
      END
    ) > 1) THEN 2
    WHEN isNaN(toFloat64(`firms` * 1)) THEN 0
    ELSE 3
  END AS firms_status,
  CASE
    WHEN `share` IS NULL THEN 0
    WHEN toFloat64(`share` * 1) BETWEEN 0 AND 1 AND toFloat64(`share` * 1) = 0 THEN 4
    WHEN toFloat64(`share` * 1) BETWEEN 0 AND 1 THEN 2
    WHEN isNaN(toFloat64(`share` * 1)) THEN 0
    ELSE 3
  END AS share_status,
  COUNT(*) AS companies,
  SUM((toFloat64(`fte` * 1)) * CASE WHEN toFloat64(`share` * 1) BETWEEN 0 AND 1 THEN toFloat64(`share` * 1) ELSE 1 END) AS fte_sum,
  MIN(`fte`) AS fte_least,
  SUM((toFloat64(`revenue` * 1)) * CASE WHEN toFloat64(`share` * 1) BETWEEN 0 AND 1 THEN toFloat64(`share` * 1) ELSE 1 END) AS revenue_sum,
  MIN(`revenue`) AS revenue_least,
  SUM((toFloat64(`firms` * 1)) * CASE WHEN toFloat64(`share` * 1) BETWEEN 0 AND 1 THEN toFloat64(`share` * 1) ELSE 1 END) AS firms_sum,
  MIN(`firms`) AS firms_least,
  SUM(toFloat64(`share` * 1)) AS share_sum,
  MIN(`share`) AS share_least,
  MIN(NULLIF(toString(`currency`), '')) AS currency_first,
  MAX(NULLIF(toString(`currency`), '')) AS currency_last
FROM `companies`
GROUP BY by_code, by_year, fte_status, revenue_status, firms_status, share_status
LIMIT 5001;
-- values: []interface {}(nil)

-- columns called like those of the result, and quotation marks
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT
  COALESCE(toString(`by_sector`), '') AS by_sector_,
  `BY_YEAR` AS by_year_,
  CASE
    WHEN `fte_sum` IS NULL THEN 0
    WHEN toFloat64(`fte_sum` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
    WHEN isNaN(toFloat64(`fte_sum` * 1)) THEN 0
    ELSE 3
  END AS fte_status,
  CASE
    WHEN `a\`b"c\\d?` IS NULL THEN 0
    WHEN toFloat64(`a\`b"c\\d?` * 1) BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
    WHEN isNaN(toFloat64(`a\`b"c\\d?` * 1)) THEN 0
    ELSE 3
  END AS revenue_status,
  COUNT(*) AS companies,
  SUM(toFloat64(`fte_sum` * 1)) AS fte_sum_,
  MIN(`fte_sum`) AS fte_least,
  SUM(toFloat64(`a\`b"c\\d?` * 1)) AS revenue_sum,
  MIN(`a\`b"c\\d?`) AS revenue_least
FROM `companies`
GROUP BY by_sector_, by_year_, fte_status, revenue_status
LIMIT 1000001;
-- values: []interface {}(nil)

