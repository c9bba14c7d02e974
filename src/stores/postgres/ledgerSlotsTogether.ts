/**
 * The seventh step: the second lock looks once at all that a statement has added instead of at each event, so
 * that a batch's visits take their places together. An event is taken apart once.
 */
export const ledgerSlotsTogether = (schema: string): string => `
CREATE FUNCTION ${schema}.ledger_no_place(p_entity text, p_lim text, p_year integer) RETURNS integer
LANGUAGE plpgsql AS $fn$
BEGIN
  RAISE EXCEPTION 'no place of % is free at % in %', p_lim, p_entity, p_year
    USING ERRCODE = 'EH001', DETAIL = p_lim;
END $fn$;

CREATE OR REPLACE FUNCTION ${schema}.ledger_keep_slots() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $fn$
DECLARE
  v_act record;
  v_lim text;
BEGIN
  IF NOT EXISTS (SELECT FROM added WHERE bears) OR NOT EXISTS (SELECT FROM ledger_lock) THEN
    RETURN NULL;
  END IF;
  FOR v_act IN
    SELECT a.entity, e.visit, e.type, left(e.day, 4)::integer AS year
    FROM added a CROSS JOIN LATERAL json_to_record(a.event)
      AS e(type text, visit text, kind text, day text)
    WHERE a.bears AND e.kind IS NULL ORDER BY a.entity, a.seq
  LOOP
    IF v_act.type IN ('cancelled', 'expired') THEN
      IF ledger_visit_is_off(v_act.entity, v_act.visit) THEN
        DELETE FROM ledger_slot WHERE entity = v_act.entity AND visit = v_act.visit;
      END IF;
      CONTINUE;
    END IF;
    -- A visit that has moved to another year gives its places back and takes some there.
    FOR v_lim IN
      SELECT lim FROM ledger_slot
      WHERE entity = v_act.entity AND visit = v_act.visit AND year <> v_act.year
    LOOP
      DELETE FROM ledger_slot
      WHERE entity = v_act.entity AND visit = v_act.visit AND lim = v_lim;
      PERFORM ledger_take(v_act.entity, v_lim, v_act.year, v_act.visit);
    END LOOP;
  END LOOP;
  -- What is allowed past a limit, as a legal duty or by an override, says so and takes no place. What is taken is
  -- asked by values, never by joins: planned while there are few places, a join would read all of them ever after.
  INSERT INTO ledger_slot (entity, lim, year, slot, visit)
  SELECT w.entity, w.lim, w.year, coalesce((
    SELECT s FROM generate_series(1, w.places) s
    WHERE s <> ALL (ARRAY(
      SELECT o.slot FROM ledger_slot o
      WHERE o.entity = w.entity AND o.lim = w.lim AND o.year = w.year
    )) ORDER BY s OFFSET w.nth - 1 LIMIT 1
  ), ledger_no_place(w.entity, w.lim, w.year)), w.visit
  FROM (
    SELECT b.entity, l.lim, l.places, b.year, b.visit,
      row_number() OVER (PARTITION BY b.entity, l.lim, b.year ORDER BY min(b.seq)) AS nth
    FROM (
      SELECT a.entity, a.seq, e.visit, e.uses, e.beyond, e.overridden,
        left(first_value(e.day) OVER (
          PARTITION BY a.entity, e.visit ORDER BY e.day IS NULL, a.seq DESC
        ), 4)::integer AS year,
        bool_or(e.type IN ('cancelled', 'expired')) OVER (PARTITION BY a.entity, e.visit) AS ends
      FROM added a CROSS JOIN LATERAL json_to_record(a.event)
        AS e(type text, visit text, day text, uses json, beyond jsonb, overridden jsonb)
      WHERE a.bears
    ) b
    CROSS JOIN LATERAL json_array_elements(b.uses) u
    JOIN ledger_lock l ON l.lim = u ->> 'limit'
    WHERE (b.beyond ? l.lim) IS NOT TRUE AND (b.overridden ? l.lim) IS NOT TRUE
      AND (
        SELECT o.slot FROM ledger_slot o
        WHERE o.entity = b.entity AND o.visit = b.visit AND o.lim = l.lim
      ) IS NULL
      AND CASE WHEN b.ends THEN NOT ledger_visit_is_off(b.entity, b.visit) ELSE true END
    GROUP BY b.entity, l.lim, b.year, b.visit
  ) w ORDER BY w.entity, w.lim, w.nth;
  RETURN NULL;
END $fn$;

DROP TRIGGER ledger_event_keeps_slots ON ${schema}.ledger_event;
CREATE TRIGGER ledger_event_keeps_slots AFTER INSERT ON ${schema}.ledger_event
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.ledger_keep_slots();

REVOKE ALL ON FUNCTION ${schema}.ledger_no_place(text, text, integer) FROM PUBLIC;
`;
