/**
 * The sixth step: a batch is added in one pass however many events it has, as a column a field, so that no JSON of
 * it is taken apart; refusals that stand together behind a full entity are numbered behind further refusals as
 * one alone is.
 */
export const ledgerBatches = (schema: string): string => `
-- Adds the events of many entities, each entity's whole or not at all, each entity once: an entry of the
-- first arrays and a line of p_events is an entity's first event. Further events are an entry of each of the
-- p_more arrays and a line of p_more_events; p_more_places says behind which first event one stands, p_more_nths
-- how many numbers behind it. p_withheld is what is withheld of any, as [{"place", "nth", "by", "withheld"}].
-- It gives what was not added. Rows are inserted by entity: two batches that meet then wait for each other and
-- never deadlock.
CREATE FUNCTION ${schema}.ledger_add_many(
  p_entities text[], p_afters integer[], p_requests text[], p_bys text[], p_moves boolean[], p_events text,
  p_more_places integer[], p_more_nths integer[], p_more_requests text[], p_more_bys text[],
  p_more_events text, p_withheld json
) RETURNS TABLE (firm text, outcome text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $fn$
DECLARE
  v_other text;
  v_done text[];
  v_seqs integer[];
BEGIN
  IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
    SELECT asked.a INTO v_other FROM (
      SELECT b AS a FROM unnest(p_bys) AS t(b) WHERE b IS NOT NULL
      UNION
      SELECT b FROM unnest(p_more_bys) AS m(b) WHERE b IS NOT NULL
      UNION
      SELECT '*' FROM unnest(p_bys) WITH ORDINALITY AS t(b, place) WHERE b IS NULL AND NOT EXISTS (
        SELECT FROM unnest(p_more_places, p_more_bys) AS m(place, by)
        WHERE m.place = t.place AND m.by IS NOT NULL
      )
    ) AS asked WHERE NOT ledger_is_own(asked.a) LIMIT 1;
    IF v_other IS NOT NULL THEN
      RETURN QUERY SELECT NULL::text, 'not-your-authority ' || v_other;
      RETURN;
    END IF;
  END IF;
  WITH added AS (
    INSERT INTO ledger_event (entity, seq, request, authority, event)
    SELECT g.entity, coalesce(l.seq, 0) + 1, g.request, g.by, g.event::json
    FROM unnest(
      p_entities, p_afters, p_requests, p_bys, p_moves, string_to_array(p_events, E'\\n')
    ) AS g(entity, after, request, by, moves, event)
    LEFT JOIN LATERAL (
      SELECT v.seq, v.event FROM ledger_event v
      WHERE v.entity = g.entity COLLATE "C" ORDER BY v.seq DESC LIMIT 1
    ) l ON true
    WHERE CASE WHEN coalesce(l.seq, 0) = g.after THEN true
      ELSE g.moves AND l.seq > g.after AND l.event ->> 'at' COLLATE "C" <= g.event::json ->> 'at'
        AND NOT EXISTS (
          SELECT FROM ledger_event b
          WHERE b.entity = g.entity COLLATE "C" AND b.bears AND b.seq > g.after
        )
      END
    ORDER BY g.entity COLLATE "C"
    ON CONFLICT DO NOTHING RETURNING ledger_event.entity, ledger_event.seq
  )
  SELECT array_agg(added.entity), array_agg(added.seq) INTO v_done, v_seqs FROM added;
  IF cardinality(p_more_places) > 0 THEN
    INSERT INTO ledger_event (entity, seq, request, authority, event)
    SELECT d.entity, d.seq + m.nth, m.request, m.by, m.event::json
    FROM unnest(
      p_more_places, p_more_nths, p_more_requests, p_more_bys, string_to_array(p_more_events, E'\\n')
    ) AS m(place, nth, request, by, event)
    JOIN unnest(v_done, v_seqs) AS d(entity, seq) ON d.entity = p_entities[m.place]
    ORDER BY d.entity COLLATE "C", m.nth;
  END IF;
  IF p_withheld IS NOT NULL THEN
    INSERT INTO ledger_withheld (entity, seq, authority, withheld)
    SELECT d.entity, d.seq + (m ->> 'nth')::integer, m ->> 'by', m -> 'withheld'
    FROM json_array_elements(p_withheld) m
    JOIN unnest(v_done, v_seqs) AS d(entity, seq) ON d.entity = p_entities[(m ->> 'place')::integer];
  END IF;
  IF coalesce(cardinality(v_done), 0) = cardinality(p_entities) THEN RETURN; END IF;
  RETURN QUERY
  SELECT g.entity, CASE
    WHEN EXISTS (SELECT FROM ledger_event v WHERE v.request = g.request) THEN 'request-known'
    ELSE 'lost-race' END
  FROM unnest(p_entities, p_requests) AS g(entity, request)
  WHERE g.entity IN (SELECT unnest(p_entities) EXCEPT SELECT unnest(v_done));
END $fn$;

REVOKE ALL ON FUNCTION ${schema}.ledger_add_many(
  text[], integer[], text[], text[], boolean[], text,
  integer[], integer[], text[], text[], text, json) FROM PUBLIC;
`;
