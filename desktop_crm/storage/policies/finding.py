"""The functions by which a user who sees the records of many owners searches the index of words.

Row security keeps operators that are not leakproof from an index. These run as the owner of the tables, apply the same
rule and tell ids only. A pattern that cannot be read would be refused only where a row is compared with it, which would
tell of hidden rows; so patterns are looked at first.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop_crm.storage.policies.shape import Shape


def functions(shape: Shape) -> Iterator[str]:
    """One function for each module."""
    for table in shape.modules:
        yield f"DROP FUNCTION IF EXISTS crm_find_{table}(text, text[])"
        yield _function(table)


def _function(table: str) -> str:
    return rf"""
CREATE FUNCTION crm_find_{table}(driver text, patterns text[]) RETURNS SETOF bigint
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 5000 SET search_path = pg_catalog, public, pg_temp
  SET plan_cache_mode = force_custom_plan AS $$
DECLARE words tsquery := driver::tsquery; scope text := crm_scope('{table}');
BEGIN
  IF EXISTS (SELECT 1 FROM unnest(patterns) p WHERE p IS NULL OR p ~ '^([^\\]|\\.)*\\$') THEN
    RAISE EXCEPTION 'a pattern ends with an escape' USING ERRCODE = '22025';
  END IF;
  IF scope = 'all' THEN
    RETURN QUERY SELECT r.id FROM public.{table} r
      WHERE crm_words(r.search_text) @@ words AND r.search_text LIKE ALL (patterns);
  ELSE
    RETURN QUERY SELECT r.id FROM public.{table} r
      WHERE crm_words(r.search_text) @@ words AND r.search_text LIKE ALL (patterns)
      AND (r.owner_id IN (SELECT unnest(crm_owners('{table}'))) OR r.id IN (SELECT unnest(crm_shared('{table}'))));
  END IF;
END $$
"""
