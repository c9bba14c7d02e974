/**
 * The first step: the events, what is withheld of them from other authorities, who may write for whom,
 * and the functions that are the only way to write.
 *
 * `ledger_event.event` is an event without what is withheld: all that a decision needs of it.
 */
export const ledgerTables = (schema: string): string => `
CREATE TABLE ${schema}.ledger_event (
  entity text COLLATE "C" NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  request text COLLATE "C" UNIQUE, -- NULL where nobody asked
  authority text COLLATE "C", -- that asked
  event json NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by name NOT NULL DEFAULT session_user,
  PRIMARY KEY (entity, seq)
);

CREATE TABLE ${schema}.ledger_withheld (
  entity text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  authority text COLLATE "C",
  withheld json NOT NULL,
  PRIMARY KEY (entity, seq),
  FOREIGN KEY (entity, seq) REFERENCES ${schema}.ledger_event
);

CREATE TABLE ${schema}.ledger_login (
  login name NOT NULL,
  authority text COLLATE "C" NOT NULL, -- '*' for all of them
  PRIMARY KEY (login, authority)
);

CREATE FUNCTION ${schema}.ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $fn$
BEGIN
  RAISE EXCEPTION 'the history of the ledger is never rewritten: add an event instead'
    USING ERRCODE = 'restrict_violation';
END $fn$;
CREATE TRIGGER ledger_event_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.ledger_event
  FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.ledger_refuse();
CREATE TRIGGER ledger_withheld_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.ledger_withheld
  FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.ledger_refuse();

-- Whether whoever is logged in acts for an authority; the owner of the tables acts for all.
CREATE FUNCTION ${schema}.ledger_is_own(p_authority text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $fn$
  SELECT EXISTS (
    SELECT FROM ledger_login WHERE login = session_user AND authority IN (p_authority, '*')
  ) OR pg_has_role(session_user, current_user, 'MEMBER')
$fn$;

-- An authority in whose name appends are made and for which this login does not act. What nobody asked
-- for comes along with an answer, or is appended by whoever acts for all.
CREATE FUNCTION ${schema}.ledger_not_own(p_appends json) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $fn$
  SELECT a FROM (
    SELECT DISTINCT coalesce(e ->> 'by', CASE WHEN NOT EXISTS (
      SELECT FROM json_array_elements(p -> 'events') o WHERE o ->> 'by' IS NOT NULL
    ) THEN '*' END) AS a
    FROM json_array_elements(p_appends) p, json_array_elements(p -> 'events') e
  ) AS asked WHERE a IS NOT NULL AND NOT ledger_is_own(a) LIMIT 1
$fn$;

-- Whether a visit is one that this login's authority has asked for or joined.
CREATE FUNCTION ${schema}.ledger_is_own_visit(p_entity text, p_visit text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $fn$
  SELECT EXISTS (
    SELECT FROM ledger_event
    WHERE entity = p_entity AND event ->> 'visit' = p_visit AND ledger_is_own(authority)
  )
$fn$;

ALTER TABLE ${schema}.ledger_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${schema}.ledger_withheld ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_withheld ON ${schema}.ledger_withheld FOR SELECT
  USING (${schema}.ledger_is_own(authority));

-- One entity's events and what is withheld of each, as one JSON text. It reads with the caller's rights.
CREATE FUNCTION ${schema}.ledger_read(p_entity text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = ${schema}, pg_temp AS $fn$
BEGIN
  RETURN (
    SELECT '[' || string_agg(
      '[' || e.event::text || coalesce(',' || w.withheld::text, '') || ']', ',' ORDER BY e.seq
    ) || ']'
    FROM ledger_event e LEFT JOIN ledger_withheld w USING (entity, seq)
    WHERE e.entity = p_entity
  );
END $fn$;

-- Adds one entity's events: [{"request", "by", "event", "withheld"}, …]; p_withheld says whether any has it.
CREATE FUNCTION ${schema}.ledger_append(
  p_entity text, p_after integer, p_events json, p_withheld boolean
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $fn$
DECLARE
  one json := p_events -> 0;
  other text;
BEGIN
  IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
    other := ledger_not_own(json_build_array(json_build_object('events', p_events)));
  END IF;
  IF other IS NOT NULL THEN RETURN 'not-your-authority ' || other; END IF;
  IF coalesce((SELECT max(seq) FROM ledger_event WHERE entity = p_entity), 0) <> p_after THEN
    RETURN 'lost-race';
  END IF;
  INSERT INTO ledger_event (entity, seq, request, authority, event)
    VALUES (p_entity, p_after + 1, one ->> 'request', one ->> 'by', one -> 'event')
    ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN CASE WHEN EXISTS (SELECT FROM ledger_event WHERE request = one ->> 'request')
      THEN 'request-known' ELSE 'lost-race' END;
  END IF;
  -- Nobody else can stand behind an event that is not committed yet: what still collides is a request.
  IF json_array_length(p_events) > 1 THEN
    INSERT INTO ledger_event (entity, seq, request, authority, event)
      SELECT p_entity, p_after + i, e ->> 'request', e ->> 'by', e -> 'event'
      FROM json_array_elements(p_events) WITH ORDINALITY AS t(e, i) WHERE i > 1;
  END IF;
  IF p_withheld THEN
    INSERT INTO ledger_withheld (entity, seq, authority, withheld)
      SELECT p_entity, p_after + i, e ->> 'by', e -> 'withheld'
      FROM json_array_elements(p_events) WITH ORDINALITY AS t(e, i)
      WHERE json_typeof(e -> 'withheld') = 'object';
  END IF;
  RETURN 'appended';
END $fn$;

-- The same for many entities: [{"entity", "after", "events"}, …], each entity once. Rows are inserted by
-- entity, whatever the order given: two batches that meet then wait for each other and never deadlock.
CREATE FUNCTION ${schema}.ledger_append_many(p_appends json)
RETURNS TABLE (place integer, outcome text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $fn$
DECLARE
  other text;
BEGIN
  IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
    other := ledger_not_own(p_appends);
  END IF;
  IF other IS NOT NULL THEN
    RETURN QUERY SELECT 0, 'not-your-authority ' || other;
    RETURN;
  END IF;
  RETURN QUERY
  WITH appends AS MATERIALIZED (
    SELECT i::integer AS place, (p ->> 'entity') COLLATE "C" AS entity,
      (p ->> 'after')::integer AS after, p -> 'events' AS events
    FROM json_array_elements(p_appends) WITH ORDINALITY AS t(p, i)
  ), fit AS MATERIALIZED (
    SELECT a.* FROM appends a
    WHERE coalesce((SELECT max(v.seq) FROM ledger_event v WHERE v.entity = a.entity), 0) = a.after
  ), first AS (
    INSERT INTO ledger_event (entity, seq, request, authority, event)
    SELECT f.entity, f.after + 1, f.events -> 0 ->> 'request', f.events -> 0 ->> 'by',
      f.events -> 0 -> 'event'
    FROM fit f ORDER BY f.entity
    ON CONFLICT DO NOTHING RETURNING ledger_event.entity
  ), further AS (
    INSERT INTO ledger_event (entity, seq, request, authority, event)
    SELECT f.entity, f.after + i, e ->> 'request', e ->> 'by', e -> 'event'
    FROM fit f JOIN first USING (entity),
      json_array_elements(f.events) WITH ORDINALITY AS t(e, i)
    WHERE i > 1 ORDER BY f.entity, i
  ), withheld AS (
    INSERT INTO ledger_withheld (entity, seq, authority, withheld)
    SELECT f.entity, f.after + i, e ->> 'by', e -> 'withheld'
    FROM fit f JOIN first USING (entity),
      json_array_elements(f.events) WITH ORDINALITY AS t(e, i)
    WHERE json_typeof(e -> 'withheld') = 'object'
  )
  SELECT a.place, CASE
    WHEN first.entity IS NOT NULL THEN 'appended'
    WHEN EXISTS (SELECT FROM ledger_event v WHERE v.request = a.events -> 0 ->> 'request')
      THEN 'request-known'
    ELSE 'lost-race' END
  FROM appends a LEFT JOIN first USING (entity);
END $fn$;

REVOKE ALL ON FUNCTION ${schema}.ledger_append(text, integer, json, boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.ledger_read(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.ledger_append_many(json) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.ledger_is_own(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.ledger_is_own_visit(text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.ledger_not_own(json) FROM PUBLIC;
`;
