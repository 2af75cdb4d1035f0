-- size classes
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT * FROM (
  SELECT
    0 AS part,
    '' AS name,
    COUNT(*) AS companies,
    CASE
      WHEN fte_status <> 2 THEN 4
      WHEN fte_figure < 10 THEN 0
      WHEN fte_figure < 50 THEN 1
      WHEN fte_figure < 250 THEN 2
      ELSE 3
    END AS size_class,
    CASE WHEN revenue_status = 2 AND revenue_figure < 0 THEN 1 ELSE 0 END AS negative,
    fte_status AS fte_is,
    CAST(SUM(fte_figure) AS DOUBLE) AS fte_sum,
    MIN(fte_stated) AS fte_least,
    revenue_status AS revenue_is,
    CAST(SUM(revenue_figure) AS DOUBLE) AS revenue_sum,
    MIN(revenue_stated) AS revenue_least
  FROM (
    SELECT
      CASE
        WHEN "fte" IN ($1) THEN 1
        WHEN "fte" IS NULL THEN 0
        WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
        WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
        ELSE 3
      END AS fte_status,
      1e0 * "fte" AS fte_figure,
      "fte" AS fte_stated,
      CASE
        WHEN "revenue" IN ($2) THEN 1
        WHEN "revenue" IS NULL THEN 0
        WHEN "revenue" BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
        WHEN isnan(CAST("revenue" AS DOUBLE)) THEN 0
        ELSE 3
      END AS revenue_status,
      1e0 * "revenue" AS revenue_figure,
      "revenue" AS revenue_stated
    FROM "register"."companies"
    WHERE "country" IN ($3)
      AND "year" = 2018
  ) AS companies_read
  GROUP BY 4, 5, 6, 9
  UNION ALL
  SELECT
    1 AS part,
    MIN(repeated_id) AS name,
    COUNT(*) AS companies,
    NULL AS size_class,
    NULL AS negative,
    NULL AS fte_is,
    NULL AS fte_sum,
    NULL AS fte_least,
    NULL AS revenue_is,
    NULL AS revenue_sum,
    NULL AS revenue_least
  FROM (
    SELECT
      NULLIF(CAST("cvr" AS VARCHAR), '') AS repeated_id,
      COUNT(*) AS repeated_rows
    FROM "register"."companies"
    WHERE "country" IN ($3)
      AND "year" = 2018
    GROUP BY 1
    HAVING COUNT(NULLIF(CAST("cvr" AS VARCHAR), '')) > 1
  ) AS repeated
) AS parts
LIMIT 1000001;
-- values: []interface {}{-9, -9, "DK"}

-- HHI of jobs by sector
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT * FROM (
  SELECT
    0 AS part,
    in_sector AS name,
    COUNT(*) AS companies,
    fte_status AS fte_is,
    CAST(SUM(fte_figure) AS DOUBLE) AS fte_sum,
    MIN(fte_stated) AS fte_least,
    CAST(SUM(fte_figure * fte_figure) AS DOUBLE) AS squares,
    CAST(MIN(fte_figure) AS DOUBLE) AS smallest,
    CAST(MAX(fte_figure) AS DOUBLE) AS largest
  FROM (
    SELECT
      COALESCE(CAST("sector" AS VARCHAR), '') AS in_sector,
      CASE
        WHEN "fte" IN ($1) THEN 1
        WHEN "fte" IS NULL THEN 0
        WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
        WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
        ELSE 3
      END AS fte_status,
      1e0 * "fte" AS fte_figure,
      "fte" AS fte_stated
    FROM "register"."companies"
    WHERE "country" IN ($2)
      AND "year" = 2018
  ) AS companies_read
  GROUP BY 2, 4
  UNION ALL
  SELECT
    1 AS part,
    MIN(repeated_id) AS name,
    COUNT(*) AS companies,
    NULL AS fte_is,
    NULL AS fte_sum,
    NULL AS fte_least,
    NULL AS squares,
    NULL AS smallest,
    NULL AS largest
  FROM (
    SELECT
      NULLIF(CAST("cvr" AS VARCHAR), '') AS repeated_id,
      COUNT(*) AS repeated_rows
    FROM "register"."companies"
    WHERE "country" IN ($2)
      AND "year" = 2018
    GROUP BY 1
    HAVING COUNT(NULLIF(CAST("cvr" AS VARCHAR), '')) > 1
  ) AS repeated
) AS parts
LIMIT 1000001;
-- values: []interface {}{-9, "DK"}

