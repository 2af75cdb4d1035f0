-- by sector and year
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT
  COALESCE(CAST(`sector` AS TEXT), '') AS by_sector,
  `year` AS by_year,
  CASE
    WHEN `fte` IS NULL THEN 0
    WHEN CAST(`fte` AS NUMERIC) = `fte` AND CAST(`fte` AS NUMERIC) BETWEEN 0 AND 1000000000000000000 THEN 2
    ELSE 3
  END AS fte_status,
  CASE
    WHEN `revenue` IS NULL THEN 0
    WHEN CAST(`revenue` AS NUMERIC) = `revenue` AND CAST(`revenue` AS NUMERIC) BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
    ELSE 3
  END AS revenue_status,
  COUNT(*) AS companies,
  SUM(CAST(`fte` AS NUMERIC)) AS fte_sum,
  MIN(`fte`) AS fte_least,
  SUM(CAST(`revenue` AS NUMERIC)) AS revenue_sum,
  MIN(`revenue`) AS revenue_least
FROM `register`.`companies`
GROUP BY 1, 2, 3, 4
LIMIT 1000001;
-- values: []interface {}(nil)

-- markers, flags and filters
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT
  COALESCE(CAST(`sector` AS TEXT), '') AS by_sector,
  `year` AS by_year,
  CASE
    WHEN `fte_flag` IN (?) OR CAST(`fte` AS TEXT) IN (?) OR CAST(`fte` AS NUMERIC) = `fte` AND CAST(`fte` AS NUMERIC) IN (?) THEN 1
    WHEN `fte` IS NULL OR CAST(`fte` AS TEXT) IN (?) THEN 0
    WHEN CAST(`fte` AS NUMERIC) = `fte` AND CAST(`fte` AS NUMERIC) BETWEEN 0 AND 1000000000000000000 THEN 2
    ELSE 3
  END AS fte_status,
  CASE
    WHEN CAST(`revenue` AS TEXT) IN (?) OR CAST(`revenue` AS NUMERIC) = `revenue` AND CAST(`revenue` AS NUMERIC) IN (?) THEN 1
    WHEN `revenue` IS NULL OR CAST(`revenue` AS TEXT) IN (?) THEN 0
    WHEN CAST(`revenue` AS NUMERIC) = `revenue` AND CAST(`revenue` AS NUMERIC) BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
    ELSE 3
  END AS revenue_status,
  COUNT(*) AS companies,
  SUM(CAST(`fte` AS NUMERIC)) AS fte_sum,
  MIN(`fte`) AS fte_least,
  SUM(CAST(`revenue` AS NUMERIC)) AS revenue_sum,
  MIN(`revenue`) AS revenue_least
FROM `companies`
WHERE `year` BETWEEN ? AND ?
  AND `country` IN (?, ?)
  AND `status` IS NOT NULL AND NOT (`status` IN (?))
GROUP BY 1, 2, 3, 4
LIMIT 1000001;
-- values: []interface {}{"D", "..", -9, "", "..", -9, "", 2014, 2018, "DK", "SE", "closed"}

-- distinct companies of establishments
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT * FROM (
  SELECT
    0 AS part,
    COALESCE(CAST(`region` AS TEXT), '') AS by_region,
    COALESCE(CAST(`sector` AS TEXT), '') AS by_sector,
    CASE
      WHEN `employees` IS NULL THEN 0
      WHEN CAST(`employees` AS NUMERIC) = `employees` AND CAST(`employees` AS NUMERIC) BETWEEN 0 AND 1000000000000000000 THEN 2
      ELSE 3
    END AS employees_status,
    CASE WHEN NULLIF(CAST(`cvr` AS TEXT), '') IS NULL THEN 0 ELSE 2 END AS id_status,
    COUNT(*) AS companies,
    SUM(CAST(`employees` AS NUMERIC)) AS employees_sum,
    MIN(`employees`) AS employees_least,
    0 AS ids,
    0 AS ids_with_jobs
  FROM (
  SELECT * FROM establishments WHERE active = 1
  ) AS companies
  GROUP BY 2, 3, 4, 5
  UNION ALL
  SELECT
    1 AS part,
    COALESCE(CAST(`region` AS TEXT), '') AS by_region,
    COALESCE(CAST(`sector` AS TEXT), '') AS by_sector,
    NULL AS employees_status,
    NULL AS id_status,
    NULL AS companies,
    NULL AS employees_sum,
    NULL AS employees_least,
    COALESCE(COUNT(DISTINCT NULLIF(CAST(`cvr` AS TEXT), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN `employees` IS NULL THEN 0
      WHEN CAST(`employees` AS NUMERIC) = `employees` AND CAST(`employees` AS NUMERIC) BETWEEN 0 AND 1000000000000000000 THEN 2
      ELSE 3
    END) = 2 THEN NULLIF(CAST(`cvr` AS TEXT), '') END), 0) AS ids_with_jobs
  FROM (
  SELECT * FROM establishments WHERE active = 1
  ) AS companies
  GROUP BY 2, 3
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
    COALESCE(COUNT(DISTINCT NULLIF(CAST(`cvr` AS TEXT), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN `employees` IS NULL THEN 0
      WHEN CAST(`employees` AS NUMERIC) = `employees` AND CAST(`employees` AS NUMERIC) BETWEEN 0 AND 1000000000000000000 THEN 2
      ELSE 3
    END) = 2 THEN NULLIF(CAST(`cvr` AS TEXT), '') END), 0) AS ids_with_jobs
  FROM (
  SELECT * FROM establishments WHERE active = 1
  ) AS companies
) AS parts
LIMIT 1000001;
-- values: []interface {}(nil)

