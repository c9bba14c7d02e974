/**
 * The eighth step: less work an event. Whoever adds an event looks once whether it is a refusal; the second lock is
 * not called for refusals, and tries the place first that a visit itself counts; and a batch is inserted without
 * expecting that others are there before it.
 */
export const ledgerOnce = (schema: string): string => `
-- Whether a later decision can depend on an event: on all but refusals. As the ledger writes a refusal it is
-- told by its beginning; what can be written in other ways, or names a type twice, is read as JSON.
CREATE FUNCTION ${schema}.ledger_bears(p_event text) RETURNS boolean LANGUAGE sql STABLE AS $fn$
  SELECT CASE
    WHEN starts_with(p_event, '{"type":"refused",') AND strpos(p_event, E'\\\\u') = 0
      AND octet_length(replace(p_event, '"type"', '')) = octet_length(p_event) - 6 THEN false
    ELSE (p_event::json ->> 'type') IS DISTINCT FROM 'refused' END
$fn$;
ALTER TABLE ${schema}.ledger_event ALTER COLUMN bears DROP EXPRESSION;
-- What is not added by the functions is read for every decision.
ALTER TABLE ${schema}.ledger_event ALTER COLUMN bears SET DEFAULT true;

-- A place is only ever of a limit that the statement itself finds locked: to look it up again took as long as the rest.
ALTER TABLE ${schema}.ledger_slot DROP CONSTRAINT ledger_slot_lim_fkey;

CREATE OR REPLACE FUNCTION ${schema}.ledger_keep_slots() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $fn$
DECLARE
  v_event jsonb := NEW.event;
  v_visit text := v_event ->> 'visit';
  v_year integer := left(v_event ->> 'day', 4)::integer;
  v_beyond jsonb := coalesce(v_event -> 'beyond', '[]') || coalesce(v_event -> 'overridden', '[]');
  v_use jsonb;
  v_lim text;
  v_slot integer;
BEGIN
  IF v_event ->> 'type' IN ('cancelled', 'expired') THEN
    IF ledger_visit_is_off(NEW.entity, v_visit) THEN
      DELETE FROM ledger_slot WHERE entity = NEW.entity AND visit = v_visit;
    END IF;
    RETURN NULL;
  END IF;
  -- A visit that has moved to another year gives its places back and takes some there.
  IF v_event ->> 'kind' IS NULL THEN
    FOR v_lim IN
      SELECT lim FROM ledger_slot
      WHERE entity = NEW.entity AND visit = v_visit AND year <> v_year
    LOOP
      DELETE FROM ledger_slot WHERE entity = NEW.entity AND visit = v_visit AND lim = v_lim;
      PERFORM ledger_take(NEW.entity, v_lim, v_year, v_visit);
    END LOOP;
  END IF;
  FOR i IN 0 .. coalesce(jsonb_array_length(v_event -> 'uses'), 0) - 1 LOOP
    v_use := v_event -> 'uses' -> i;
    v_lim := v_use ->> 'limit';
    -- What is allowed past a limit, as a legal duty or by an override, says so and takes no place.
    CONTINUE WHEN v_beyond ? v_lim;
    -- The place that the ledger has counted is nearly always free; else any is looked for.
    v_slot := substring(v_use ->> 'used' FROM '^[0-9]{1,6}$')::integer;
    INSERT INTO ledger_slot (entity, lim, year, slot, visit)
    SELECT NEW.entity, v_lim, v_year, v_slot, v_visit
    FROM ledger_lock WHERE lim = v_lim AND v_slot BETWEEN 1 AND places
    ON CONFLICT DO NOTHING;
    CONTINUE WHEN FOUND;
    PERFORM ledger_take(NEW.entity, v_lim, v_year, v_visit)
    WHERE EXISTS (SELECT FROM ledger_lock WHERE lim = v_lim) AND NOT EXISTS (
      SELECT FROM ledger_slot WHERE entity = NEW.entity AND visit = v_visit AND lim = v_lim
    ) AND NOT EXISTS (
      -- Who joins a visit that was allowed past the limit takes none either.
      SELECT FROM ledger_event e
      WHERE e.entity = NEW.entity AND e.bears AND e.event ->> 'visit' = v_visit
        AND ((e.event::jsonb -> 'beyond') ? v_lim OR (e.event::jsonb -> 'overridden') ? v_lim)
    );
  END LOOP;
  RETURN NULL;
END $fn$;

DROP TRIGGER ledger_event_keeps_slots ON ${schema}.ledger_event;
CREATE TRIGGER ledger_event_keeps_slots AFTER INSERT ON ${schema}.ledger_event
  FOR EACH ROW WHEN (NEW.bears) EXECUTE FUNCTION ${schema}.ledger_keep_slots();

CREATE OR REPLACE FUNCTION ${schema}.ledger_add(
  p_entity text, p_after integer, p_request text, p_by text, p_moves boolean,
  p_event json, p_withheld json
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $fn$
DECLARE
  v_bears boolean := ledger_bears(p_event::text);
BEGIN
  IF NOT pg_has_role(session_user, current_user, 'MEMBER')
    AND NOT ledger_is_own(coalesce(p_by, '*')) THEN
    RETURN 'not-your-authority ' || coalesce(p_by, '*');
  END IF;
  INSERT INTO ledger_event (entity, seq, request, authority, event, bears)
    SELECT p_entity, p_after + 1, p_request, p_by, p_event, v_bears
    WHERE p_after = 0
      OR EXISTS (SELECT FROM ledger_event WHERE entity = p_entity AND seq = p_after)
    ON CONFLICT DO NOTHING;
  IF NOT FOUND AND p_moves THEN
    INSERT INTO ledger_event (entity, seq, request, authority, event, bears)
      SELECT p_entity, l.seq + 1, p_request, p_by, p_event, v_bears
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

CREATE OR REPLACE FUNCTION ${schema}.ledger_add_many(
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
  -- To be ready for others takes a bare row twice as long: only where one was there, all is undone and done so.
  BEGIN
    ${addFirst('')}
  EXCEPTION WHEN unique_violation THEN
    ${addFirst('ON CONFLICT DO NOTHING')}
  END;
  IF cardinality(p_more_places) > 0 THEN
    INSERT INTO ledger_event (entity, seq, request, authority, event, bears)
    SELECT d.entity, d.seq + m.nth, m.request, m.by, m.event::json, ledger_bears(m.event)
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
`;

/** Adds the first event of each entity and tells which were added, under which numbers. */
const addFirst = (conflicts: string): string => `
  WITH added AS (
    INSERT INTO ledger_event (entity, seq, request, authority, event, bears)
    SELECT g.entity, coalesce(l.seq, 0) + 1, g.request, g.by, g.event::json, ledger_bears(g.event)
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
    ${conflicts} RETURNING ledger_event.entity, ledger_event.seq
  )
  SELECT array_agg(added.entity), array_agg(added.seq) INTO v_done, v_seqs FROM added;`;
