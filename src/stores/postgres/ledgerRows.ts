/**
 * The ninth step: a batch is a row an event and is inserted by one query, and its visits take their places by one. What
 * bears on a decision is told by how an event begins; whoever reads one that does not takes it for a refusal, whatever
 * else it says.
 */
export const ledgerRows = (schema: string): string => `
DROP FUNCTION ${schema}.ledger_add_many(
  text[], integer[], text[], text[], boolean[], text, integer[], integer[], text[], text[], text, json);
DROP FUNCTION ${schema}.ledger_bearing(text, text);
DROP FUNCTION ${schema}.ledger_bearing_many(text[], text[]);
DROP FUNCTION ${schema}.ledger_no_place(text, text, integer);

-- Whether a later decision can depend on an event: on all but refusals, as the ledger writes them.
CREATE OR REPLACE FUNCTION ${schema}.ledger_bears(p_event text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $fn$
  SELECT NOT starts_with(p_event, '{"type":"refused",')
$fn$;

-- Whether its places are taken by whoever added it; else the trigger does it.
ALTER TABLE ${schema}.ledger_event ADD COLUMN placed boolean NOT NULL DEFAULT false,
  -- A name takes 64 bytes of every row.
  ALTER COLUMN recorded_by TYPE text COLLATE "C";
DROP TRIGGER ledger_event_keeps_slots ON ${schema}.ledger_event;
CREATE TRIGGER ledger_event_keeps_slots AFTER INSERT ON ${schema}.ledger_event
  FOR EACH ROW WHEN (NEW.bears AND NOT NEW.placed) EXECUTE FUNCTION ${schema}.ledger_keep_slots();

CREATE OR REPLACE FUNCTION ${schema}.ledger_keep_slots() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $fn$
BEGIN
  PERFORM ledger_place(NEW.entity, NEW.event::jsonb);
  RETURN NULL;
END $fn$;

-- Takes the places of one event, or gives them back.
CREATE FUNCTION ${schema}.ledger_place(p_entity text, p_event jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = ${schema}, pg_temp AS $fn$
DECLARE
  v_visit text := p_event ->> 'visit';
  v_year integer := left(p_event ->> 'day', 4)::integer;
  v_passed jsonb := coalesce(p_event -> 'beyond', '[]') || coalesce(p_event -> 'overridden', '[]');
  v_use jsonb;
  v_lim text;
  v_slot integer;
BEGIN
  IF p_event ->> 'type' IN ('cancelled', 'expired') THEN
    IF ledger_visit_is_off(p_entity, v_visit) THEN
      DELETE FROM ledger_slot WHERE entity = p_entity AND visit = v_visit;
    END IF;
    RETURN;
  END IF;
  -- A visit that has moved to another year gives its places back and takes some there.
  IF p_event ->> 'kind' IS NULL THEN
    FOR v_lim IN
      SELECT lim FROM ledger_slot
      WHERE entity = p_entity AND visit = v_visit AND year <> v_year
    LOOP
      DELETE FROM ledger_slot WHERE entity = p_entity AND visit = v_visit AND lim = v_lim;
      PERFORM ledger_take(p_entity, v_lim, v_year, v_visit);
    END LOOP;
  END IF;
  FOR i IN 0 .. coalesce(jsonb_array_length(p_event -> 'uses'), 0) - 1 LOOP
    v_use := p_event -> 'uses' -> i;
    v_lim := v_use ->> 'limit';
    -- What is allowed past a limit, as a legal duty or by an override, says so and takes no place.
    CONTINUE WHEN v_passed ? v_lim;
    -- The place that the ledger has counted is nearly always free; else any is looked for.
    v_slot := substring(v_use ->> 'used' FROM '^[0-9]{1,6}$')::integer;
    INSERT INTO ledger_slot (entity, lim, year, slot, visit)
    SELECT p_entity, v_lim, v_year, v_slot, v_visit
    FROM ledger_lock WHERE lim = v_lim AND v_slot BETWEEN 1 AND places
    ON CONFLICT DO NOTHING;
    CONTINUE WHEN FOUND;
    PERFORM ledger_take(p_entity, v_lim, v_year, v_visit)
    WHERE EXISTS (SELECT FROM ledger_lock WHERE lim = v_lim) AND NOT EXISTS (
      SELECT FROM ledger_slot WHERE entity = p_entity AND visit = v_visit AND lim = v_lim
    ) AND NOT EXISTS (
      -- Who joins a visit that was allowed past the limit takes none either.
      SELECT FROM ledger_event e
      WHERE e.entity = p_entity AND e.bears AND e.event ->> 'visit' = v_visit
        AND ((e.event::jsonb -> 'beyond') ? v_lim OR (e.event::jsonb -> 'overridden') ? v_lim)
    );
  END LOOP;
END $fn$;

-- Takes the places of many events: by one query those that visits count themselves, of all entities that only have new
-- ones, as nearly all do; then one after the other what is left.
CREATE FUNCTION ${schema}.ledger_place_many(p_entities text[], p_events json[]) RETURNS void
LANGUAGE plpgsql SET search_path = ${schema}, pg_temp AS $fn$
DECLARE
  v_left integer[];
  v_place integer;
BEGIN
  -- Characters that a JSON text may name and the database does not keep are told as it is taken apart.
  PERFORM t.event::jsonb FROM unnest(p_events) AS t(event) WHERE strpos(t.event::text, '\\u') > 0;
  IF NOT EXISTS (SELECT FROM ledger_lock) THEN RETURN; END IF;
  WITH given AS MATERIALIZED (
    SELECT g.entity, g.place, e.visit, left(e.day, 4)::integer AS year, e.uses,
      bool_and(e.kind IS NOT NULL AND e.beyond IS NULL AND e.overridden IS NULL)
        OVER (PARTITION BY g.entity) AS is_plain
    FROM unnest(p_entities, p_events) WITH ORDINALITY AS g(entity, event, place)
    CROSS JOIN LATERAL json_to_record(g.event)
      AS e(visit text, kind text, day text, uses json, beyond json, overridden json)
  ), wanted AS MATERIALIZED (
    SELECT g.entity, g.place, g.visit, g.year, l.lim, l.places,
      substring(u.used FROM '^[0-9]{1,6}$')::integer AS slot
    FROM given g CROSS JOIN LATERAL json_to_recordset(g.uses) AS u("limit" text, used text)
    JOIN ledger_lock l ON l.lim = u."limit" WHERE g.is_plain
  ), taken AS (
    INSERT INTO ledger_slot (entity, lim, year, slot, visit)
    SELECT w.entity, w.lim, w.year, w.slot, w.visit FROM wanted w
    WHERE w.slot BETWEEN 1 AND w.places
    ON CONFLICT DO NOTHING RETURNING ledger_slot.entity, ledger_slot.visit, ledger_slot.lim
  )
  SELECT array_agg(l.place ORDER BY l.place) INTO v_left FROM (
    SELECT g.place FROM given g WHERE NOT g.is_plain
    UNION
    SELECT w.place FROM wanted w
    WHERE (w.entity, w.visit, w.lim) NOT IN (SELECT t.entity, t.visit, t.lim FROM taken t)
  ) l;
  FOREACH v_place IN ARRAY coalesce(v_left, '{}') LOOP
    PERFORM ledger_place(p_entities[v_place], p_events[v_place]::jsonb);
  END LOOP;
END $fn$;

-- Adds the events of many entities, each entity's whole or not at all: an entry of each array is an event, the
-- p_nths-th of the p_appends-th entity's, which go behind the event p_afters. Those that move go behind what bears on no decision as
-- well, unless that is of a later day. p_withheld is what is withheld of any, as [{"entity", "nth", "by",
-- "withheld"}]. It gives what was not added. Entities come by their bytes: two batches that meet then wait for
-- each other and never deadlock.
CREATE FUNCTION ${schema}.ledger_add_many(
  p_appends integer[], p_entities text[], p_afters integer[], p_nths integer[], p_moves boolean[],
  p_requests text[], p_bys text[], p_events text[], p_withheld json
) RETURNS TABLE (firm text, outcome text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $fn$
DECLARE
  v_other text;
  v_lasts integer[];
  v_done text[];
  v_seqs integer[];
  v_bearing text[];
  v_events json[];
BEGIN
  IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
    SELECT asked.a INTO v_other FROM (
      SELECT b AS a FROM unnest(p_bys) AS t(b) WHERE b IS NOT NULL
      UNION
      SELECT '*' FROM unnest(p_entities, p_bys) AS t(e, b) GROUP BY e HAVING count(b) = 0
    ) AS asked WHERE NOT ledger_is_own(asked.a) LIMIT 1;
    IF v_other IS NOT NULL THEN
      RETURN QUERY SELECT NULL::text, 'not-your-authority ' || v_other;
      RETURN;
    END IF;
  END IF;
  -- Behind which event each append goes, -1 where it may not.
  SELECT array_agg(CASE WHEN CASE
      WHEN coalesce(l.seq, 0) = a.after THEN true
      ELSE a.moves AND l.seq > a.after AND (
        SELECT v.event ->> 'at' FROM ledger_event v
        WHERE v.entity = a.entity COLLATE "C" AND v.seq = l.seq
      ) COLLATE "C" <= p_events[a.i]::json ->> 'at' AND NOT EXISTS (
        SELECT FROM ledger_event b
        WHERE b.entity = a.entity COLLATE "C" AND b.bears AND b.seq > a.after
      ) END THEN coalesce(l.seq, 0) ELSE -1 END ORDER BY a.append) INTO v_lasts
  FROM unnest(p_appends, p_entities, p_afters, p_nths, p_moves) WITH ORDINALITY
    AS a(append, entity, after, nth, moves, i)
  LEFT JOIN LATERAL (
    SELECT v.seq FROM ledger_event v
    WHERE v.entity = a.entity COLLATE "C" ORDER BY v.seq DESC LIMIT 1
  ) l ON true
  WHERE a.nth = 1;
  -- To be ready for others takes a bare row twice as long: only where one was there, all is undone, and the first
  -- of each entity shows where its others may go.
  BEGIN
    ${added('true', '')}
  EXCEPTION WHEN unique_violation THEN
    ${added('g.nth = 1', 'ON CONFLICT DO NOTHING')}
    WITH added AS (
      INSERT INTO ledger_event (entity, seq, request, authority, event, bears, placed)
      SELECT d.entity, d.seq + g.nth - 1, g.request, g.by, g.event::json, ledger_bears(g.event), true
      FROM unnest(p_entities, p_nths, p_requests, p_bys, p_events)
        AS g(entity, nth, request, by, event)
      JOIN unnest(v_done, v_seqs) AS d(entity, seq) ON d.entity = g.entity
      WHERE g.nth > 1
      RETURNING ${bearing}
    )
    SELECT v_done || array_agg(a.entity), v_seqs || array_agg(a.seq),
      v_bearing || array_agg(a.entity ORDER BY a.seq) FILTER (WHERE a.bears),
      v_events || array_agg(a.event ORDER BY a.seq) FILTER (WHERE a.bears)
    INTO v_done, v_seqs, v_bearing, v_events FROM added a;
  END;
  IF v_bearing IS NOT NULL THEN PERFORM ledger_place_many(v_bearing, v_events); END IF;
  IF p_withheld IS NOT NULL THEN
    INSERT INTO ledger_withheld (entity, seq, authority, withheld)
    SELECT d.entity, d.first + (m ->> 'nth')::integer - 1, m ->> 'by', m -> 'withheld'
    FROM json_array_elements(p_withheld) m JOIN (
      SELECT t.entity, min(t.seq) AS first FROM unnest(v_done, v_seqs) AS t(entity, seq)
      GROUP BY t.entity
    ) d ON d.entity = m ->> 'entity';
  END IF;
  IF cardinality(v_done) = cardinality(p_entities) THEN RETURN; END IF;
  RETURN QUERY
  SELECT g.entity, CASE
    WHEN EXISTS (SELECT FROM ledger_event v WHERE v.request = g.request) THEN 'request-known'
    ELSE 'lost-race' END
  FROM unnest(p_entities, p_nths, p_requests) AS g(entity, nth, request)
  WHERE g.nth = 1 AND g.entity IN (SELECT unnest(p_entities) EXCEPT SELECT unnest(v_done));
END $fn$;

-- Of one entity's events those that bear on a decision about a request: all but refusals, the answer to the
-- request, and the last event, each as [number, whether it bears, event, what is withheld of it], in no order. It
-- reads with the caller's rights, as the next does.
CREATE FUNCTION ${schema}.ledger_bearing(p_entity text, p_request text) RETURNS text
LANGUAGE plpgsql STABLE AS $fn$
BEGIN
  RETURN (
    SELECT '[' || string_agg(
      '[' || e.seq || ',' || e.bears || ',' || e.event || coalesce(',' || (
        SELECT w.withheld::text FROM ${schema}.ledger_withheld w
        WHERE w.entity = p_entity AND w.seq = e.seq
      ), '') || ']', ','
    ) || ']'
    FROM (
      SELECT b.seq, b.bears, b.event::text AS event FROM ${schema}.ledger_event b
      WHERE b.entity = p_entity AND b.bears
      UNION ALL
      SELECT a.seq, a.bears, a.event::text FROM ${schema}.ledger_event a
      WHERE a.request = p_request AND a.entity = p_entity AND NOT a.bears
      UNION ALL
      SELECT l.seq, l.bears, l.event::text FROM (
        SELECT v.seq, v.event, v.request, v.bears FROM ${schema}.ledger_event v
        WHERE v.entity = p_entity ORDER BY v.seq DESC LIMIT 1
      ) l WHERE NOT l.bears AND l.request IS DISTINCT FROM p_request
    ) e
  );
END $fn$;

-- The same of many entities, in no order; an event may come twice.
CREATE FUNCTION ${schema}.ledger_bearing_many(p_entities text[], p_requests text[])
RETURNS TABLE (firm text, number integer, bearing boolean, content text, hidden text)
LANGUAGE plpgsql STABLE AS $fn$
BEGIN
  RETURN QUERY
  SELECT e.entity, e.seq, e.bears, e.event::text, (
    SELECT w.withheld::text FROM ${schema}.ledger_withheld w
    WHERE w.entity = e.entity AND w.seq = e.seq
  )
  FROM (
    SELECT b.entity, b.seq, b.bears, b.event FROM ${schema}.ledger_event b
    WHERE b.entity = ANY (p_entities) AND b.bears
    UNION ALL
    SELECT l.entity, l.seq, l.bears, l.event FROM unnest(p_entities) AS q(entity) CROSS JOIN LATERAL (
      SELECT v.entity, v.seq, v.event, v.bears FROM ${schema}.ledger_event v
      WHERE v.entity = q.entity COLLATE "C" ORDER BY v.seq DESC LIMIT 1
    ) l WHERE NOT l.bears
    UNION ALL
    SELECT a.entity, a.seq, a.bears, a.event FROM ${schema}.ledger_event a
    WHERE a.request = ANY (p_requests) AND a.entity = ANY (p_entities) AND NOT a.bears
  ) e;
END $fn$;

REVOKE ALL ON FUNCTION ${schema}.ledger_place(text, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.ledger_place_many(text[], json[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.ledger_bearing(text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.ledger_bearing_many(text[], text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.ledger_add_many(
  integer[], text[], integer[], integer[], boolean[], text[], text[], text[], json) FROM PUBLIC;
`;

/** Adds those of the events that may stand where they are to, and tells which, and which of them bear. */
const added = (which: string, conflicts: string): string => `
    WITH added AS (
      INSERT INTO ledger_event (entity, seq, request, authority, event, bears, placed)
      SELECT g.entity, v_lasts[g.append] + g.nth, g.request, g.by, g.event::json,
        ledger_bears(g.event), true
      FROM unnest(p_appends, p_entities, p_nths, p_requests, p_bys, p_events)
        AS g(append, entity, nth, request, by, event)
      WHERE v_lasts[g.append] >= 0 AND ${which}
      ${conflicts}
      RETURNING ${bearing}
    )
    SELECT array_agg(a.entity), array_agg(a.seq), array_agg(a.entity) FILTER (WHERE a.bears),
      array_agg(a.event) FILTER (WHERE a.bears)
    INTO v_done, v_seqs, v_bearing, v_events FROM added a;`;

/** What is told of an event that was added; the event itself only where it may have places to take. */
const bearing = `ledger_event.entity, ledger_event.seq, ledger_event.bears,
        CASE WHEN ledger_event.bears THEN ledger_event.event END AS event`;
