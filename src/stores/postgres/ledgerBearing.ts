/**
 * The third step: what bears on a decision is read without the refusals before it, and events are added as
 * columns instead of one large JSON that is parsed again for each part of it.
 */
export const ledgerBearing = (schema: string): string => `
-- Whether a later decision can depend on an event: on all but refusals.
ALTER TABLE ${schema}.ledger_event ADD COLUMN bears boolean NOT NULL
  GENERATED ALWAYS AS ((event ->> 'type') IS DISTINCT FROM 'refused') STORED;
CREATE INDEX ledger_event_bears ON ${schema}.ledger_event (entity, seq) WHERE bears;

-- Of one entity's events those that bear on a decision about a request: all but refusals, the answer to
-- the request, and the last event, each with what is withheld of it. It reads with the caller's rights.
CREATE FUNCTION ${schema}.ledger_bearing(p_entity text, p_request text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = ${schema}, pg_temp
  SET plan_cache_mode = force_generic_plan AS $fn$
DECLARE
  v_text text;
  v_last record;
BEGIN
  SELECT string_agg(
    '[' || e.event::text || coalesce(',' || w.withheld::text, '') || ']', ',' ORDER BY e.seq
  ) INTO v_text
  FROM ledger_event e LEFT JOIN ledger_withheld w USING (entity, seq)
  WHERE e.entity = p_entity AND (e.bears OR e.request = p_request);
  SELECT event, bears OR request IS NOT DISTINCT FROM p_request AS is_there INTO v_last
  FROM ledger_event WHERE entity = p_entity ORDER BY seq DESC LIMIT 1;
  IF v_last.is_there IS FALSE THEN v_text := concat_ws(',', v_text, '[' || v_last.event || ']'); END IF;
  RETURN '[' || v_text || ']';
END $fn$;

-- The same of many entities, in no order.
CREATE FUNCTION ${schema}.ledger_bearing_many(p_entities text[], p_requests text[])
RETURNS TABLE (event text, withheld text)
LANGUAGE plpgsql STABLE SET search_path = ${schema}, pg_temp
  SET plan_cache_mode = force_generic_plan AS $fn$
BEGIN
  RETURN QUERY
  SELECT e.event::text, w.withheld::text
  FROM (
    SELECT b.entity, b.seq, b.event FROM ledger_event b WHERE b.entity = ANY (p_entities) AND b.bears
    UNION ALL
    SELECT l.entity, l.seq, l.event FROM unnest(p_entities) AS q(entity) CROSS JOIN LATERAL (
      SELECT v.entity, v.seq, v.event, v.bears FROM ledger_event v
      WHERE v.entity = q.entity COLLATE "C" ORDER BY v.seq DESC LIMIT 1
    ) l WHERE NOT l.bears
    UNION ALL
    SELECT a.entity, a.seq, a.event FROM ledger_event a
    WHERE a.request = ANY (p_requests) AND a.entity = ANY (p_entities) AND NOT a.bears
  ) e LEFT JOIN ledger_withheld w USING (entity, seq);
END $fn$;

-- Adds one event behind the event p_after.
CREATE FUNCTION ${schema}.ledger_add(
  p_entity text, p_after integer, p_request text, p_by text, p_event json, p_withheld json
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp
  SET plan_cache_mode = force_generic_plan AS $fn$
BEGIN
  IF NOT pg_has_role(session_user, current_user, 'MEMBER')
    AND NOT ledger_is_own(coalesce(p_by, '*')) THEN
    RETURN 'not-your-authority ' || coalesce(p_by, '*');
  END IF;
  INSERT INTO ledger_event (entity, seq, request, authority, event)
    SELECT p_entity, p_after + 1, p_request, p_by, p_event
    WHERE p_after = 0
      OR EXISTS (SELECT FROM ledger_event WHERE entity = p_entity AND seq = p_after)
    ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN CASE WHEN EXISTS (SELECT FROM ledger_event WHERE request = p_request)
      THEN 'request-known' ELSE 'lost-race' END;
  END IF;
  IF p_withheld IS NOT NULL THEN
    INSERT INTO ledger_withheld (entity, seq, authority, withheld)
      VALUES (p_entity, p_after + 1, p_by, p_withheld);
  END IF;
  RETURN 'appended';
END $fn$;

-- Adds the events of many entities, each entity's whole or not at all: an entry of each array is an
-- event, p_places tells which append it belongs to, and the two texts have a line an event. Rows are
-- inserted by entity: two batches that meet then wait for each other and never deadlock.
CREATE FUNCTION ${schema}.ledger_add_many(
  p_places integer[], p_entities text[], p_afters integer[], p_requests text[], p_bys text[],
  p_events text, p_withheld text
) RETURNS TABLE (place integer, outcome text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp
  SET plan_cache_mode = force_generic_plan AS $fn$
DECLARE
  v_other text;
BEGIN
  IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
    SELECT asked.a INTO v_other FROM (
      SELECT b AS a FROM unnest(p_bys) AS t(b) WHERE b IS NOT NULL
      UNION
      SELECT '*' FROM unnest(p_places, p_bys) AS t(p, b) GROUP BY p HAVING count(b) = 0
    ) AS asked WHERE NOT ledger_is_own(asked.a) LIMIT 1;
    IF v_other IS NOT NULL THEN
      RETURN QUERY SELECT 0, 'not-your-authority ' || v_other;
      RETURN;
    END IF;
  END IF;
  RETURN QUERY
  WITH given AS MATERIALIZED (
    SELECT t.p, t.entity COLLATE "C" AS entity, t.after, t.request, t.by, t.event, t.withheld,
      (t.after + row_number() OVER (PARTITION BY t.p ORDER BY t.i))::integer AS seq
    FROM unnest(
      p_places, p_entities, p_afters, p_requests, p_bys,
      string_to_array(p_events, E'\\n'), string_to_array(p_withheld, E'\\n', '')
    ) WITH ORDINALITY AS t(p, entity, after, request, by, event, withheld, i)
  ), first AS (
    INSERT INTO ledger_event (entity, seq, request, authority, event)
    SELECT g.entity, g.seq, g.request, g.by, g.event::json
    FROM given g
    WHERE g.seq = g.after + 1 AND (g.after = 0 OR EXISTS (
      SELECT FROM ledger_event v WHERE v.entity = g.entity AND v.seq = g.after
    )) ORDER BY g.entity
    ON CONFLICT DO NOTHING RETURNING ledger_event.entity, ledger_event.seq
  ), fit AS (
    SELECT g.* FROM given g JOIN first f ON f.entity = g.entity AND f.seq = g.after + 1
  ), further AS (
    INSERT INTO ledger_event (entity, seq, request, authority, event)
    SELECT t.entity, t.seq, t.request, t.by, t.event::json
    FROM fit t WHERE t.seq > t.after + 1 ORDER BY t.entity, t.seq
  ), hidden AS (
    INSERT INTO ledger_withheld (entity, seq, authority, withheld)
    SELECT t.entity, t.seq, t.by, t.withheld::json FROM fit t WHERE t.withheld IS NOT NULL
  )
  SELECT g.p, CASE
    WHEN f.entity IS NOT NULL THEN 'appended'
    WHEN EXISTS (SELECT FROM ledger_event v WHERE v.request = g.request) THEN 'request-known'
    ELSE 'lost-race' END
  FROM given g LEFT JOIN first f ON f.entity = g.entity AND f.seq = g.after + 1
  WHERE g.seq = g.after + 1;
END $fn$;

REVOKE ALL ON FUNCTION ${schema}.ledger_bearing(text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.ledger_bearing_many(text[], text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.ledger_add(text, integer, text, text, json, json) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.ledger_add_many(
  integer[], text[], integer[], text[], text[], text, text) FROM PUBLIC;
`;