-- the 3 largest companies of each sector
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT * FROM (
  SELECT
    0 AS part,
    sector_of AS name_,
    COUNT(*) AS companies,
    fte_status AS status_of,
    CAST(SUM(fte_figure) AS DOUBLE) AS fte_sum,
    MIN(fte_stated) AS fte_least,
    CASE WHEN fte_status = 2 AND CAST(fte_figure AS DOUBLE) < 0 THEN 1 ELSE 0 END AS negative,
    '' AS company_id_of,
    '' AS company_name_of,
    '' AS company_sector_of,
    '' AS company_region_of
  FROM (
    SELECT
      COALESCE(CAST("cvr" AS VARCHAR), '') AS id_of,
      COALESCE(CAST("name" AS VARCHAR), '') AS name_of,
      COALESCE(CAST("sector" AS VARCHAR), '') AS sector_of,
      COALESCE(CAST("region" AS VARCHAR), '') AS region_of,
      CASE
        WHEN "fte" IN ($1) THEN 1
        WHEN "fte" IS NULL THEN 0
        WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
        WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
        ELSE 3
      END AS fte_status,
      1e0 * "fte" AS fte_figure,
      "fte" AS fte_stated
    FROM "register"."companies"
    WHERE "country" IN ($2)
      AND "year" = 2018
  ) AS companies_read
  GROUP BY 2, 4, 7
  UNION ALL
  SELECT part, name_, companies, NULL, fte_sum, NULL, NULL, company_id_of, company_name_of, company_sector_of, company_region_of
  FROM (
    SELECT
      2 AS part,
      sector_of AS name_,
      1 AS companies,
      CAST(fte_figure AS DOUBLE) AS fte_sum,
      id_of AS company_id_of,
      name_of AS company_name_of,
      sector_of AS company_sector_of,
      region_of AS company_region_of,
      ROW_NUMBER() OVER (PARTITION BY sector_of ORDER BY CAST(fte_figure AS DOUBLE) DESC, id_of, name_of, sector_of, region_of) AS place
    FROM (
      SELECT
        COALESCE(CAST("cvr" AS VARCHAR), '') AS id_of,
        COALESCE(CAST("name" AS VARCHAR), '') AS name_of,
        COALESCE(CAST("sector" AS VARCHAR), '') AS sector_of,
        COALESCE(CAST("region" AS VARCHAR), '') AS region_of,
        CASE
          WHEN "fte" IN ($1) THEN 1
          WHEN "fte" IS NULL THEN 0
          WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
          WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
          ELSE 3
        END AS fte_status,
        1e0 * "fte" AS fte_figure,
        "fte" AS fte_stated
      FROM "register"."companies"
      WHERE "country" IN ($2)
        AND "year" = 2018
    ) AS companies_read
    WHERE fte_status = 2
  ) AS in_order
  WHERE place <= 3
  UNION ALL
  SELECT part, name_, companies, NULL, fte_sum, NULL, NULL, company_id_of, company_name_of, company_sector_of, company_region_of
  FROM (
    SELECT
      3 AS part,
      sector_of AS name_,
      COUNT(*) AS companies,
      CAST(fte_figure AS DOUBLE) AS fte_sum,
      '' AS company_id_of,
      '' AS company_name_of,
      '' AS company_sector_of,
      '' AS company_region_of,
      ROW_NUMBER() OVER (PARTITION BY sector_of ORDER BY CAST(fte_figure AS DOUBLE) DESC) AS place
    FROM (
      SELECT
        COALESCE(CAST("cvr" AS VARCHAR), '') AS id_of,
        COALESCE(CAST("name" AS VARCHAR), '') AS name_of,
        COALESCE(CAST("sector" AS VARCHAR), '') AS sector_of,
        COALESCE(CAST("region" AS VARCHAR), '') AS region_of,
        CASE
          WHEN "fte" IN ($1) THEN 1
          WHEN "fte" IS NULL THEN 0
          WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
          WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
          ELSE 3
        END AS fte_status,
        1e0 * "fte" AS fte_figure,
        "fte" AS fte_stated
      FROM "register"."companies"
      WHERE "country" IN ($2)
        AND "year" = 2018
    ) AS companies_read
    WHERE fte_status = 2
    GROUP BY 2, 4
  ) AS in_order
  WHERE place <= 3
  UNION ALL
  SELECT
    1 AS part,
    MIN(repeated_id) AS name_,
    COUNT(*) AS companies,
    NULL AS status_of,
    NULL AS fte_sum,
    NULL AS fte_least,
    NULL AS negative,
    NULL AS company_id_of,
    NULL AS company_name_of,
    NULL AS company_sector_of,
    NULL AS company_region_of
  FROM (
    SELECT
      NULLIF(CAST("cvr" AS VARCHAR), '') AS repeated_id,
      COUNT(*) AS repeated_rows
    FROM "register"."companies"
    WHERE "country" IN ($2)
      AND "year" = 2018
    GROUP BY 1
    HAVING COUNT(NULLIF(CAST("cvr" AS VARCHAR), '')) > 1
  ) AS repeated
) AS parts
LIMIT 1000001;
-- values: []interface {}{-9, "DK"}

-- job flows by sector
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
-- stay in a year: 0 no row, 1 jobs missing, 2 suppressed, 3 zero, 4 above zero
SELECT
  0 AS pair,
  fault AS fault_of,
  COUNT(*) AS companies,
  MIN(id) AS first_id,
  SUM(rows_of) AS row_count,
  MIN(stated) AS least_stated,
  stay_from AS stay_from_of,
  stay_to AS stay_to_of,
  began AS began_of,
  ended AS ended_of,
  CASE WHEN jobs_to > jobs_from THEN 1 WHEN jobs_to < jobs_from THEN -1 ELSE 0 END AS grew,
  group_from AS group_from_of,
  group_to AS group_to_of,
  CAST(SUM(jobs_from) AS DOUBLE) AS jobs_from_sum,
  CAST(SUM(jobs_to) AS DOUBLE) AS jobs_to_sum,
  CAST(SUM(CASE WHEN jobs_to > jobs_from THEN jobs_to - jobs_from ELSE jobs_from - jobs_to END) AS DOUBLE) AS change
