"""The functions that keep logins, and the groups they are in, as the tables of users and roles say.

They run as the owner of the database, who may create roles; who calls them decides what they do. A copy of a database
shares the groups of its original and leaves them alone until `secure` has made groups for it (`crm_private.place`).
"""

from __future__ import annotations

from desktop_crm.storage.policies.questions import ASKED, DONE, FEW
from desktop_crm.storage.refusals import LAST, NO_LOGIN_NAME, NO_VERIFIER, TAKEN

TABLES = (
    "CREATE SCHEMA IF NOT EXISTS crm_private",
    "REVOKE ALL ON SCHEMA crm_private FROM PUBLIC",
    "CREATE TABLE IF NOT EXISTS crm_private.place (database oid NOT NULL)",
    "CREATE TABLE IF NOT EXISTS crm_private.login (name name PRIMARY KEY)",
    "CREATE TABLE IF NOT EXISTS crm_private.handover"
    " (transaction xid8 NOT NULL, module text NOT NULL, record_id bigint NOT NULL, owner_id bigint)",
    "ALTER TABLE crm_private.place ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE crm_private.login ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE crm_private.handover ENABLE ROW LEVEL SECURITY",
)
"""What no user sees: for which database the groups were made, which logins are its own, records being given away."""

LOGIN_NAME = "^[a-z][a-z0-9_.-]{0,62}$"
VERIFIER = r"^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$"

