"""The functions that number records: who creates one draws a number, though nobody sees every number that was given.

They read patterns as `models.numbering` does: dated tokens written out, one counter.
"""

from __future__ import annotations

from desktop_crm.storage.policies.questions import ASKED, DONE

_MOST = 1_000_000

_HEAD, _TAIL = "split_part($2, '{0', 1)", r"substring($2 FROM '\{0+\}(.*)$')"
_WRITTEN = """replace(replace(replace(replace({0}, '{{yyyy}}', to_char($3, 'YYYY')), '{{yy}}', to_char($3, 'YY')),
    '{{mm}}', to_char($3, 'MM')), '{{dd}}', to_char($3, 'DD'))"""

FUNCTIONS = (
    f"""
CREATE OR REPLACE FUNCTION crm_private.highest(module text, pattern text, day date) RETURNS bigint {ASKED} AS $$
DECLARE head text; tail text; digits int; found bigint;
BEGIN
  head := {_WRITTEN.format(_HEAD)};
  digits := length(substring($2 FROM '\\{{(0+)\\}}'));
  tail := {_WRITTEN.format(_TAIL)};
  EXECUTE format('SELECT max(substring(number FROM %s FOR length(number) - %s)::numeric) FROM public.%I
                  WHERE left(number, %s) = %L AND right(number, %s) = %L
                  AND substring(number FROM %s FOR greatest(length(number) - %s, 0)) ~ %L',
    length(head) + 1, length(head) + length(tail), $1, length(head), head, length(tail), tail,
    length(head) + 1, length(head) + length(tail), '^[0-9]{{' || digits || ',9}}$') INTO found;
  RETURN coalesce(found, 0);
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_highest_number(module text, pattern text, day date) RETURNS bigint {ASKED} AS $$
BEGIN
  IF NOT crm_administers() OR NOT EXISTS (SELECT 1 FROM public.number_series s WHERE s.module = $1) THEN
    RAISE EXCEPTION 'only administrators change the numbering' USING ERRCODE = '42501';
  END IF;
  RETURN crm_private.highest($1, $2, $3);
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_draw_numbers(module text, day date, count integer)
  RETURNS TABLE (pattern text, first bigint) {DONE} AS $$
DECLARE series record; now_in text;
BEGIN
  IF crm_reach($1, 'create') = 'none' OR $3 NOT BETWEEN 1 AND {_MOST} THEN
    RAISE EXCEPTION 'no right to number records of this module' USING ERRCODE = '42501';
  END IF;
  SELECT s.id, s.pattern, s.period, s.last INTO STRICT series FROM public.number_series s
    WHERE s.module = $1 FOR NO KEY UPDATE;
  now_in := concat_ws('-', CASE WHEN series.pattern ~ '\\{{(yy|yyyy)\\}}' THEN to_char($2, 'YYYY') END,
    CASE WHEN series.pattern ~ '\\{{mm\\}}' THEN to_char($2, 'MM') END,
    CASE WHEN series.pattern ~ '\\{{dd\\}}' THEN to_char($2, 'DD') END);
  IF series.period <> now_in THEN
    series.last := crm_private.highest($1, series.pattern, $2);
  END IF;
  UPDATE public.number_series s SET period = now_in, last = series.last + $3 WHERE s.id = series.id;
  RETURN QUERY SELECT series.pattern::text, series.last::bigint + 1;
END $$
""",
)

CALLED = ("crm_highest_number(text, text, date)", "crm_draw_numbers(text, date, integer)")