FROM (
  SELECT
    id_of AS id,
    COUNT(*) AS rows_of,
    CASE
      WHEN COUNT(id_of) = 0 THEN 1
      WHEN MAX(CASE WHEN year_of BETWEEN 1800 AND 2200 THEN 0 ELSE 1 END) = 1 THEN 2
      WHEN MAX(fte_status) = 3 THEN 4
      WHEN COUNT(*) > COUNT(DISTINCT year_of) THEN 100
      ELSE 0
    END AS fault,
    COALESCE(CAST(MIN(CASE WHEN NOT year_of BETWEEN 1800 AND 2200 THEN year_of END) AS VARCHAR), CAST(MIN(CASE WHEN fte_status = 3 THEN fte_stated END) AS VARCHAR), '') AS stated,
    COALESCE(MAX(CASE WHEN year_of = 2017 THEN CASE WHEN fte_status <> 2 THEN fte_status + 1 WHEN fte_figure = 0 THEN 3 ELSE 4 END END), 0) AS stay_from,
    COALESCE(MAX(CASE WHEN year_of = 2018 THEN CASE WHEN fte_status <> 2 THEN fte_status + 1 WHEN fte_figure = 0 THEN 3 ELSE 4 END END), 0) AS stay_to,
    1 - MAX(CASE WHEN (fte_status <> 2 OR fte_figure <> 0) AND year_of <= 2017 THEN 1 ELSE 0 END) AS began,
    1 - MAX(CASE WHEN (fte_status <> 2 OR fte_figure <> 0) AND year_of >= 2018 THEN 1 ELSE 0 END) AS ended,
    COALESCE(MAX(CASE WHEN year_of = 2017 THEN CASE WHEN fte_status = 2 THEN fte_figure END END), 0) AS jobs_from,
    COALESCE(MAX(CASE WHEN year_of = 2018 THEN CASE WHEN fte_status = 2 THEN fte_figure END END), 0) AS jobs_to,
    COALESCE(MAX(CASE WHEN year_of = 2017 THEN group_of END), '') AS group_from,
    COALESCE(MAX(CASE WHEN year_of = 2018 THEN group_of END), '') AS group_to
  FROM (
    SELECT
      NULLIF(CAST("cvr" AS VARCHAR), '') AS id_of,
      "year" AS year_of,
      COALESCE(CAST("sector" AS VARCHAR), '') AS group_of,
      CASE
        WHEN "fte" IN ($1) THEN 1
        WHEN "fte" IS NULL THEN 0
        WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
        WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
        ELSE 3
      END AS fte_status,
      1e0 * "fte" AS fte_figure,
      "fte" AS fte_stated
    FROM "register"."companies"
    WHERE "country" IN ($2)
  ) AS companies_read
  GROUP BY 1
) AS companies_read
WHERE stay_from + stay_to + fault > 0
GROUP BY 2, 7, 8, 9, 10, 11, 12, 13
LIMIT 1000001;
-- values: []interface {}{-9, "DK"}

