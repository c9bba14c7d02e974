/**
 * The second step: the counts everybody may see, and the second lock.
 *
 * A limit of visits in a calendar year can be locked: each of its places is then a row, a place beyond
 * the last does not exist, and an event that asks for one undoes its append. The places follow from the
 * events by a trigger, so no client can pass the lock by, whatever it has decided.
 */
export const ledgerSlots = (schema: string): string => `
-- Whether a visit is off: it lapsed, or all who asked for it have withdrawn.
CREATE FUNCTION ${schema}.ledger_visit_is_off(p_entity text, p_visit text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $fn$
  SELECT EXISTS (
    SELECT FROM ledger_event e
    WHERE e.entity = p_entity AND e.event ->> 'visit' = p_visit AND e.event ->> 'type' = 'expired'
  ) OR NOT EXISTS (
    SELECT FROM ledger_event b
    WHERE b.entity = p_entity AND b.event ->> 'visit' = p_visit AND b.event ->> 'kind' IS NOT NULL
      AND NOT EXISTS (
        SELECT FROM ledger_event c
        WHERE c.entity = p_entity AND c.seq > b.seq AND c.event ->> 'visit' = p_visit
          AND c.event ->> 'type' = 'cancelled' AND c.event ->> 'by' = b.event ->> 'lead'
      )
  )
$fn$;

CREATE VIEW ${schema}.ledger_count AS
  SELECT b.entity, left(d.day, 4)::integer AS year, b.event ->> 'kind' AS kind,
    (b.event ->> 'counts')::boolean AS counts, count(*)::integer AS visits
  FROM ${schema}.ledger_event b CROSS JOIN LATERAL (
    SELECT e.event ->> 'day' AS day FROM ${schema}.ledger_event e
    WHERE e.entity = b.entity AND e.event ->> 'visit' = b.event ->> 'visit'
      AND e.event ->> 'day' IS NOT NULL AND e.event ->> 'type' <> 'joined'
    ORDER BY e.seq DESC LIMIT 1
  ) d
  WHERE b.event ->> 'kind' IS NOT NULL AND b.event ->> 'type' <> 'joined'
    AND NOT ${schema}.ledger_visit_is_off(b.entity, b.event ->> 'visit')
  GROUP BY 1, 2, 3, 4;

CREATE TABLE ${schema}.ledger_lock (
  lim text COLLATE "C" PRIMARY KEY, -- cap/limit, as the events name it
  places integer NOT NULL CHECK (places >= 0)
);

CREATE TABLE ${schema}.ledger_slot (
  entity text COLLATE "C" NOT NULL,
  lim text COLLATE "C" NOT NULL REFERENCES ${schema}.ledger_lock,
  year integer NOT NULL,
  slot integer NOT NULL CHECK (slot > 0),
  visit text COLLATE "C" NOT NULL,
  PRIMARY KEY (entity, lim, year, slot),
  UNIQUE (entity, visit, lim)
);
ALTER TABLE ${schema}.ledger_slot ENABLE ROW LEVEL SECURITY;

CREATE FUNCTION ${schema}.ledger_take(p_entity text, p_lim text, p_year integer, p_visit text)
RETURNS void LANGUAGE plpgsql SET search_path = ${schema}, pg_temp AS $fn$
BEGIN
  INSERT INTO ledger_slot (entity, lim, year, slot, visit)
  SELECT p_entity, p_lim, p_year, s, p_visit
  FROM ledger_lock l CROSS JOIN generate_series(1, l.places) s
  WHERE l.lim = p_lim AND NOT EXISTS (
    SELECT FROM ledger_slot o
    WHERE o.entity = p_entity AND o.lim = p_lim AND o.year = p_year AND o.slot = s
  ) ORDER BY s LIMIT 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no place of % is free at % in %', p_lim, p_entity, p_year
      USING ERRCODE = 'EH001', DETAIL = p_lim;
  END IF;
END $fn$;

CREATE FUNCTION ${schema}.ledger_keep_slots() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $fn$
DECLARE
  v_visit text := NEW.event ->> 'visit';
  v_year integer := left(NEW.event ->> 'day', 4)::integer;
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
  FOR v_slot IN
    SELECT lim FROM ledger_slot
    WHERE entity = NEW.entity AND visit = v_visit AND year <> v_year
  LOOP
    DELETE FROM ledger_slot WHERE entity = NEW.entity AND visit = v_visit AND lim = v_slot.lim;
    PERFORM ledger_take(NEW.entity, v_slot.lim, v_year, v_visit);
  END LOOP;
  -- What is allowed past a limit, as a legal duty or by an override, says so and takes no place.
  FOR v_slot IN
    SELECT l.lim
    FROM json_array_elements(coalesce(NEW.event -> 'uses', '[]')) u
    JOIN ledger_lock l ON l.lim = u ->> 'limit'
    WHERE NOT EXISTS (
      SELECT FROM json_array_elements_text(coalesce(NEW.event -> 'beyond', '[]')) b(lim)
      WHERE b.lim = l.lim
    ) AND NOT EXISTS (
      SELECT FROM json_array_elements_text(coalesce(NEW.event -> 'overridden', '[]')) b(lim)
      WHERE b.lim = l.lim
    ) AND NOT EXISTS (
      SELECT FROM ledger_slot o
      WHERE o.entity = NEW.entity AND o.visit = v_visit AND o.lim = l.lim
    )
    ORDER BY l.lim
  LOOP
    PERFORM ledger_take(NEW.entity, v_slot.lim, v_year, v_visit);
  END LOOP;
  RETURN NULL;
END $fn$;

CREATE TRIGGER ledger_event_keeps_slots AFTER INSERT ON ${schema}.ledger_event
  FOR EACH ROW
  WHEN (NEW.event ->> 'day' IS NOT NULL OR NEW.event ->> 'type' IN ('cancelled', 'expired'))
  EXECUTE FUNCTION ${schema}.ledger_keep_slots();

REVOKE ALL ON FUNCTION ${schema}.ledger_visit_is_off(text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.ledger_take(text, text, integer, text) FROM PUBLIC;
`;