FUNCTIONS = (
    f"""
CREATE OR REPLACE FUNCTION crm_private.is_claimed() RETURNS boolean {ASKED} AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM crm_private.place p JOIN pg_database d ON d.oid = p.database
                 WHERE d.datname = current_database());
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_private.group_of(relation text, policy text) RETURNS name {ASKED} AS $$
BEGIN
  RETURN (SELECT r.rolname FROM pg_policy p JOIN pg_roles r ON r.oid = p.polroles[1]
          WHERE p.polrelid = format('public.%I', $1)::regclass AND p.polname = $2);
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_private.wanted() RETURNS TABLE (login name, member_of name) {ASKED} AS $$
BEGIN
  RETURN QUERY
    SELECT l.name, crm_private.group_of('app_user', 'read')
      FROM crm_private.login l JOIN pg_roles g ON g.rolname = l.name JOIN public.app_user u ON u.name = l.name
      WHERE u.active
    UNION ALL
    SELECT l.name, crm_private.group_of(c.relname, 'see_' || CASE WHEN r.sees = 'all' THEN 'all'
        WHEN (SELECT count(*) FROM public.user_within w WHERE w.user_id = u.id AND w.reach = r.sees) > {FEW} THEN 'wide'
        ELSE 'narrow' END)
      FROM crm_private.login l JOIN pg_roles g ON g.rolname = l.name JOIN public.app_user u ON u.name = l.name
      CROSS JOIN (pg_policy p JOIN pg_class c ON c.oid = p.polrelid)
      LEFT JOIN public.role_right r ON r.role_id = u.role_id AND r.module = c.relname
      WHERE u.active AND p.polname = 'see_all';
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_private.present() RETURNS TABLE (login name, member_of name) {ASKED} AS $$
BEGIN
  RETURN QUERY
    SELECT DISTINCT l.name, g.rolname FROM crm_private.login l JOIN pg_roles r ON r.rolname = l.name
      JOIN pg_auth_members m ON m.member = r.oid JOIN pg_roles g ON g.oid = m.roleid
      WHERE m.roleid IN (SELECT unnest(p.polroles) FROM pg_policy p);
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_sort_users() RETURNS void {DONE} AS $$
DECLARE one record; changed boolean := false;
BEGIN
  IF NOT crm_private.is_claimed() THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(72141);
  FOR one IN
    SELECT * FROM crm_private.present() EXCEPT SELECT * FROM crm_private.wanted()
  LOOP
    EXECUTE format('REVOKE %I FROM %I', one.member_of, one.login);
    changed := true;
  END LOOP;
  FOR one IN SELECT * FROM crm_private.wanted() EXCEPT SELECT * FROM crm_private.present() LOOP
    EXECUTE format('GRANT %I TO %I', one.member_of, one.login);
    changed := true;
  END LOOP;
  IF changed THEN  -- a session keeps plans made when it saw more or less, until the tables' privileges are written anew
    FOR one IN
      SELECT c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE p.polname IN ('see_all', 'part_all')
    LOOP
      EXECUTE format('GRANT SELECT ON public.%I TO %I', one.relname, crm_private.group_of('app_user', 'read'));
    END LOOP;
  END IF;
  FOR one IN
    SELECT r.rolname, coalesce(u.active, false) AS active FROM crm_private.login l JOIN pg_roles r ON r.rolname = l.name
      LEFT JOIN public.app_user u ON u.name = l.name WHERE r.rolcanlogin <> coalesce(u.active, false)
  LOOP
    EXECUTE format('ALTER ROLE %I %s', one.rolname, CASE WHEN one.active THEN 'LOGIN' ELSE 'NOLOGIN' END);
  END LOOP;
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_private.sort_after() RETURNS trigger {DONE} AS $$
BEGIN
  PERFORM crm_sort_users();
  RETURN NULL;
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_lay_out() RETURNS void {DONE} AS $$
BEGIN
  WITH RECURSIVE tree(user_id, owner_id) AS (
    SELECT u.id, u.id FROM public.app_user u
    UNION SELECT t.user_id, u.id FROM tree t JOIN public.app_user u ON u.manager_id = t.owner_id
  ), every(user_id, reach, owner_id) AS (
    SELECT u.id, 'own', u.id FROM public.app_user u
    UNION SELECT u.id, 'team', u.id FROM public.app_user u
    UNION SELECT u.id, 'team', m.id FROM public.app_user u JOIN public.app_user m ON m.team_id = u.team_id
    UNION SELECT t.user_id, 'subtree', t.owner_id FROM tree t
  ), gone AS (
    DELETE FROM public.user_within w WHERE NOT EXISTS (SELECT 1 FROM every e
      WHERE e.user_id = w.user_id AND e.reach = w.reach AND e.owner_id = w.owner_id)
  )
  INSERT INTO public.user_within (user_id, reach, owner_id) SELECT e.user_id, e.reach, e.owner_id FROM every e
    ON CONFLICT DO NOTHING;
  PERFORM crm_sort_users();
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_set_login(user_id bigint, verifier text) RETURNS void {DONE} AS $$
DECLARE login text; known boolean; there boolean;
BEGIN
  IF NOT crm_administers() THEN
    RAISE EXCEPTION 'only administrators keep logins' USING ERRCODE = '42501';
  ELSIF NOT crm_private.is_claimed() THEN
    RAISE EXCEPTION 'this database is a copy: run server-setup for it' USING ERRCODE = '42501';
  ELSIF $2 IS NULL OR $2 !~ '{VERIFIER}' THEN
    RAISE EXCEPTION 'no SCRAM-SHA-256 verifier' USING ERRCODE = '{NO_VERIFIER}';
  END IF;
  SELECT u.name INTO login FROM public.app_user u WHERE u.id = $1;
  IF login IS NULL OR login !~ '{LOGIN_NAME}' OR login LIKE 'pg\\_%' OR login IN ('public', 'none') THEN
    RAISE EXCEPTION 'no name for a login' USING ERRCODE = '{NO_LOGIN_NAME}';
  END IF;
  PERFORM pg_advisory_xact_lock(72141);
  known := EXISTS (SELECT 1 FROM crm_private.login l WHERE l.name = login);
  there := EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = login);
  IF there AND NOT known THEN
    RAISE EXCEPTION 'the server has another login of this name' USING ERRCODE = '{TAKEN}';
  ELSIF there THEN
    EXECUTE format('ALTER ROLE %I PASSWORD %L', login, $2);
  ELSE
    EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD %L',
                   login, $2);
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = ''2min''', login);
    EXECUTE format('ALTER ROLE %I SET lock_timeout = ''1min''', login);
    INSERT INTO crm_private.login VALUES (login) ON CONFLICT DO NOTHING;
  END IF;
  PERFORM crm_sort_users();
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_private.rename_login() RETURNS trigger {DONE} AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM crm_private.login l WHERE l.name = OLD.name) OR NOT crm_private.is_claimed() THEN
    RETURN NEW;
  ELSIF NEW.name !~ '{LOGIN_NAME}' OR NEW.name LIKE 'pg\\_%' OR NEW.name IN ('public', 'none') THEN
    RAISE EXCEPTION 'no name for a login' USING ERRCODE = '{NO_LOGIN_NAME}';
  ELSIF EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = NEW.name) THEN
    RAISE EXCEPTION 'the server has another login of this name' USING ERRCODE = '{TAKEN}';
  END IF;
  EXECUTE format('ALTER ROLE %I RENAME TO %I', OLD.name, NEW.name);
  UPDATE crm_private.login SET name = NEW.name WHERE name = OLD.name;
  RETURN NEW;
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_private.keep_an_administrator() RETURNS trigger {DONE} AS $$
BEGIN
  IF NOT crm_private.is_owner() AND NOT EXISTS (SELECT 1 FROM public.app_user u JOIN public.role r ON r.id = u.role_id
      JOIN crm_private.login l ON l.name = u.name WHERE u.active AND r.administers) THEN
    RAISE EXCEPTION 'somebody must administer' USING ERRCODE = '{LAST}';
  END IF;
  RETURN NULL;
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_change_self(language text, phone text, email text) RETURNS void {DONE} AS $$
BEGIN
  UPDATE public.app_user u SET language = $1, phone = $2, email = $3 WHERE u.name = session_user AND u.active;
END $$
""",
)

CALLED = ("crm_sort_users()", "crm_lay_out()", "crm_set_login(bigint, text)", "crm_change_self(text, text, text)")

TRIGGERS = (
    "CREATE OR REPLACE TRIGGER crm_sort AFTER INSERT OR UPDATE OR DELETE ON role_right"
    " FOR EACH STATEMENT EXECUTE FUNCTION crm_private.sort_after()",
    "CREATE OR REPLACE TRIGGER crm_sort AFTER INSERT OR UPDATE OF name, active, role_id OR DELETE ON app_user"
    " FOR EACH STATEMENT EXECUTE FUNCTION crm_private.sort_after()",
    "CREATE OR REPLACE TRIGGER crm_rename BEFORE UPDATE OF name ON app_user"
    " FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION crm_private.rename_login()",
    "CREATE OR REPLACE TRIGGER crm_last AFTER UPDATE OF active, role_id OR DELETE ON app_user"
    " FOR EACH ROW EXECUTE FUNCTION crm_private.keep_an_administrator()",
    "CREATE OR REPLACE TRIGGER crm_last AFTER UPDATE OR DELETE ON role"
    " FOR EACH ROW EXECUTE FUNCTION crm_private.keep_an_administrator()",
)
