/**
 * The fifth step: events are read by queries that are planned once; the next step adds batches. A refusal may be
 * numbered behind further refusals, on which it does not depend; so an event's entity and number are told by
 * the columns alone from now on.
 */
export const ledgerTrips = (schema: string): string => `
DROP FUNCTION ${schema}.ledger_append(text, integer, json, boolean);
DROP FUNCTION ${schema}.ledger_append_many(json);
DROP FUNCTION ${schema}.ledger_not_own(json);
DROP FUNCTION ${schema}.ledger_read(text);
DROP FUNCTION ${schema}.ledger_bearing(text, text);
DROP FUNCTION ${schema}.ledger_bearing_many(text[], text[]);
DROP FUNCTION ${schema}.ledger_add(text, integer, text, text, json, json);
DROP FUNCTION ${schema}.ledger_add_many(
  integer[], text[], integer[], text[], text[], text, text);

-- Of one entity's events those that bear on a decision about a request: all but refusals, the answer to
-- the request, and the last event, each as [number, event, what is withheld of it], in no order. It reads
-- with the caller's rights, as the next does.
CREATE FUNCTION ${schema}.ledger_bearing(p_entity text, p_request text) RETURNS text
LANGUAGE plpgsql STABLE AS $fn$
BEGIN
  RETURN (
    SELECT '[' || string_agg(
      '[' || e.seq || ',' || e.event || coalesce(',' || (
        SELECT w.withheld::text FROM ${schema}.ledger_withheld w
        WHERE w.entity = p_entity AND w.seq = e.seq
      ), '') || ']', ','
    ) || ']'
    FROM (
      SELECT b.seq, b.event::text AS event FROM ${schema}.ledger_event b
      WHERE b.entity = p_entity AND b.bears
      UNION ALL
      SELECT a.seq, a.event::text FROM ${schema}.ledger_event a
      WHERE a.request = p_request AND a.entity = p_entity AND NOT a.bears
      UNION ALL
      SELECT l.seq, l.event::text FROM (
        SELECT v.seq, v.event, v.request, v.bears FROM ${schema}.ledger_event v
        WHERE v.entity = p_entity ORDER BY v.seq DESC LIMIT 1
      ) l WHERE NOT l.bears AND l.request IS DISTINCT FROM p_request
    ) e
  );
END $fn$;

-- The same of many entities, in no order; an event may come twice.
CREATE FUNCTION ${schema}.ledger_bearing_many(p_entities text[], p_requests text[])
RETURNS TABLE (firm text, number integer, content text, hidden text)
LANGUAGE plpgsql STABLE AS $fn$
BEGIN
  RETURN QUERY
  SELECT e.entity, e.seq, e.event::text, (
    SELECT w.withheld::text FROM ${schema}.ledger_withheld w
    WHERE w.entity = e.entity AND w.seq = e.seq
  )
  FROM (
    SELECT b.entity, b.seq, b.event FROM ${schema}.ledger_event b
    WHERE b.entity = ANY (p_entities) AND b.bears
    UNION ALL
    SELECT l.entity, l.seq, l.event FROM unnest(p_entities) AS q(entity) CROSS JOIN LATERAL (
      SELECT v.entity, v.seq, v.event, v.bears FROM ${schema}.ledger_event v
      WHERE v.entity = q.entity COLLATE "C" ORDER BY v.seq DESC LIMIT 1
    ) l WHERE NOT l.bears
    UNION ALL
    SELECT a.entity, a.seq, a.event FROM ${schema}.ledger_event a
    WHERE a.request = ANY (p_requests) AND a.entity = ANY (p_entities) AND NOT a.bears
  ) e;
END $fn$;

-- Adds one event behind the event p_after; one that moves goes behind what bears on no decision as well,
-- unless that is of a later day.
CREATE FUNCTION ${schema}.ledger_add(
  p_entity text, p_after integer, p_request text, p_by text, p_moves boolean,
  p_event json, p_withheld json
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $fn$
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
  IF NOT FOUND AND p_moves THEN
    INSERT INTO ledger_event (entity, seq, request, authority, event)
      SELECT p_entity, l.seq + 1, p_request, p_by, p_event
      FROM (
        SELECT v.seq, v.event FROM ledger_event v
        WHERE v.entity = p_entity ORDER BY v.seq DESC LIMIT 1
      ) l
      WHERE l.seq > p_after AND l.event ->> 'at' COLLATE "C" <= p_event ->> 'at'
        AND NOT EXISTS (
          SELECT FROM ledger_event b WHERE b.entity = p_entity AND b.bears AND b.seq > p_after
        )
      ON CONFLICT DO NOTHING;
  END IF;
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

REVOKE ALL ON FUNCTION ${schema}.ledger_bearing(text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.ledger_bearing_many(text[], text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.ledger_add(
  text, integer, text, text, boolean, json, json) FROM PUBLIC;
`;
