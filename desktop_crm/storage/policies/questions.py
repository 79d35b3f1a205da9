"""What a policy, a list or a search asks: how far the rights of whoever is connected reach.

`session_user` decides, never a setting: that anybody could set. A login without a row in `app_user` sees all where it
is the owner of the database or a superuser, and nothing otherwise; a user who is not active sees nothing. The functions
are PL/pgSQL, which keeps its plans: those in SQL are planned anew in every statement.
"""

from __future__ import annotations

FEW = 20
"""Up to so many owners a policy compares one by one, by index; more of them are hashed."""

_PATH = "SET search_path = pg_catalog, public, pg_temp"
ASKED = f"LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE {_PATH}"
DONE = f"LANGUAGE plpgsql VOLATILE SECURITY DEFINER {_PATH}"

FUNCTIONS = (
    """
CREATE OR REPLACE FUNCTION crm_user_id() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT id FROM public.app_user WHERE name = session_user AND active),
    CASE WHEN NOT EXISTS (SELECT 1 FROM public.app_user WHERE name = session_user)
          AND pg_has_role(session_user, (SELECT relowner FROM pg_class
                                         WHERE oid = 'public.app_user'::regclass), 'MEMBER')
         THEN nullif(current_setting('crm.user_id', true), '')::bigint END) $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_private.is_owner() RETURNS boolean {ASKED} AS $$
BEGIN
  RETURN pg_has_role(session_user, (SELECT relowner FROM pg_class WHERE oid = 'public.app_user'::regclass), 'MEMBER');
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_administers() RETURNS boolean {ASKED} AS $$
DECLARE answer boolean;
BEGIN
  SELECT u.active AND coalesce(r.administers, false) INTO answer
    FROM public.app_user u LEFT JOIN public.role r ON r.id = u.role_id WHERE u.name = session_user;
  RETURN CASE WHEN FOUND THEN answer ELSE crm_private.is_owner() END;
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_reach(module text, verb text) RETURNS text {ASKED} AS $$
DECLARE me record; answer text;
BEGIN
  SELECT u.active, u.role_id INTO me FROM public.app_user u WHERE u.name = session_user;
  IF NOT FOUND THEN
    RETURN CASE WHEN crm_private.is_owner() THEN 'all' ELSE 'none' END;
  END IF;
  IF me.active THEN
    SELECT CASE $2 WHEN 'see' THEN r.sees WHEN 'create' THEN r.creates
                   WHEN 'change' THEN r.changes WHEN 'delete' THEN r.deletes END INTO answer
      FROM public.role_right r WHERE r.role_id = me.role_id AND r.module = $1;
  END IF;
  RETURN coalesce(answer, 'none');
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_owners(module text, verb text) RETURNS bigint[] {ASKED} AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(w.owner_id) FROM public.user_within w JOIN public.app_user u ON u.id = w.user_id
                   WHERE u.name = session_user AND u.active AND w.reach = crm_reach($1, $2)), '{{}}');
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_owners(module text) RETURNS bigint[] {ASKED} AS $$
BEGIN
  RETURN crm_owners($1, 'see');
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_shared(module text, to_change boolean) RETURNS bigint[] {ASKED} AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(DISTINCT s.record_id) FROM public.app_user u
                   JOIN public.share s ON s.user_id = u.id OR s.team_id = u.team_id
                   WHERE u.name = session_user AND u.active AND s.module = $1 AND (s.may_change OR NOT $2)), '{{}}');
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_shared(module text) RETURNS bigint[] {ASKED} AS $$
BEGIN
  RETURN crm_shared($1, false);
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_scope(module text) RETURNS text {ASKED} AS $$
BEGIN
  RETURN CASE WHEN crm_reach($1, 'see') = 'all' THEN 'all'
              WHEN cardinality(crm_owners($1, 'see')) > {FEW} THEN 'wide' ELSE 'narrow' END;
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_row_counts() RETURNS TABLE (name text, rows bigint) {ASKED} AS $$
BEGIN
  IF crm_administers() THEN  -- whoever copies the database compares with what they were given
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
      EXECUTE format('SELECT count(*) FROM public.%I', name) INTO rows;
      RETURN NEXT;
    END LOOP;
  END IF;
END $$
""",
)

CALLED = (
    "crm_user_id()",
    "crm_administers()",
    "crm_reach(text, text)",
    "crm_owners(text)",
    "crm_owners(text, text)",
    "crm_shared(text)",
    "crm_shared(text, boolean)",
    "crm_scope(text)",
    "crm_words(text)",
    "crm_row_counts()",
)
"""What every user may call: policies ask these in the user's own name."""
