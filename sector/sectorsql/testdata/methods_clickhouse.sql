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
    SUM(fte_figure) AS fte_sum,
    MIN(fte_stated) AS fte_least,
    revenue_status AS revenue_is,
    SUM(revenue_figure) AS revenue_sum,
    MIN(revenue_stated) AS revenue_least
  FROM (
    SELECT
      CASE
        WHEN toFloat64(`fte` * 1) IN (?) THEN 1
        WHEN `fte` IS NULL THEN 0
        WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
        WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
        ELSE 3
      END AS fte_status,
      1e0 * toFloat64(`fte` * 1) AS fte_figure,
      `fte` AS fte_stated,
      CASE
        WHEN toFloat64(`revenue` * 1) IN (?) THEN 1
        WHEN `revenue` IS NULL THEN 0
        WHEN toFloat64(`revenue` * 1) BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
        WHEN isNaN(toFloat64(`revenue` * 1)) THEN 0
        ELSE 3
      END AS revenue_status,
      1e0 * toFloat64(`revenue` * 1) AS revenue_figure,
      `revenue` AS revenue_stated
    FROM `register`.`companies`
    WHERE `country` IN (?)
      AND `year` = 2018
  ) AS companies_read
  GROUP BY size_class, negative, fte_is, revenue_is
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
      NULLIF(toString(`cvr`), '') AS repeated_id,
      COUNT(*) AS repeated_rows
    FROM `register`.`companies`
    WHERE `country` IN (?)
      AND `year` = 2018
    GROUP BY repeated_id
    HAVING COUNT(NULLIF(toString(`cvr`), '')) > 1
  ) AS repeated
) AS parts
LIMIT 1000001;
-- values: []interface {}{-9, -9, "DK", "DK"}

-- HHI of jobs by sector
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT * FROM (
  SELECT
    0 AS part,
    in_sector AS name,
    COUNT(*) AS companies,
    fte_status AS fte_is,
    SUM(fte_figure) AS fte_sum,
    MIN(fte_stated) AS fte_least,
    SUM(fte_figure * fte_figure) AS squares,
    MIN(fte_figure) AS smallest,
    MAX(fte_figure) AS largest
  FROM (
    SELECT
      COALESCE(toString(`sector`), '') AS in_sector,
      CASE
        WHEN toFloat64(`fte` * 1) IN (?) THEN 1
        WHEN `fte` IS NULL THEN 0
        WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
        WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
        ELSE 3
      END AS fte_status,
      1e0 * toFloat64(`fte` * 1) AS fte_figure,
      `fte` AS fte_stated
    FROM `register`.`companies`
    WHERE `country` IN (?)
      AND `year` = 2018
  ) AS companies_read
  GROUP BY name, fte_is
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
      NULLIF(toString(`cvr`), '') AS repeated_id,
      COUNT(*) AS repeated_rows
    FROM `register`.`companies`
    WHERE `country` IN (?)
      AND `year` = 2018
    GROUP BY repeated_id
    HAVING COUNT(NULLIF(toString(`cvr`), '')) > 1
  ) AS repeated
) AS parts
LIMIT 1000001;
-- values: []interface {}{-9, "DK", "DK"}