-- job flows by mean size, of two pairs of years
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
-- stay in a year: 0 no row, 1 jobs missing, 2 suppressed, 3 zero, 4 above zero
SELECT * FROM (
  SELECT
    0 AS pair,
    fault AS fault_of,
    COUNT(*) AS companies,
    MIN(id) AS first_id,
    SUM(rows_of) AS row_count,
    MIN(stated) AS least_stated,
    stay_from AS stay_from_of,
    stay_to AS stay_to_of,
    began AS began_of,
    ended AS ended_of,
    CASE WHEN jobs_to > jobs_from THEN 1 WHEN jobs_to < jobs_from THEN -1 ELSE 0 END AS grew,
    CASE WHEN jobs_from < 10 THEN 1 WHEN jobs_from < 50 THEN 2 WHEN jobs_from < 250 THEN 3 ELSE 4 END AS size_from,
    CASE WHEN jobs_to < 10 THEN 1 WHEN jobs_to < 50 THEN 2 WHEN jobs_to < 250 THEN 3 ELSE 4 END AS size_to,
    CASE WHEN CAST(jobs_from AS DOUBLE) / 2 + CAST(jobs_to AS DOUBLE) / 2 < 10 THEN 1 WHEN CAST(jobs_from AS DOUBLE) / 2 + CAST(jobs_to AS DOUBLE) / 2 < 50 THEN 2 WHEN CAST(jobs_from AS DOUBLE) / 2 + CAST(jobs_to AS DOUBLE) / 2 < 250 THEN 3 ELSE 4 END AS size_mean,
    CAST(SUM(jobs_from) AS DOUBLE) AS jobs_from_sum,
    CAST(SUM(jobs_to) AS DOUBLE) AS jobs_to_sum,
    CAST(SUM(CASE WHEN jobs_to > jobs_from THEN jobs_to - jobs_from ELSE jobs_from - jobs_to END) AS DOUBLE) AS change
  FROM (
    SELECT
      id_of AS id,
      COUNT(*) AS rows_of,
      CASE
        WHEN COUNT(id_of) = 0 THEN 1
        WHEN MAX(CASE WHEN year_of BETWEEN 1800 AND 2200 THEN 0 ELSE 1 END) = 1 THEN 2
        WHEN MAX(fte_status) = 3 THEN 4
        WHEN COUNT(*) > COUNT(DISTINCT year_of) THEN 100
        ELSE 0
      END AS fault,
      COALESCE(CAST(MIN(CASE WHEN NOT year_of BETWEEN 1800 AND 2200 THEN year_of END) AS VARCHAR), CAST(MIN(CASE WHEN fte_status = 3 THEN fte_stated END) AS VARCHAR), '') AS stated,
      COALESCE(MAX(CASE WHEN year_of = 2016 THEN CASE WHEN fte_status <> 2 THEN fte_status + 1 WHEN fte_figure = 0 THEN 3 ELSE 4 END END), 0) AS stay_from,
      COALESCE(MAX(CASE WHEN year_of = 2017 THEN CASE WHEN fte_status <> 2 THEN fte_status + 1 WHEN fte_figure = 0 THEN 3 ELSE 4 END END), 0) AS stay_to,
      1 - MAX(CASE WHEN (fte_status <> 2 OR fte_figure <> 0) AND year_of <= 2016 THEN 1 ELSE 0 END) AS began,
      1 - MAX(CASE WHEN (fte_status <> 2 OR fte_figure <> 0) AND year_of >= 2017 THEN 1 ELSE 0 END) AS ended,
      COALESCE(MAX(CASE WHEN year_of = 2016 THEN CASE WHEN fte_status = 2 THEN fte_figure END END), 0) AS jobs_from,
      COALESCE(MAX(CASE WHEN year_of = 2017 THEN CASE WHEN fte_status = 2 THEN fte_figure END END), 0) AS jobs_to
    FROM (
      SELECT
        NULLIF(CAST("cvr" AS VARCHAR), '') AS id_of,
        "year" AS year_of,
        CASE
          WHEN "fte" IN ($1) THEN 1
          WHEN "fte" IS NULL THEN 0
          WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
          WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
          ELSE 3
        END AS fte_status,
        1e0 * "fte" AS fte_figure,
        "fte" AS fte_stated
      FROM "register"."companies"
      WHERE "country" IN ($2)
    ) AS companies_read
    GROUP BY 1
  ) AS companies_read
  WHERE stay_from + stay_to + fault > 0
  GROUP BY 2, 7, 8, 9, 10, 11, 12, 13, 14
  UNION ALL
  SELECT
    1 AS pair,
    fault AS fault_of,
    COUNT(*) AS companies,
    MIN(id) AS first_id,
    SUM(rows_of) AS row_count,
    MIN(stated) AS least_stated,
    stay_from AS stay_from_of,
    stay_to AS stay_to_of,
    began AS began_of,
    ended AS ended_of,
    CASE WHEN jobs_to > jobs_from THEN 1 WHEN jobs_to < jobs_from THEN -1 ELSE 0 END AS grew,
    CASE WHEN jobs_from < 10 THEN 1 WHEN jobs_from < 50 THEN 2 WHEN jobs_from < 250 THEN 3 ELSE 4 END AS size_from,
    CASE WHEN jobs_to < 10 THEN 1 WHEN jobs_to < 50 THEN 2 WHEN jobs_to < 250 THEN 3 ELSE 4 END AS size_to,
    CASE WHEN CAST(jobs_from AS DOUBLE) / 2 + CAST(jobs_to AS DOUBLE) / 2 < 10 THEN 1 WHEN CAST(jobs_from AS DOUBLE) / 2 + CAST(jobs_to AS DOUBLE) / 2 < 50 THEN 2 WHEN CAST(jobs_from AS DOUBLE) / 2 + CAST(jobs_to AS DOUBLE) / 2 < 250 THEN 3 ELSE 4 END AS size_mean,
    CAST(SUM(jobs_from) AS DOUBLE) AS jobs_from_sum,
    CAST(SUM(jobs_to) AS DOUBLE) AS jobs_to_sum,
    CAST(SUM(CASE WHEN jobs_to > jobs_from THEN jobs_to - jobs_from ELSE jobs_from - jobs_to END) AS DOUBLE) AS change
  FROM (
    SELECT
      id_of AS id,
      COUNT(*) AS rows_of,
      CASE
        WHEN COUNT(id_of) = 0 THEN 1
        WHEN MAX(CASE WHEN year_of BETWEEN 1800 AND 2200 THEN 0 ELSE 1 END) = 1 THEN 2
        WHEN MAX(fte_status) = 3 THEN 4
        WHEN COUNT(*) > COUNT(DISTINCT year_of) THEN 100
        ELSE 0
      END AS fault,
      COALESCE(CAST(MIN(CASE WHEN NOT year_of BETWEEN 1800 AND 2200 THEN year_of END) AS VARCHAR), CAST(MIN(CASE WHEN fte_status = 3 THEN fte_stated END) AS VARCHAR), '') AS stated,
      COALESCE(MAX(CASE WHEN year_of = 2016 THEN CASE WHEN fte_status <> 2 THEN fte_status + 1 WHEN fte_figure = 0 THEN 3 ELSE 4 END END), 0) AS stay_from,
      COALESCE(MAX(CASE WHEN year_of = 2018 THEN CASE WHEN fte_status <> 2 THEN fte_status + 1 WHEN fte_figure = 0 THEN 3 ELSE 4 END END), 0) AS stay_to,
      1 - MAX(CASE WHEN (fte_status <> 2 OR fte_figure <> 0) AND year_of <= 2016 THEN 1 ELSE 0 END) AS began,
      1 - MAX(CASE WHEN (fte_status <> 2 OR fte_figure <> 0) AND year_of >= 2018 THEN 1 ELSE 0 END) AS ended,
      COALESCE(MAX(CASE WHEN year_of = 2016 THEN CASE WHEN fte_status = 2 THEN fte_figure END END), 0) AS jobs_from,
      COALESCE(MAX(CASE WHEN year_of = 2018 THEN CASE WHEN fte_status = 2 THEN fte_figure END END), 0) AS jobs_to
    FROM (
      SELECT
        NULLIF(CAST("cvr" AS VARCHAR), '') AS id_of,
        "year" AS year_of,
        CASE
          WHEN "fte" IN ($1) THEN 1
          WHEN "fte" IS NULL THEN 0
          WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
          WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
          ELSE 3
        END AS fte_status,
        1e0 * "fte" AS fte_figure,
        "fte" AS fte_stated
      FROM "register"."companies"
      WHERE "country" IN ($2)
    ) AS companies_read
    GROUP BY 1
  ) AS companies_read
  WHERE stay_from + stay_to + fault > 0
  GROUP BY 2, 7, 8, 9, 10, 11, 12, 13, 14
) AS parts
LIMIT 1000001;
-- values: []interface {}{-9, "DK"}

