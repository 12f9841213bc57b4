"""The query over trace records, once: portable SQL that DuckDB, PostgreSQL and Spark all read.

It reads a relation `records` with the columns of INPUT and gives the cube: one row for each combination of CUBE that
occurs, with the number of firearms. Only recoveries in Mexico count. The source is the place of the dealer, where the
trace reached a purchaser or a dealer. What is not known is "" (a year: null).
"""

from typing import Final

# The columns that are read, with their SQL types; every other column of a record is left where it is.
INPUT: Final = {
    "recovery_date": "DATE",
    "recovery_country": "VARCHAR(100)",
    "recovery_state": "VARCHAR(100)",
    "recovery_municipality": "VARCHAR(100)",
    "type": "VARCHAR(100)",
    "dealer_county": "VARCHAR(100)",
    "dealer_state": "VARCHAR(100)",
    "time_to_crime_days": "INTEGER",
    "trace_outcome": "VARCHAR(100)",
}
# ATF's own bands of time to crime: name, and the first day of the next one.
BANDS: Final = (
    ("under_3_months", 91),
    ("3_to_7_months", 213),
    ("7_to_12_months", 365),
    ("1_to_2_years", 730),
    ("2_to_3_years", 1_095),
    ("3_years_or_more", None),
)
UNKNOWN: Final = "unknown"
CUBE: Final = (
    "year", "us_state_code", "county_id_fips", "mx_state_code", "municipality_code", "type", "time_to_crime",
)  # fmt: skip


# Rows are sorted out by the number of their band, and only the cube's rows get its name: text is slower to sort out.
_BAND: Final = "CASE WHEN time_to_crime_days < 0 THEN 0 " + " ".join(
    f"WHEN time_to_crime_days < {end} THEN {number}" if end else f"WHEN time_to_crime_days >= 0 THEN {number}"
    for number, (_, end) in enumerate(BANDS, start=1)
) + " ELSE 0 END"  # fmt: skip
_NAMED: Final = " ".join(f"WHEN {number} THEN '{name}'" for number, (name, _) in enumerate(BANDS, start=1))
_PLACES: Final = ", ".join(CUBE[:-1])
_REACHED: Final = (
    "CASE WHEN trace_outcome IN ('purchaser identified', 'dealer only') THEN COALESCE({0}, '') ELSE '' END"
)

QUERY: Final = f"""
SELECT {_PLACES}, CASE band {_NAMED} ELSE '' END AS {CUBE[-1]}, COUNT(*) AS firearms
FROM (
  SELECT
    CAST(EXTRACT(YEAR FROM recovery_date) AS INTEGER) AS year,
    {_REACHED.format("dealer_state")} AS us_state_code,
    {_REACHED.format("dealer_county")} AS county_id_fips,
    COALESCE(recovery_state, '') AS mx_state_code,
    COALESCE(recovery_municipality, '') AS municipality_code,
    COALESCE(type, '') AS type,
    {_BAND} AS band
  FROM records
  WHERE recovery_country = 'MX'
) AS coded
GROUP BY {_PLACES}, band
"""