-- the 3 largest companies of each sector
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT * FROM (
  SELECT
    0 AS part,
    sector_of AS name_,
    COUNT(*) AS companies,
    fte_status AS status_of,
    SUM(fte_figure) AS fte_sum,
    MIN(fte_stated) AS fte_least,
    CASE WHEN fte_status = 2 AND fte_figure < 0 THEN 1 ELSE 0 END AS negative,
    '' AS company_id_of,
    '' AS company_name_of,
    '' AS company_sector_of,
    '' AS company_region_of
  FROM (
    SELECT
      COALESCE(toString(`cvr`), '') AS id_of,
      COALESCE(toString(`name`), '') AS name_of,
      COALESCE(toString(`sector`), '') AS sector_of,
      COALESCE(toString(`region`), '') AS region_of,
      CASE
        WHEN toFloat64(`fte` * 1) IN (?) THEN 1
        WHEN `fte` IS NULL THEN 0
        WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
        WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
        ELSE 3
      END AS fte_status,
      1e0 * toFloat64(`fte` * 1) AS fte_figure,
      `fte` AS fte_stated
    FROM `register`.`companies`
    WHERE `country` IN (?)
      AND `year` = 2018
  ) AS companies_read
  GROUP BY name_, status_of, negative
  UNION ALL
  SELECT
    2 AS part,
    sector_of AS name_,
    1 AS companies,
    NULL AS status_of,
    fte_figure AS fte_sum,
    NULL AS fte_least,
    NULL AS negative,
    id_of AS company_id_of,
    name_of AS company_name_of,
    sector_of AS company_sector_of,
    region_of AS company_region_of
  FROM (
    SELECT
      COALESCE(toString(`cvr`), '') AS id_of,
      COALESCE(toString(`name`), '') AS name_of,
      COALESCE(toString(`sector`), '') AS sector_of,
      COALESCE(toString(`region`), '') AS region_of,
      CASE
        WHEN toFloat64(`fte` * 1) IN (?) THEN 1
        WHEN `fte` IS NULL THEN 0
        WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
        WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
        ELSE 3
      END AS fte_status,
      1e0 * toFloat64(`fte` * 1) AS fte_figure,
      `fte` AS fte_stated
    FROM `register`.`companies`
    WHERE `country` IN (?)
      AND `year` = 2018
  ) AS companies_read
  WHERE fte_status = 2
  ORDER BY fte_figure DESC, id_of, name_of, sector_of, region_of
  LIMIT 3 BY name_
  UNION ALL
  SELECT
    3 AS part,
    sector_of AS name_,
    COUNT(*) AS companies,
    NULL AS status_of,
    fte_figure AS fte_sum,
    NULL AS fte_least,
    NULL AS negative,
    '' AS company_id_of,
    '' AS company_name_of,
    '' AS company_sector_of,
    '' AS company_region_of
  FROM (
    SELECT
      COALESCE(toString(`cvr`), '') AS id_of,
      COALESCE(toString(`name`), '') AS name_of,
      COALESCE(toString(`sector`), '') AS sector_of,
      COALESCE(toString(`region`), '') AS region_of,
      CASE
        WHEN toFloat64(`fte` * 1) IN (?) THEN 1
        WHEN `fte` IS NULL THEN 0
        WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
        WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
        ELSE 3
      END AS fte_status,
      1e0 * toFloat64(`fte` * 1) AS fte_figure,
      `fte` AS fte_stated
    FROM `register`.`companies`
    WHERE `country` IN (?)
      AND `year` = 2018
  ) AS companies_read
  WHERE fte_status = 2
  GROUP BY name_, fte_sum
  ORDER BY fte_figure DESC
  LIMIT 3 BY name_
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
      NULLIF(toString(`cvr`), '') AS repeated_id,
      COUNT(*) AS repeated_rows
    FROM `register`.`companies`
    WHERE `country` IN (?)
      AND `year` = 2018
    GROUP BY repeated_id
    HAVING COUNT(NULLIF(toString(`cvr`), '')) > 1
  ) AS repeated
) AS parts
LIMIT 1000001;
-- values: []interface {}{-9, "DK", -9, "DK", -9, "DK", "DK"}

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
  SUM(jobs_from) AS jobs_from_sum,
  SUM(jobs_to) AS jobs_to_sum,
  SUM(CASE WHEN jobs_to > jobs_from THEN jobs_to - jobs_from ELSE jobs_from - jobs_to END) AS change
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
    COALESCE(toString(MIN(CASE WHEN NOT year_of BETWEEN 1800 AND 2200 THEN year_of END)), toString(MIN(CASE WHEN fte_status = 3 THEN fte_stated END)), '') AS stated,
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
      NULLIF(toString(`cvr`), '') AS id_of,
      toFloat64(`year` * 1) AS year_of,
      COALESCE(toString(`sector`), '') AS group_of,
      CASE
        WHEN toFloat64(`fte` * 1) IN (?) THEN 1
        WHEN `fte` IS NULL THEN 0
        WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
        WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
        ELSE 3
      END AS fte_status,
      1e0 * toFloat64(`fte` * 1) AS fte_figure,
      `fte` AS fte_stated
    FROM `register`.`companies`
    WHERE `country` IN (?)
  ) AS companies_read
  GROUP BY id
) AS companies_read
WHERE stay_from + stay_to + fault > 0
GROUP BY fault_of, stay_from_of, stay_to_of, began_of, ended_of, grew, group_from_of, group_to_of
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
    CASE WHEN jobs_from / 2 + jobs_to / 2 < 10 THEN 1 WHEN jobs_from / 2 + jobs_to / 2 < 50 THEN 2 WHEN jobs_from / 2 + jobs_to / 2 < 250 THEN 3 ELSE 4 END AS size_mean,
    SUM(jobs_from) AS jobs_from_sum,
    SUM(jobs_to) AS jobs_to_sum,
    SUM(CASE WHEN jobs_to > jobs_from THEN jobs_to - jobs_from ELSE jobs_from - jobs_to END) AS change
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
      COALESCE(toString(MIN(CASE WHEN NOT year_of BETWEEN 1800 AND 2200 THEN year_of END)), toString(MIN(CASE WHEN fte_status = 3 THEN fte_stated END)), '') AS stated,
      COALESCE(MAX(CASE WHEN year_of = 2016 THEN CASE WHEN fte_status <> 2 THEN fte_status + 1 WHEN fte_figure = 0 THEN 3 ELSE 4 END END), 0) AS stay_from,
      COALESCE(MAX(CASE WHEN year_of = 2017 THEN CASE WHEN fte_status <> 2 THEN fte_status + 1 WHEN fte_figure = 0 THEN 3 ELSE 4 END END), 0) AS stay_to,
      1 - MAX(CASE WHEN (fte_status <> 2 OR fte_figure <> 0) AND year_of <= 2016 THEN 1 ELSE 0 END) AS began,
      1 - MAX(CASE WHEN (fte_status <> 2 OR fte_figure <> 0) AND year_of >= 2017 THEN 1 ELSE 0 END) AS ended,
      COALESCE(MAX(CASE WHEN year_of = 2016 THEN CASE WHEN fte_status = 2 THEN fte_figure END END), 0) AS jobs_from,
      COALESCE(MAX(CASE WHEN year_of = 2017 THEN CASE WHEN fte_status = 2 THEN fte_figure END END), 0) AS jobs_to
    FROM (
      SELECT
        NULLIF(toString(`cvr`), '') AS id_of,
        toFloat64(`year` * 1) AS year_of,
        CASE
          WHEN toFloat64(`fte` * 1) IN (?) THEN 1
          WHEN `fte` IS NULL THEN 0
          WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
          WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
          ELSE 3
        END AS fte_status,
        1e0 * toFloat64(`fte` * 1) AS fte_figure,
        `fte` AS fte_stated
      FROM `register`.`companies`
      WHERE `country` IN (?)
    ) AS companies_read
    GROUP BY id
  ) AS companies_read
  WHERE stay_from + stay_to + fault > 0
  GROUP BY fault_of, stay_from_of, stay_to_of, began_of, ended_of, grew, size_from, size_to, size_mean
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
    CASE WHEN jobs_from / 2 + jobs_to / 2 < 10 THEN 1 WHEN jobs_from / 2 + jobs_to / 2 < 50 THEN 2 WHEN jobs_from / 2 + jobs_to / 2 < 250 THEN 3 ELSE 4 END AS size_mean,
    SUM(jobs_from) AS jobs_from_sum,
    SUM(jobs_to) AS jobs_to_sum,
    SUM(CASE WHEN jobs_to > jobs_from THEN jobs_to - jobs_from ELSE jobs_from - jobs_to END) AS change
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
      COALESCE(toString(MIN(CASE WHEN NOT year_of BETWEEN 1800 AND 2200 THEN year_of END)), toString(MIN(CASE WHEN fte_status = 3 THEN fte_stated END)), '') AS stated,
      COALESCE(MAX(CASE WHEN year_of = 2016 THEN CASE WHEN fte_status <> 2 THEN fte_status + 1 WHEN fte_figure = 0 THEN 3 ELSE 4 END END), 0) AS stay_from,
      COALESCE(MAX(CASE WHEN year_of = 2018 THEN CASE WHEN fte_status <> 2 THEN fte_status + 1 WHEN fte_figure = 0 THEN 3 ELSE 4 END END), 0) AS stay_to,
      1 - MAX(CASE WHEN (fte_status <> 2 OR fte_figure <> 0) AND year_of <= 2016 THEN 1 ELSE 0 END) AS began,
      1 - MAX(CASE WHEN (fte_status <> 2 OR fte_figure <> 0) AND year_of >= 2018 THEN 1 ELSE 0 END) AS ended,
      COALESCE(MAX(CASE WHEN year_of = 2016 THEN CASE WHEN fte_status = 2 THEN fte_figure END END), 0) AS jobs_from,
      COALESCE(MAX(CASE WHEN year_of = 2018 THEN CASE WHEN fte_status = 2 THEN fte_figure END END), 0) AS jobs_to
    FROM (
      SELECT
        NULLIF(toString(`cvr`), '') AS id_of,
        toFloat64(`year` * 1) AS year_of,
        CASE
          WHEN toFloat64(`fte` * 1) IN (?) THEN 1
          WHEN `fte` IS NULL THEN 0
          WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
          WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
          ELSE 3
        END AS fte_status,
        1e0 * toFloat64(`fte` * 1) AS fte_figure,
        `fte` AS fte_stated
      FROM `register`.`companies`
      WHERE `country` IN (?)
    ) AS companies_read
    GROUP BY id
  ) AS companies_read
  WHERE stay_from + stay_to + fault > 0
  GROUP BY fault_of, stay_from_of, stay_to_of, began_of, ended_of, grew, size_from, size_to, size_mean
) AS parts
LIMIT 1000001;
-- values: []interface {}{-9, "DK", -9, "DK"}

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
    CASE WHEN revenue_from > 0 THEN 1 ELSE 0 END AS positive,
    CASE WHEN revenue_from > 0 AND revenue_to IS NOT NULL THEN CASE WHEN revenue_from < 1e-100 THEN 0 WHEN revenue_to > revenue_from * 1.7280000172799999 THEN 1 WHEN revenue_to < revenue_from * 1.7279999827199999 THEN -1 ELSE 0 END ELSE -1 END AS grew,
    CASE WHEN (CASE WHEN revenue_from > 0 AND revenue_to IS NOT NULL THEN CASE WHEN revenue_from < 1e-100 THEN 0 WHEN revenue_to > revenue_from * 1.7280000172799999 THEN 1 WHEN revenue_to < revenue_from * 1.7279999827199999 THEN -1 ELSE 0 END ELSE -1 END) = 0 THEN revenue_from END AS close_from,
    CASE WHEN (CASE WHEN revenue_from > 0 AND revenue_to IS NOT NULL THEN CASE WHEN revenue_from < 1e-100 THEN 0 WHEN revenue_to > revenue_from * 1.7280000172799999 THEN 1 WHEN revenue_to < revenue_from * 1.7279999827199999 THEN -1 ELSE 0 END ELSE -1 END) = 0 THEN revenue_to END AS close_to,
    CASE WHEN first_active = 0 THEN 0 WHEN first_active < 2012 THEN 2012 WHEN first_active > 2016 THEN 2016 ELSE first_active END AS first_in,
    CASE WHEN founded_ = 0 THEN 0 WHEN founded_ < 2012 THEN 2012 WHEN founded_ > 2015 THEN 2015 ELSE founded_ END AS founded_at,
    COALESCE(SUM(jobs_from), 0) AS jobs_from_sum,
    COALESCE(SUM(jobs_to), 0) AS jobs_to_sum
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
      COALESCE(toString(MIN(CASE WHEN NOT year_of BETWEEN 1800 AND 2200 THEN year_of END)), toString(MIN(CASE WHEN NOT founded_in BETWEEN 1000 AND 2200 THEN founded_in END)), toString(MIN(CASE WHEN fte_status = 3 THEN fte_stated END)), toString(MIN(CASE WHEN revenue_status = 3 THEN revenue_stated END)), '') AS stated,
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
        NULLIF(toString(`cvr`), '') AS id_of,
        toFloat64(`year` * 1) AS year_of,
        COALESCE(toString(`region`), '') AS group_of,
        CASE WHEN toFloat64(`founded` * 1) <> 0 THEN toFloat64(`founded` * 1) END AS founded_in,
        CASE
          WHEN toFloat64(`fte` * 1) IN (?) THEN 1
          WHEN `fte` IS NULL THEN 0
          WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
          WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
          ELSE 3
        END AS fte_status,
        1e0 * toFloat64(`fte` * 1) AS fte_figure,
        `fte` AS fte_stated,
        CASE
          WHEN toFloat64(`revenue` * 1) IN (?) THEN 1
          WHEN `revenue` IS NULL THEN 0
          WHEN toFloat64(`revenue` * 1) BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
          WHEN isNaN(toFloat64(`revenue` * 1)) THEN 0
          ELSE 3
        END AS revenue_status,
        1e0 * toFloat64(`revenue` * 1) AS revenue_figure,
        `revenue` AS revenue_stated
      FROM `register`.`companies`
      WHERE `country` IN (?)
    ) AS companies_read
    GROUP BY id
  ) AS companies_read
  WHERE stay_from + stay_to + fault > 0
  GROUP BY fault_of, stay_from_of, stay_to_of, group_at, of_size_from, of_size_to, status_from, status_to, positive, grew, close_from, close_to, first_in, founded_at
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
      NULLIF(toString(`cvr`), '') AS id_of,
      toFloat64(`year` * 1) AS year_of,
      COALESCE(toString(`region`), '') AS group_of,
      CASE WHEN toFloat64(`founded` * 1) <> 0 THEN toFloat64(`founded` * 1) END AS founded_in,
      CASE
        WHEN toFloat64(`fte` * 1) IN (?) THEN 1
        WHEN `fte` IS NULL THEN 0
        WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
        WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
        ELSE 3
      END AS fte_status,
      1e0 * toFloat64(`fte` * 1) AS fte_figure,
      `fte` AS fte_stated,
      CASE
        WHEN toFloat64(`revenue` * 1) IN (?) THEN 1
        WHEN `revenue` IS NULL THEN 0
        WHEN toFloat64(`revenue` * 1) BETWEEN -1000000000000000000 AND 1000000000000000000 THEN 2
        WHEN isNaN(toFloat64(`revenue` * 1)) THEN 0
        ELSE 3
      END AS revenue_status,
      1e0 * toFloat64(`revenue` * 1) AS revenue_figure,
      `revenue` AS revenue_stated
    FROM `register`.`companies`
    WHERE `country` IN (?)
  ) AS companies_read
  WHERE year_of BETWEEN 1800 AND 2200
  GROUP BY fault_of
) AS parts
LIMIT 1000001;
-- values: []interface {}{-9, -9, "DK", -9, -9, "DK"}

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
    CASE WHEN jobs_from > 0 THEN 1 ELSE 0 END AS positive,
    CASE WHEN jobs_from > 0 AND jobs_to IS NOT NULL THEN CASE WHEN jobs_from < 1e-100 THEN 0 WHEN jobs_to > jobs_from * 1.7280000172799999 THEN 1 WHEN jobs_to < jobs_from * 1.7279999827199999 THEN -1 ELSE 0 END ELSE -1 END AS grew,
    CASE WHEN (CASE WHEN jobs_from > 0 AND jobs_to IS NOT NULL THEN CASE WHEN jobs_from < 1e-100 THEN 0 WHEN jobs_to > jobs_from * 1.7280000172799999 THEN 1 WHEN jobs_to < jobs_from * 1.7279999827199999 THEN -1 ELSE 0 END ELSE -1 END) = 0 THEN jobs_from END AS close_from,
    CASE WHEN (CASE WHEN jobs_from > 0 AND jobs_to IS NOT NULL THEN CASE WHEN jobs_from < 1e-100 THEN 0 WHEN jobs_to > jobs_from * 1.7280000172799999 THEN 1 WHEN jobs_to < jobs_from * 1.7279999827199999 THEN -1 ELSE 0 END ELSE -1 END) = 0 THEN jobs_to END AS close_to,
    CASE WHEN first_active = 0 THEN 0 WHEN first_active < 2012 THEN 2012 WHEN first_active > 2016 THEN 2016 ELSE first_active END AS first_in,
    CASE WHEN founded_ = 0 THEN 0 WHEN founded_ < 2012 THEN 2012 WHEN founded_ > 2015 THEN 2015 ELSE founded_ END AS founded_at,
    COALESCE(SUM(jobs_from), 0) AS jobs_from_sum,
    COALESCE(SUM(jobs_to), 0) AS jobs_to_sum
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
      COALESCE(toString(MIN(CASE WHEN NOT year_of BETWEEN 1800 AND 2200 THEN year_of END)), toString(MIN(CASE WHEN NOT founded_in BETWEEN 1000 AND 2200 THEN founded_in END)), toString(MIN(CASE WHEN fte_status = 3 THEN fte_stated END)), '') AS stated,
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
        NULLIF(toString(`cvr`), '') AS id_of,
        toFloat64(`year` * 1) AS year_of,
        COALESCE(toString(`region`), '') AS group_of,
        CASE WHEN toFloat64(`founded` * 1) <> 0 THEN toFloat64(`founded` * 1) END AS founded_in,
        CASE
          WHEN toFloat64(`fte` * 1) IN (?) THEN 1
          WHEN `fte` IS NULL THEN 0
          WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
          WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
          ELSE 3
        END AS fte_status,
        1e0 * toFloat64(`fte` * 1) AS fte_figure,
        `fte` AS fte_stated
      FROM `register`.`companies`
      WHERE `country` IN (?)
    ) AS companies_read
    GROUP BY id
  ) AS companies_read
  WHERE stay_from + stay_to + fault > 0
  GROUP BY fault_of, stay_from_of, stay_to_of, group_at, of_size_from, of_size_to, positive, grew, close_from, close_to, first_in, founded_at
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
      NULLIF(toString(`cvr`), '') AS id_of,
      toFloat64(`year` * 1) AS year_of,
      COALESCE(toString(`region`), '') AS group_of,
      CASE WHEN toFloat64(`founded` * 1) <> 0 THEN toFloat64(`founded` * 1) END AS founded_in,
      CASE
        WHEN toFloat64(`fte` * 1) IN (?) THEN 1
        WHEN `fte` IS NULL THEN 0
        WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
        WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
        ELSE 3
      END AS fte_status,
      1e0 * toFloat64(`fte` * 1) AS fte_figure,
      `fte` AS fte_stated
    FROM `register`.`companies`
    WHERE `country` IN (?)
  ) AS companies_read
  WHERE year_of BETWEEN 1800 AND 2200
  GROUP BY fault_of
) AS parts
LIMIT 1000001;
-- values: []interface {}{-9, "DK", -9, "DK"}