-- high growth in revenue by region
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
-- stay in a year: 0 no row, 1 jobs missing, 2 suppressed, 3 zero, 4 above zero
SELECT * FROM (
  SELECT
    2015 AS period,
    fault AS fault_of,
    COUNT(*) AS companies,
    MIN(id) AS first_id,
    SUM(rows_of) AS row_count,
    MIN(stated) AS least_stated,
    stay_from AS stay_from_of,
    stay_to AS stay_to_of,
    CASE WHEN stay_to > 0 AND stay_to <> 3 THEN group_to ELSE group_from END AS group_at,
    CASE WHEN jobs_from >= 10 THEN 1 ELSE 0 END AS of_size_from,
    CASE WHEN jobs_to >= 10 THEN 1 ELSE 0 END AS of_size_to,
    revenue_status_from AS status_from,
    revenue_status_to AS status_to,
    CASE WHEN CAST(revenue_from AS DOUBLE) > 0 THEN 1 ELSE 0 END AS positive,
    CASE WHEN CAST(revenue_from AS DOUBLE) > 0 AND CAST(revenue_to AS DOUBLE) IS NOT NULL THEN CASE WHEN CAST(revenue_from AS DOUBLE) < 1e-100 THEN 0 WHEN CAST(revenue_to AS DOUBLE) > CAST(revenue_from AS DOUBLE) * 1.7280000172799999 THEN 1 WHEN CAST(revenue_to AS DOUBLE) < CAST(revenue_from AS DOUBLE) * 1.7279999827199999 THEN -1 ELSE 0 END ELSE -1 END AS grew,
    CASE WHEN (CASE WHEN CAST(revenue_from AS DOUBLE) > 0 AND CAST(revenue_to AS DOUBLE) IS NOT NULL THEN CASE WHEN CAST(revenue_from AS DOUBLE) < 1e-100 THEN 0 WHEN CAST(revenue_to AS DOUBLE) > CAST(revenue_from AS DOUBLE) * 1.7280000172799999 THEN 1 WHEN CAST(revenue_to AS DOUBLE) < CAST(revenue_from AS DOUBLE) * 1.7279999827199999 THEN -1 ELSE 0 END ELSE -1 END) = 0 THEN CAST(revenue_from AS DOUBLE) END AS close_from,
    CASE WHEN (CASE WHEN CAST(revenue_from AS DOUBLE) > 0 AND CAST(revenue_to AS DOUBLE) IS NOT NULL THEN CASE WHEN CAST(revenue_from AS DOUBLE) < 1e-100 THEN 0 WHEN CAST(revenue_to AS DOUBLE) > CAST(revenue_from AS DOUBLE) * 1.7280000172799999 THEN 1 WHEN CAST(revenue_to AS DOUBLE) < CAST(revenue_from AS DOUBLE) * 1.7279999827199999 THEN -1 ELSE 0 END ELSE -1 END) = 0 THEN CAST(revenue_to AS DOUBLE) END AS close_to,
    CASE WHEN first_active = 0 THEN 0 WHEN first_active < 2012 THEN 2012 WHEN first_active > 2016 THEN 2016 ELSE first_active END AS first_in,
    CASE WHEN founded_ = 0 THEN 0 WHEN founded_ < 2012 THEN 2012 WHEN founded_ > 2015 THEN 2015 ELSE founded_ END AS founded_at,
    COALESCE(CAST(SUM(jobs_from) AS DOUBLE), 0) AS jobs_from_sum,
    COALESCE(CAST(SUM(jobs_to) AS DOUBLE), 0) AS jobs_to_sum
  FROM (
    SELECT
      id_of AS id,
      COUNT(*) AS rows_of,
      CASE
        WHEN COUNT(id_of) = 0 THEN 1
        WHEN MAX(CASE WHEN year_of BETWEEN 1800 AND 2200 THEN 0 ELSE 1 END) = 1 THEN 2
        WHEN MIN(founded_in) < 1000 OR MAX(founded_in) > 2200 THEN 3
        WHEN MAX(fte_status) = 3 THEN 4
        WHEN MAX(revenue_status) = 3 THEN 5
        WHEN COUNT(*) > COUNT(DISTINCT year_of) THEN 100
        ELSE 0
      END AS fault,
      COALESCE(CAST(MIN(CASE WHEN NOT year_of BETWEEN 1800 AND 2200 THEN year_of END) AS VARCHAR), CAST(MIN(CASE WHEN NOT founded_in BETWEEN 1000 AND 2200 THEN founded_in END) AS VARCHAR), CAST(MIN(CASE WHEN fte_status = 3 THEN fte_stated END) AS VARCHAR), CAST(MIN(CASE WHEN revenue_status = 3 THEN revenue_stated END) AS VARCHAR), '') AS stated,
      COALESCE(MAX(CASE WHEN year_of = 2015 THEN CASE WHEN fte_status <> 2 THEN fte_status + 1 WHEN fte_figure = 0 THEN 3 ELSE 4 END END), 0) AS stay_from,
      COALESCE(MAX(CASE WHEN year_of = 2018 THEN CASE WHEN fte_status <> 2 THEN fte_status + 1 WHEN fte_figure = 0 THEN 3 ELSE 4 END END), 0) AS stay_to,
      COALESCE(MIN(CASE WHEN (fte_status <> 2 OR fte_figure <> 0) THEN year_of END), 0) AS first_active,
      MAX(CASE WHEN year_of = 2015 THEN CASE WHEN fte_status = 2 THEN fte_figure END END) AS jobs_from,
      MAX(CASE WHEN year_of = 2018 THEN CASE WHEN fte_status = 2 THEN fte_figure END END) AS jobs_to,
      COALESCE(MAX(CASE WHEN year_of = 2015 THEN group_of END), '') AS group_from,
      COALESCE(MAX(CASE WHEN year_of = 2018 THEN group_of END), '') AS group_to,
      COALESCE(MIN(founded_in), 0) AS founded_,
      COALESCE(MAX(CASE WHEN year_of = 2015 THEN revenue_status END), 0) AS revenue_status_from,
      COALESCE(MAX(CASE WHEN year_of = 2018 THEN revenue_status END), 0) AS revenue_status_to,
      MAX(CASE WHEN year_of = 2015 THEN CASE WHEN revenue_status = 2 THEN revenue_figure END END) AS revenue_from,
      MAX(CASE WHEN year_of = 2018 THEN CASE WHEN revenue_status = 2 THEN revenue_figure END END) AS revenue_to
    FROM (
      SELECT
        NULLIF(CAST("cvr" AS VARCHAR), '') AS id_of,
        "year" AS year_of,
        COALESCE(CAST("region" AS VARCHAR), '') AS group_of,
        CASE WHEN "founded" <> 0 THEN "founded" END AS founded_in,
        CASE
          WHEN "fte" IN ($1) THEN 1
          WHEN "fte" IS NULL THEN 0
          WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
          WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
          ELSE 3
        END AS fte_status,
        1e0 * "fte" AS fte_figure,
        "fte" AS fte_stated,
        CASE
          WHEN "revenue" IN ($2) THEN 1
          WHEN "revenue" IS NULL THEN 0
          WHEN "revenue" BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
          WHEN isnan(CAST("revenue" AS DOUBLE)) THEN 0
          ELSE 3
        END AS revenue_status,
        1e0 * "revenue" AS revenue_figure,
        "revenue" AS revenue_stated
      FROM "register"."companies"
      WHERE "country" IN ($3)
    ) AS companies_read
    GROUP BY 1
  ) AS companies_read
  WHERE stay_from + stay_to + fault > 0
  GROUP BY 2, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19
  UNION ALL
  SELECT
    -1 AS period,
    year_of AS fault_of,
    NULL AS companies,
    NULL AS first_id,
    NULL AS row_count,
    NULL AS least_stated,
    NULL AS stay_from_of,
    NULL AS stay_to_of,
    NULL AS group_at,
    NULL AS of_size_from,
    NULL AS of_size_to,
    NULL AS status_from,
    NULL AS status_to,
    NULL AS positive,
    NULL AS grew,
    NULL AS close_from,
    NULL AS close_to,
    NULL AS first_in,
    NULL AS founded_at,
    NULL AS jobs_from_sum,
    NULL AS jobs_to_sum
  FROM (
    SELECT
      NULLIF(CAST("cvr" AS VARCHAR), '') AS id_of,
      "year" AS year_of,
      COALESCE(CAST("region" AS VARCHAR), '') AS group_of,
      CASE WHEN "founded" <> 0 THEN "founded" END AS founded_in,
      CASE
        WHEN "fte" IN ($1) THEN 1
        WHEN "fte" IS NULL THEN 0
        WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
        WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
        ELSE 3
      END AS fte_status,
      1e0 * "fte" AS fte_figure,
      "fte" AS fte_stated,
      CASE
        WHEN "revenue" IN ($2) THEN 1
        WHEN "revenue" IS NULL THEN 0
        WHEN "revenue" BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
        WHEN isnan(CAST("revenue" AS DOUBLE)) THEN 0
        ELSE 3
      END AS revenue_status,
      1e0 * "revenue" AS revenue_figure,
      "revenue" AS revenue_stated
    FROM "register"."companies"
    WHERE "country" IN ($3)
  ) AS companies_read
  WHERE year_of BETWEEN 1800 AND 2200
  GROUP BY 2
) AS parts
LIMIT 1000001;
-- values: []interface {}{-9, -9, "DK"}