-- concordance and shares
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused, 4 a share of zero
SELECT
  COALESCE(CAST(`nace` AS TEXT), '') AS by_code,
  `year` AS by_year,
  CASE
    WHEN `fte` IS NULL THEN 0
    WHEN CAST(`fte` AS NUMERIC) = `fte` AND CAST(`fte` AS NUMERIC) BETWEEN 0 AND 1000000000000000000 THEN 2
    ELSE 3
  END AS fte_status,
  CASE
    WHEN `revenue` IS NULL THEN 0
    WHEN CAST(`revenue` AS NUMERIC) = `revenue` AND CAST(`revenue` AS NUMERIC) BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
    ELSE 3
  END AS revenue_status,
  CASE
    WHEN `firms` IS NULL THEN 0
    WHEN CAST(`firms` AS NUMERIC) = `firms` AND CAST(`firms` AS NUMERIC) BETWEEN 0 AND 1000000000000000000 AND (CAST(`firms` AS NUMERIC) = CAST(CAST(`firms` AS NUMERIC) AS INTEGER) OR (
      CASE
        WHEN `share` IS NULL THEN 0
        WHEN CAST(`share` AS NUMERIC) = `share` AND CAST(`share` AS NUMERIC) BETWEEN 0 AND 1 AND CAST(`share` AS NUMERIC) = 0 THEN 4
        WHEN CAST(`share` AS NUMERIC) = `share` AND CAST(`share` AS NUMERIC) BETWEEN 0 AND 1 THEN 2
        ELSE 3
      END
    ) > 1) THEN 2
    ELSE 3
  END AS firms_status,
  CASE
    WHEN `share` IS NULL THEN 0
    WHEN CAST(`share` AS NUMERIC) = `share` AND CAST(`share` AS NUMERIC) BETWEEN 0 AND 1 AND CAST(`share` AS NUMERIC) = 0 THEN 4
    WHEN CAST(`share` AS NUMERIC) = `share` AND CAST(`share` AS NUMERIC) BETWEEN 0 AND 1 THEN 2
    ELSE 3
  END AS share_status,
  COUNT(*) AS companies,
  SUM((CAST(`fte` AS NUMERIC)) * CASE WHEN CAST(`share` AS NUMERIC) = `share` AND CAST(`share` AS NUMERIC) BETWEEN 0 AND 1 THEN CAST(`share` AS NUMERIC) ELSE 1 END) AS fte_sum,
  MIN(`fte`) AS fte_least,
  SUM((CAST(`revenue` AS NUMERIC)) * CASE WHEN CAST(`share` AS NUMERIC) = `share` AND CAST(`share` AS NUMERIC) BETWEEN 0 AND 1 THEN CAST(`share` AS NUMERIC) ELSE 1 END) AS revenue_sum,
  MIN(`revenue`) AS revenue_least,
  SUM((CAST(`firms` AS NUMERIC)) * CASE WHEN CAST(`share` AS NUMERIC) = `share` AND CAST(`share` AS NUMERIC) BETWEEN 0 AND 1 THEN CAST(`share` AS NUMERIC) ELSE 1 END) AS firms_sum,
  MIN(`firms`) AS firms_least,
  SUM(CAST(`share` AS NUMERIC)) AS share_sum,
  MIN(`share`) AS share_least,
  MIN(NULLIF(CAST(`currency` AS TEXT), '')) AS currency_first,
  MAX(NULLIF(CAST(`currency` AS TEXT), '')) AS currency_last
FROM `companies`
GROUP BY 1, 2, 3, 4, 5, 6
LIMIT 5001;
-- values: []interface {}(nil)

-- columns called like those of the result, and quotation marks
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT
  COALESCE(CAST(`by_sector` AS TEXT), '') AS by_sector_,
  `BY_YEAR` AS by_year_,
  CASE
    WHEN `fte_sum` IS NULL THEN 0
    WHEN CAST(`fte_sum` AS NUMERIC) = `fte_sum` AND CAST(`fte_sum` AS NUMERIC) BETWEEN 0 AND 1000000000000000000 THEN 2
    ELSE 3
  END AS fte_status,
  CASE
    WHEN `a``b"c\d?` IS NULL THEN 0
    WHEN CAST(`a``b"c\d?` AS NUMERIC) = `a``b"c\d?` AND CAST(`a``b"c\d?` AS NUMERIC) BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
    ELSE 3
  END AS revenue_status,
  COUNT(*) AS companies,
  SUM(CAST(`fte_sum` AS NUMERIC)) AS fte_sum_,
  MIN(`fte_sum`) AS fte_least,
  SUM(CAST(`a``b"c\d?` AS NUMERIC)) AS revenue_sum,
  MIN(`a``b"c\d?`) AS revenue_least
FROM `companies`
GROUP BY 1, 2, 3, 4
LIMIT 1000001;
-- values: []interface {}(nil)

