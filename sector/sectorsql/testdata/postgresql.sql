-- by sector and year
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT
  COALESCE(CAST("sector" AS text), '') AS by_sector,
  "year" AS by_year,
  CASE
    WHEN "fte" IS NULL THEN 0
    WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
    WHEN CAST("fte" AS double precision) = 'NaN' THEN 0
    ELSE 3
  END AS fte_status,
  CASE
    WHEN "revenue" IS NULL THEN 0
    WHEN "revenue" BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
    WHEN CAST("revenue" AS double precision) = 'NaN' THEN 0
    ELSE 3
  END AS revenue_status,
  COUNT(*) AS companies,
  CAST(SUM("fte" + 0) AS double precision) AS fte_sum,
  MIN("fte") AS fte_least,
  CAST(SUM("revenue" + 0) AS double precision) AS revenue_sum,
  MIN("revenue") AS revenue_least
FROM "register"."companies"
GROUP BY 1, 2, 3, 4
LIMIT 1000001;
-- values: []interface {}(nil)

-- markers, flags and filters
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT
  COALESCE(CAST("sector" AS text), '') AS by_sector,
  "year" AS by_year,
  CASE
    WHEN "fte_flag" IN ($1) OR CAST("fte" AS text) IN ($2) OR CAST(NULLIF(NULLIF(CAST("fte" AS text), $3), $2) AS numeric) IN ($4) THEN 1
    WHEN "fte" IS NULL OR CAST("fte" AS text) IN ($3) THEN 0
    WHEN CAST(NULLIF(NULLIF(CAST("fte" AS text), $3), $2) AS numeric) BETWEEN 0 AND 1000000000000000000 THEN 2
    WHEN CAST(CAST(NULLIF(NULLIF(CAST("fte" AS text), $3), $2) AS numeric) AS double precision) = 'NaN' THEN 0
    ELSE 3
  END AS fte_status,
  CASE
    WHEN CAST("revenue" AS text) IN ($2) OR CAST(NULLIF(NULLIF(CAST("revenue" AS text), $3), $2) AS numeric) IN ($5) THEN 1
    WHEN "revenue" IS NULL OR CAST("revenue" AS text) IN ($3) THEN 0
    WHEN CAST(NULLIF(NULLIF(CAST("revenue" AS text), $3), $2) AS numeric) BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
    WHEN CAST(CAST(NULLIF(NULLIF(CAST("revenue" AS text), $3), $2) AS numeric) AS double precision) = 'NaN' THEN 0
    ELSE 3
  END AS revenue_status,
  COUNT(*) AS companies,
  CAST(SUM(CAST(NULLIF(NULLIF(CAST("fte" AS text), $3), $2) AS numeric) + 0) AS double precision) AS fte_sum,
  MIN(CAST("fte" AS text)) AS fte_least,
  CAST(SUM(CAST(NULLIF(NULLIF(CAST("revenue" AS text), $3), $2) AS numeric) + 0) AS double precision) AS revenue_sum,
  MIN(CAST("revenue" AS text)) AS revenue_least
FROM "companies"
WHERE "year" BETWEEN $6 AND $7
  AND "country" IN ($8, $9)
  AND "status" IS NOT NULL AND NOT ("status" IN ($10))
GROUP BY 1, 2, 3, 4
LIMIT 1000001;
-- values: []interface {}{"D", "..", "", -9, -9, 2014, 2018, "DK", "SE", "closed"}

-- distinct companies of establishments
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT * FROM (
  SELECT
    0 AS part,
    COALESCE(CAST("region" AS text), '') AS by_region,
    COALESCE(CAST("sector" AS text), '') AS by_sector,
    CASE
      WHEN "employees" IS NULL THEN 0
      WHEN "employees" BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN CAST("employees" AS double precision) = 'NaN' THEN 0
      ELSE 3
    END AS employees_status,
    CASE WHEN NULLIF(CAST("cvr" AS text), '') IS NULL THEN 0 ELSE 2 END AS id_status,
    COUNT(*) AS companies,
    CAST(SUM("employees" + 0) AS double precision) AS employees_sum,
    MIN("employees") AS employees_least,
    0 AS ids,
    0 AS ids_with_jobs
  FROM (
  SELECT * FROM establishments WHERE active = 1
  ) AS companies
  GROUP BY 2, 3, 4, 5
  UNION ALL
  SELECT
    1 AS part,
    COALESCE(CAST("region" AS text), '') AS by_region,
    COALESCE(CAST("sector" AS text), '') AS by_sector,
    NULL AS employees_status,
    NULL AS id_status,
    NULL AS companies,
    NULL AS employees_sum,
    NULL AS employees_least,
    COALESCE(COUNT(DISTINCT NULLIF(CAST("cvr" AS text), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN "employees" IS NULL THEN 0
      WHEN "employees" BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN CAST("employees" AS double precision) = 'NaN' THEN 0
      ELSE 3
    END) = 2 THEN NULLIF(CAST("cvr" AS text), '') END), 0) AS ids_with_jobs
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
    COALESCE(COUNT(DISTINCT NULLIF(CAST("cvr" AS text), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN "employees" IS NULL THEN 0
      WHEN "employees" BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN CAST("employees" AS double precision) = 'NaN' THEN 0
      ELSE 3
    END) = 2 THEN NULLIF(CAST("cvr" AS text), '') END), 0) AS ids_with_jobs
  FROM (
  SELECT * FROM establishments WHERE active = 1
  ) AS companies
) AS parts
LIMIT 1000001;
-- values: []interface {}(nil)