-- high growth in jobs
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
-- stay in a year: 0 no row, 1 jobs missing, 2 suppressed, 3 zero, 4 above zero
SELECT * FROM (
  SELECT
    2015 AS period,
    fault AS fault_of,
    COUNT(*) AS companies,
    MIN(id) AS first_id,
    SUM(rows_of) AS row_count,
    MIN(stated) AS least_stated,
    stay_from AS stay_from_of,
    stay_to AS stay_to_of,
    CASE WHEN stay_to > 0 AND stay_to <> 3 THEN group_to ELSE group_from END AS group_at,
    CASE WHEN jobs_from >= 5 THEN 1 ELSE 0 END AS of_size_from,
    CASE WHEN jobs_to >= 5 THEN 1 ELSE 0 END AS of_size_to,
    CASE WHEN CAST(jobs_from AS DOUBLE) > 0 THEN 1 ELSE 0 END AS positive,
    CASE WHEN CAST(jobs_from AS DOUBLE) > 0 AND CAST(jobs_to AS DOUBLE) IS NOT NULL THEN CASE WHEN CAST(jobs_from AS DOUBLE) < 1e-100 THEN 0 WHEN CAST(jobs_to AS DOUBLE) > CAST(jobs_from AS DOUBLE) * 1.7280000172799999 THEN 1 WHEN CAST(jobs_to AS DOUBLE) < CAST(jobs_from AS DOUBLE) * 1.7279999827199999 THEN -1 ELSE 0 END ELSE -1 END AS grew,
    CASE WHEN (CASE WHEN CAST(jobs_from AS DOUBLE) > 0 AND CAST(jobs_to AS DOUBLE) IS NOT NULL THEN CASE WHEN CAST(jobs_from AS DOUBLE) < 1e-100 THEN 0 WHEN CAST(jobs_to AS DOUBLE) > CAST(jobs_from AS DOUBLE) * 1.7280000172799999 THEN 1 WHEN CAST(jobs_to AS DOUBLE) < CAST(jobs_from AS DOUBLE) * 1.7279999827199999 THEN -1 ELSE 0 END ELSE -1 END) = 0 THEN CAST(jobs_from AS DOUBLE) END AS close_from,
    CASE WHEN (CASE WHEN CAST(jobs_from AS DOUBLE) > 0 AND CAST(jobs_to AS DOUBLE) IS NOT NULL THEN CASE WHEN CAST(jobs_from AS DOUBLE) < 1e-100 THEN 0 WHEN CAST(jobs_to AS DOUBLE) > CAST(jobs_from AS DOUBLE) * 1.7280000172799999 THEN 1 WHEN CAST(jobs_to AS DOUBLE) < CAST(jobs_from AS DOUBLE) * 1.7279999827199999 THEN -1 ELSE 0 END ELSE -1 END) = 0 THEN CAST(jobs_to AS DOUBLE) END AS close_to,
    CASE WHEN first_active = 0 THEN 0 WHEN first_active < 2012 THEN 2012 WHEN first_active > 2016 THEN 2016 ELSE first_active END AS first_in,
    CASE WHEN founded_ = 0 THEN 0 WHEN founded_ < 2012 THEN 2012 WHEN founded_ > 2015 THEN 2015 ELSE founded_ END AS founded_at,
    COALESCE(CAST(SUM(jobs_from) AS DOUBLE), 0) AS jobs_from_sum,
    COALESCE(CAST(SUM(jobs_to) AS DOUBLE), 0) AS jobs_to_sum
  FROM (
    SELECT
      id_of AS id,
      COUNT(*) AS rows_of,
      CASE
        WHEN COUNT(id_of) = 0 THEN 1
        WHEN MAX(CASE WHEN year_of BETWEEN 1800 AND 2200 THEN 0 ELSE 1 END) = 1 THEN 2
        WHEN MIN(founded_in) < 1000 OR MAX(founded_in) > 2200 THEN 3
        WHEN MAX(fte_status) = 3 THEN 4
        WHEN COUNT(*) > COUNT(DISTINCT year_of) THEN 100
        ELSE 0
      END AS fault,
      COALESCE(CAST(MIN(CASE WHEN NOT year_of BETWEEN 1800 AND 2200 THEN year_of END) AS VARCHAR), CAST(MIN(CASE WHEN NOT founded_in BETWEEN 1000 AND 2200 THEN founded_in END) AS VARCHAR), CAST(MIN(CASE WHEN fte_status = 3 THEN fte_stated END) AS VARCHAR), '') AS stated,
      COALESCE(MAX(CASE WHEN year_of = 2015 THEN CASE WHEN fte_status <> 2 THEN fte_status + 1 WHEN fte_figure = 0 THEN 3 ELSE 4 END END), 0) AS stay_from,
      COALESCE(MAX(CASE WHEN year_of = 2018 THEN CASE WHEN fte_status <> 2 THEN fte_status + 1 WHEN fte_figure = 0 THEN 3 ELSE 4 END END), 0) AS stay_to,
      COALESCE(MIN(CASE WHEN (fte_status <> 2 OR fte_figure <> 0) THEN year_of END), 0) AS first_active,
      MAX(CASE WHEN year_of = 2015 THEN CASE WHEN fte_status = 2 THEN fte_figure END END) AS jobs_from,
      MAX(CASE WHEN year_of = 2018 THEN CASE WHEN fte_status = 2 THEN fte_figure END END) AS jobs_to,
      COALESCE(MAX(CASE WHEN year_of = 2015 THEN group_of END), '') AS group_from,
      COALESCE(MAX(CASE WHEN year_of = 2018 THEN group_of END), '') AS group_to,
      COALESCE(MIN(founded_in), 0) AS founded_
    FROM (
      SELECT
        NULLIF(CAST("cvr" AS VARCHAR), '') AS id_of,
        "year" AS year_of,
        COALESCE(CAST("region" AS VARCHAR), '') AS group_of,
        CASE WHEN "founded" <> 0 THEN "founded" END AS founded_in,
        CASE
          WHEN "fte" IN ($1) THEN 1
          WHEN "fte" IS NULL THEN 0
          WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
          WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
          ELSE 3
        END AS fte_status,
        1e0 * "fte" AS fte_figure,
        "fte" AS fte_stated
      FROM "register"."companies"
      WHERE "country" IN ($2)
    ) AS companies_read
    GROUP BY 1
  ) AS companies_read
  WHERE stay_from + stay_to + fault > 0
  GROUP BY 2, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17
  UNION ALL
  SELECT
    -1 AS period,
    year_of AS fault_of,
    NULL AS companies,
    NULL AS first_id,
    NULL AS row_count,
    NULL AS least_stated,
    NULL AS stay_from_of,
    NULL AS stay_to_of,
    NULL AS group_at,
    NULL AS of_size_from,
    NULL AS of_size_to,
    NULL AS positive,
    NULL AS grew,
    NULL AS close_from,
    NULL AS close_to,
    NULL AS first_in,
    NULL AS founded_at,
    NULL AS jobs_from_sum,
    NULL AS jobs_to_sum
  FROM (
    SELECT
      NULLIF(CAST("cvr" AS VARCHAR), '') AS id_of,
      "year" AS year_of,
      COALESCE(CAST("region" AS VARCHAR), '') AS group_of,
      CASE WHEN "founded" <> 0 THEN "founded" END AS founded_in,
      CASE
        WHEN "fte" IN ($1) THEN 1
        WHEN "fte" IS NULL THEN 0
        WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
        WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
        ELSE 3
      END AS fte_status,
      1e0 * "fte" AS fte_figure,
      "fte" AS fte_stated
    FROM "register"."companies"
    WHERE "country" IN ($2)
  ) AS companies_read
  WHERE year_of BETWEEN 1800 AND 2200
  GROUP BY 2
) AS parts
LIMIT 1000001;
-- values: []interface {}{-9, "DK"}

