/**
 * The fourth step: the second lock in one statement. An event takes the places of all its locked limits at
 * once, and only one that moves a visit is asked for places in another year. A refusal is not looked at.
 */
export const ledgerSlotsAtOnce = (schema: string): string => `
CREATE OR REPLACE FUNCTION ${schema}.ledger_keep_slots() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp
  SET plan_cache_mode = force_generic_plan AS $fn$
DECLARE
  v_visit text := NEW.event ->> 'visit';
  v_year integer := left(NEW.event ->> 'day', 4)::integer;
  v_limits text[];
  v_slot record;
BEGIN
  IF NOT EXISTS (SELECT FROM ledger_lock) THEN RETURN NULL; END IF;
  IF NEW.event ->> 'type' IN ('cancelled', 'expired') THEN
    IF ledger_visit_is_off(NEW.entity, v_visit) THEN
      DELETE FROM ledger_slot WHERE entity = NEW.entity AND visit = v_visit;
    END IF;
    RETURN NULL;
  END IF;
  -- A visit that has moved to another year gives its places back and takes some there.
  IF NEW.event ->> 'kind' IS NULL THEN
    FOR v_slot IN
      SELECT lim FROM ledger_slot
      WHERE entity = NEW.entity AND visit = v_visit AND year <> v_year
    LOOP
      DELETE FROM ledger_slot WHERE entity = NEW.entity AND visit = v_visit AND lim = v_slot.lim;
      PERFORM ledger_take(NEW.entity, v_slot.lim, v_year, v_visit);
    END LOOP;
  END IF;
  -- What is allowed past a limit, as a legal duty or by an override, says so and takes no place.
  v_limits := ARRAY(SELECT u ->> 'limit' FROM json_array_elements(NEW.event -> 'uses') u);
  IF NEW.event -> 'beyond' IS NOT NULL OR NEW.event -> 'overridden' IS NOT NULL THEN
    v_limits := ARRAY(
      SELECT unnest(v_limits)
      EXCEPT SELECT json_array_elements_text(NEW.event -> 'beyond')
      EXCEPT SELECT json_array_elements_text(NEW.event -> 'overridden')
    );
  END IF;
  IF v_limits = '{}' THEN RETURN NULL; END IF;
  FOR v_slot IN
    SELECT l.lim, (
      SELECT s FROM generate_series(1, l.places) s WHERE NOT EXISTS (
        SELECT FROM ledger_slot o
        WHERE o.entity = NEW.entity AND o.lim = l.lim AND o.year = v_year AND o.slot = s
      ) ORDER BY s LIMIT 1
    ) AS slot
    FROM ledger_lock l
    WHERE l.lim = ANY (v_limits) AND NOT EXISTS (
      SELECT FROM ledger_slot o
      WHERE o.entity = NEW.entity AND o.visit = v_visit AND o.lim = l.lim
    ) ORDER BY l.lim
  LOOP
    IF v_slot.slot IS NULL THEN
      RAISE EXCEPTION 'no place of % is free at % in %', v_slot.lim, NEW.entity, v_year
        USING ERRCODE = 'EH001', DETAIL = v_slot.lim;
    END IF;
    INSERT INTO ledger_slot (entity, lim, year, slot, visit)
      VALUES (NEW.entity, v_slot.lim, v_year, v_slot.slot, v_visit);
  END LOOP;
  RETURN NULL;
END $fn$;

DROP TRIGGER ledger_event_keeps_slots ON ${schema}.ledger_event;
CREATE TRIGGER ledger_event_keeps_slots AFTER INSERT ON ${schema}.ledger_event
  FOR EACH ROW
  WHEN (NEW.bears
    AND (NEW.event ->> 'day' IS NOT NULL OR NEW.event ->> 'type' IN ('cancelled', 'expired')))
  EXECUTE FUNCTION ${schema}.ledger_keep_slots();
`;