-- a cube of distinct companies
-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
SELECT * FROM (
  SELECT
    0 AS part,
    COALESCE(toString(`sector`), '') AS by_sector,
    `year` AS by_year,
    CASE
      WHEN toFloat64(`fte` * 1) IN (?) THEN 1
      WHEN `fte` IS NULL THEN 0
      WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
      ELSE 3
    END AS fte_status,
    CASE WHEN NULLIF(toString(`cvr`), '') IS NULL THEN 0 ELSE 2 END AS id_status,
    COUNT(*) AS companies,
    SUM(toFloat64(`fte` * 1)) AS fte_sum,
    MIN(`fte`) AS fte_least,
    0 AS ids,
    0 AS ids_with_jobs
  FROM `register`.`companies`
  WHERE `country` IN (?)
  GROUP BY by_sector, by_year, fte_status, id_status
  UNION ALL
  SELECT
    3 AS part,
    COALESCE(toString(`sector`), '') AS by_sector,
    `year` AS by_year,
    NULL AS fte_status,
    NULL AS id_status,
    NULL AS companies,
    NULL AS fte_sum,
    NULL AS fte_least,
    COALESCE(COUNT(DISTINCT NULLIF(toString(`cvr`), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN toFloat64(`fte` * 1) IN (?) THEN 1
      WHEN `fte` IS NULL THEN 0
      WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
      ELSE 3
    END) = 2 THEN NULLIF(toString(`cvr`), '') END), 0) AS ids_with_jobs
  FROM `register`.`companies`
  WHERE `country` IN (?)
  GROUP BY by_sector, by_year
  UNION ALL
  SELECT
    4 AS part,
    COALESCE(toString(`sector`), '') AS by_sector,
    NULL AS by_year,
    NULL AS fte_status,
    NULL AS id_status,
    NULL AS companies,
    NULL AS fte_sum,
    NULL AS fte_least,
    COALESCE(COUNT(DISTINCT NULLIF(toString(`cvr`), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN toFloat64(`fte` * 1) IN (?) THEN 1
      WHEN `fte` IS NULL THEN 0
      WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
      ELSE 3
    END) = 2 THEN NULLIF(toString(`cvr`), '') END), 0) AS ids_with_jobs
  FROM `register`.`companies`
  WHERE `country` IN (?)
  GROUP BY by_sector
  UNION ALL
  SELECT
    5 AS part,
    NULL AS by_sector,
    `year` AS by_year,
    NULL AS fte_status,
    NULL AS id_status,
    NULL AS companies,
    NULL AS fte_sum,
    NULL AS fte_least,
    COALESCE(COUNT(DISTINCT NULLIF(toString(`cvr`), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN toFloat64(`fte` * 1) IN (?) THEN 1
      WHEN `fte` IS NULL THEN 0
      WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
      ELSE 3
    END) = 2 THEN NULLIF(toString(`cvr`), '') END), 0) AS ids_with_jobs
  FROM `register`.`companies`
  WHERE `country` IN (?)
  GROUP BY by_year
  UNION ALL
  SELECT
    1 AS part,
    NULL AS by_sector,
    `year` AS by_year,
    NULL AS fte_status,
    NULL AS id_status,
    NULL AS companies,
    NULL AS fte_sum,
    NULL AS fte_least,
    COALESCE(COUNT(DISTINCT NULLIF(toString(`cvr`), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN toFloat64(`fte` * 1) IN (?) THEN 1
      WHEN `fte` IS NULL THEN 0
      WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
      ELSE 3
    END) = 2 THEN NULLIF(toString(`cvr`), '') END), 0) AS ids_with_jobs
  FROM `register`.`companies`
  WHERE `country` IN (?)
  GROUP BY by_year
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
    COALESCE(COUNT(DISTINCT NULLIF(toString(`cvr`), '')), 0) AS ids,
    COALESCE(COUNT(DISTINCT CASE WHEN (CASE
      WHEN toFloat64(`fte` * 1) IN (?) THEN 1
      WHEN `fte` IS NULL THEN 0
      WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
      WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
      ELSE 3
    END) = 2 THEN NULLIF(toString(`cvr`), '') END), 0) AS ids_with_jobs
  FROM `register`.`companies`
  WHERE `country` IN (?)
) AS parts
LIMIT 1000001;
-- values: []interface {}{-9, "DK", -9, "DK", -9, "DK", -9, "DK", -9, "DK", -9, "DK"}