-- a cube of distinct companies
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT * FROM (
  SELECT
    0 AS part,
    COALESCE(CAST("sector" AS VARCHAR), '') AS by_sector,
    "year" AS by_year,
    CASE
      WHEN "fte" IN ($1) THEN 1
      WHEN "fte" IS NULL THEN 0
      WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
      ELSE 3
    END AS fte_status,
    CASE WHEN NULLIF(CAST("cvr" AS VARCHAR), '') IS NULL THEN 0 ELSE 2 END AS id_status,
    COUNT(*) AS companies,
    CAST(SUM("fte") AS DOUBLE) AS fte_sum,
    MIN("fte") AS fte_least,
    0 AS ids,
    0 AS ids_with_jobs
  FROM "register"."companies"
  WHERE "country" IN ($2)
  GROUP BY 2, 3, 4, 5
  UNION ALL
  SELECT
    3 AS part,
    COALESCE(CAST("sector" AS VARCHAR), '') AS by_sector,
    "year" AS by_year,
    NULL AS fte_status,
    NULL AS id_status,
    NULL AS companies,
    NULL AS fte_sum,
    NULL AS fte_least,
    COALESCE(COUNT(DISTINCT NULLIF(CAST("cvr" AS VARCHAR), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN "fte" IN ($1) THEN 1
      WHEN "fte" IS NULL THEN 0
      WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
      ELSE 3
    END) = 2 THEN NULLIF(CAST("cvr" AS VARCHAR), '') END), 0) AS ids_with_jobs
  FROM "register"."companies"
  WHERE "country" IN ($2)
  GROUP BY 2, 3
  UNION ALL
  SELECT
    4 AS part,
    COALESCE(CAST("sector" AS VARCHAR), '') AS by_sector,
    NULL AS by_year,
    NULL AS fte_status,
    NULL AS id_status,
    NULL AS companies,
    NULL AS fte_sum,
    NULL AS fte_least,
    COALESCE(COUNT(DISTINCT NULLIF(CAST("cvr" AS VARCHAR), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN "fte" IN ($1) THEN 1
      WHEN "fte" IS NULL THEN 0
      WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
      ELSE 3
    END) = 2 THEN NULLIF(CAST("cvr" AS VARCHAR), '') END), 0) AS ids_with_jobs
  FROM "register"."companies"
  WHERE "country" IN ($2)
  GROUP BY 2
  UNION ALL
  SELECT
    5 AS part,
    NULL AS by_sector,
    "year" AS by_year,
    NULL AS fte_status,
    NULL AS id_status,
    NULL AS companies,
    NULL AS fte_sum,
    NULL AS fte_least,
    COALESCE(COUNT(DISTINCT NULLIF(CAST("cvr" AS VARCHAR), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN "fte" IN ($1) THEN 1
      WHEN "fte" IS NULL THEN 0
      WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
      ELSE 3
    END) = 2 THEN NULLIF(CAST("cvr" AS VARCHAR), '') END), 0) AS ids_with_jobs
  FROM "register"."companies"
  WHERE "country" IN ($2)
  GROUP BY 3
  UNION ALL
  SELECT
    1 AS part,
    NULL AS by_sector,
    "year" AS by_year,
    NULL AS fte_status,
    NULL AS id_status,
    NULL AS companies,
    NULL AS fte_sum,
    NULL AS fte_least,
    COALESCE(COUNT(DISTINCT NULLIF(CAST("cvr" AS VARCHAR), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN "fte" IN ($1) THEN 1
      WHEN "fte" IS NULL THEN 0
      WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
      ELSE 3
    END) = 2 THEN NULLIF(CAST("cvr" AS VARCHAR), '') END), 0) AS ids_with_jobs
  FROM "register"."companies"
  WHERE "country" IN ($2)
  GROUP BY 3
  UNION ALL
  SELECT
    2 AS part,
    NULL AS by_sector,
    NULL AS by_year,
    NULL AS fte_status,
    NULL AS id_status,
    NULL AS companies,
    NULL AS fte_sum,
    NULL AS fte_least,
    COALESCE(COUNT(DISTINCT NULLIF(CAST("cvr" AS VARCHAR), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN "fte" IN ($1) THEN 1
      WHEN "fte" IS NULL THEN 0
      WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN isnan(CAST("fte" AS DOUBLE)) THEN 0
      ELSE 3
    END) = 2 THEN NULLIF(CAST("cvr" AS VARCHAR), '') END), 0) AS ids_with_jobs
  FROM "register"."companies"
  WHERE "country" IN ($2)
) AS parts
LIMIT 1000001;
-- values: []interface {}{-9, "DK"}

