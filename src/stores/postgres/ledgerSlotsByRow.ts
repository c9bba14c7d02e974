/**
 * The eighth step: the second lock looks at the rows that bear on a decision alone. A statement that adds refusals,
 * as most do, keeps no copy of them for a trigger and starts none; what takes places is one plain insert.
 */
export const ledgerSlotsByRow = (schema: string): string => `
CREATE OR REPLACE FUNCTION ${schema}.ledger_keep_slots() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $fn$
DECLARE
  v_visit text := NEW.event ->> 'visit';
  v_year integer := left(NEW.event ->> 'day', 4)::integer;
  v_uses jsonb := NEW.event -> 'uses';
  v_lim text;
BEGIN
  IF NEW.event ->> 'type' IN ('cancelled', 'expired') THEN
    IF ledger_visit_is_off(NEW.entity, v_visit) THEN
      DELETE FROM ledger_slot WHERE entity = NEW.entity AND visit = v_visit;
    END IF;
    RETURN NULL;
  END IF;
  -- A visit that has moved to another year gives its places back and takes some there.
  IF v_year IS NOT NULL AND NEW.event -> 'kind' IS NULL THEN
    FOR v_lim IN
      SELECT lim FROM ledger_slot
      WHERE entity = NEW.entity AND visit = v_visit AND year <> v_year
    LOOP
      DELETE FROM ledger_slot WHERE entity = NEW.entity AND visit = v_visit AND lim = v_lim;
      PERFORM ledger_take(NEW.entity, v_lim, v_year, v_visit);
    END LOOP;
  END IF;
  IF v_year IS NULL OR v_uses IS NULL THEN RETURN NULL; END IF;
  -- What is allowed past a limit, as a legal duty or by an override, says so and takes no place. What is taken is
  -- asked by values, never by joins: planned while there are few places, a join would read all of them ever after.
  INSERT INTO ledger_slot (entity, lim, year, slot, visit)
  SELECT NEW.entity, l.lim, v_year, coalesce((
    SELECT s FROM generate_series(1, l.places) s
    WHERE s <> ALL (ARRAY(
      SELECT o.slot FROM ledger_slot o
      WHERE o.entity = NEW.entity AND o.lim = l.lim AND o.year = v_year
    )) ORDER BY s LIMIT 1
  ), ledger_no_place(NEW.entity, l.lim, v_year)), v_visit
  FROM ledger_lock l
  WHERE jsonb_path_query_array(v_uses, '$[*].limit') ? l.lim
    AND ((NEW.event -> 'beyond')::jsonb ? l.lim) IS NOT TRUE
    AND ((NEW.event -> 'overridden')::jsonb ? l.lim) IS NOT TRUE
    AND (
      SELECT o.slot FROM ledger_slot o
      WHERE o.entity = NEW.entity AND o.visit = v_visit AND o.lim = l.lim
    ) IS NULL
  ORDER BY l.lim;
  RETURN NULL;
END $fn$;

DROP TRIGGER ledger_event_keeps_slots ON ${schema}.ledger_event;
CREATE TRIGGER ledger_event_keeps_slots AFTER INSERT ON ${schema}.ledger_event
  FOR EACH ROW WHEN (NEW.bears) EXECUTE FUNCTION ${schema}.ledger_keep_slots();
`;