-- concordance and shares
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused, 4 a share of zero
SELECT
  COALESCE(CAST("nace" AS text), '') AS by_code,
  "year" AS by_year,
  CASE
    WHEN "fte" IS NULL THEN 0
    WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
    WHEN CAST("fte" AS double precision) = 'NaN' THEN 0
    ELSE 3
  END AS fte_status,
  CASE
    WHEN "revenue" IS NULL THEN 0
    WHEN "revenue" BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
    WHEN CAST("revenue" AS double precision) = 'NaN' THEN 0
    ELSE 3
  END AS revenue_status,
  CASE
    WHEN "firms" IS NULL THEN 0
    WHEN "firms" BETWEEN 0 AND 1000000000000000000 AND ("firms" = TRUNC("firms") OR (
      CASE
        WHEN "share" IS NULL THEN 0
        WHEN "share" BETWEEN 0 AND 1 AND "share" = 0 THEN 4
        WHEN "share" BETWEEN 0 AND 1 THEN 2
        WHEN CAST("share" AS double precision) = 'NaN' THEN 0
        ELSE 3
      END
    ) > 1) THEN 2
    WHEN CAST("firms" AS double precision) = 'NaN' THEN 0
    ELSE 3
  END AS firms_status,
  CASE
    WHEN "share" IS NULL THEN 0
    WHEN "share" BETWEEN 0 AND 1 AND "share" = 0 THEN 4
    WHEN "share" BETWEEN 0 AND 1 THEN 2
    WHEN CAST("share" AS double precision) = 'NaN' THEN 0
    ELSE 3
  END AS share_status,
  COUNT(*) AS companies,
  CAST(SUM(("fte" + 0) * CASE WHEN "share" BETWEEN 0 AND 1 THEN "share" ELSE 1 END) AS double precision) AS fte_sum,
  MIN("fte") AS fte_least,
  CAST(SUM(("revenue" + 0) * CASE WHEN "share" BETWEEN 0 AND 1 THEN "share" ELSE 1 END) AS double precision) AS revenue_sum,
  MIN("revenue") AS revenue_least,
  CAST(SUM(("firms" + 0) * CASE WHEN "share" BETWEEN 0 AND 1 THEN "share" ELSE 1 END) AS double precision) AS firms_sum,
  MIN("firms") AS firms_least,
  CAST(SUM("share" + 0) AS double precision) AS share_sum,
  MIN("share") AS share_least,
  MIN(NULLIF(CAST("currency" AS text), '')) AS currency_first,
  MAX(NULLIF(CAST("currency" AS text), '')) AS currency_last
FROM "companies"
GROUP BY 1, 2, 3, 4, 5, 6
LIMIT 5001;
-- values: []interface {}(nil)

-- columns called like those of the result, and quotation marks
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT
  COALESCE(CAST("by_sector" AS text), '') AS by_sector_,
  "BY_YEAR" AS by_year_,
  CASE
    WHEN "fte_sum" IS NULL THEN 0
    WHEN "fte_sum" BETWEEN 0 AND 1000000000000000000 THEN 2
    WHEN CAST("fte_sum" AS double precision) = 'NaN' THEN 0
    ELSE 3
  END AS fte_status,
  CASE
    WHEN "a`b""c\d?" IS NULL THEN 0
    WHEN "a`b""c\d?" BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
    WHEN CAST("a`b""c\d?" AS double precision) = 'NaN' THEN 0
    ELSE 3
  END AS revenue_status,
  COUNT(*) AS companies,
  CAST(SUM("fte_sum" + 0) AS double precision) AS fte_sum_,
  MIN("fte_sum") AS fte_least,
  CAST(SUM("a`b""c\d?" + 0) AS double precision) AS revenue_sum,
  MIN("a`b""c\d?") AS revenue_least
FROM "companies"
GROUP BY 1, 2, 3, 4
LIMIT 1000001;
-- values: []interface {}(nil)

