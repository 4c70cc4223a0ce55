DROP INDEX "meetings_held";--> statement-breakpoint
DROP INDEX "statements_sent";--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD COLUMN "counted_on" text;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD COLUMN "heard" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "came" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "met_at" bigint;--> statement-breakpoint
CREATE INDEX "meeting_young_people_held" ON "meeting_young_people" USING btree ("kind","counted_on","age_band","participation_code","heard","young_person_id","meeting_id");--> statement-breakpoint
CREATE INDEX "meetings_held" ON "meetings" USING btree ("kind","held_on","cancelled_at","scheduled_at","id","due_by","decisions_sent_on","record_sent_on","chair_id","minutes","came");--> statement-breakpoint
CREATE INDEX "statements_sent" ON "statements" USING btree ("sent_at","taken_back_at","goes_to","young_person_id","form_id","language","face","age_band","care_status","opened_at","replied_at","met_at","id");--> statement-breakpoint
UPDATE meeting_young_people SET
	kind = (SELECT m.kind FROM meetings AS m WHERE m.id = meeting_young_people.meeting_id),
	counted_on = (SELECT CASE WHEN m.cancelled_at IS NULL THEN m.held_on END FROM meetings AS m
		WHERE m.id = meeting_young_people.meeting_id);
--> statement-breakpoint
UPDATE meetings SET came = (
	SELECT count(*) FROM statement_links AS l
	JOIN statements AS s ON s.id = l.statement_id
	WHERE l.meeting_id = meetings.id
		AND (l.ended_at IS NULL OR (l.end_reason = 'missed' AND s.taken_back_at IS NULL))
) WHERE id IN (SELECT l.meeting_id FROM statement_links AS l);
--> statement-breakpoint
UPDATE meeting_young_people SET heard = (
	SELECT count(*) FROM statement_links AS l
	JOIN statements AS s ON s.id = l.statement_id
	WHERE l.meeting_id = meeting_young_people.meeting_id AND s.young_person_id = meeting_young_people.young_person_id
		AND (l.ended_at IS NULL OR (l.end_reason = 'missed' AND s.taken_back_at IS NULL))
) WHERE meeting_id IN (SELECT l.meeting_id FROM statement_links AS l);
--> statement-breakpoint
UPDATE statements SET met_at = (
	SELECT coalesce(
		min(CASE WHEN l.end_reason = 'missed' THEN m.scheduled_at END),
		min(CASE WHEN l.ended_at IS NULL THEN m.scheduled_at END)
	) FROM statement_links AS l
	JOIN meetings AS m ON m.id = l.meeting_id
	WHERE l.statement_id = statements.id AND m.held_on IS NOT NULL AND m.cancelled_at IS NULL
) WHERE id IN (SELECT l.statement_id FROM statement_links AS l);
--> statement-breakpoint
CREATE FUNCTION meeting_counted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	UPDATE meeting_young_people
	SET kind = NEW.kind, counted_on = CASE WHEN NEW.cancelled_at IS NULL THEN NEW.held_on END
	WHERE meeting_id = NEW.id;
	UPDATE statements SET met_at = (
		SELECT coalesce(
			min(CASE WHEN l.end_reason = 'missed' THEN m.scheduled_at END),
			min(CASE WHEN l.ended_at IS NULL THEN m.scheduled_at END)
		) FROM statement_links AS l
		JOIN meetings AS m ON m.id = l.meeting_id
		WHERE l.statement_id = statements.id AND m.held_on IS NOT NULL AND m.cancelled_at IS NULL
	) WHERE id IN (SELECT l.statement_id FROM statement_links AS l WHERE l.meeting_id = NEW.id);
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER meeting_counted AFTER UPDATE OF kind, held_on, cancelled_at, scheduled_at ON meetings
	FOR EACH ROW EXECUTE FUNCTION meeting_counted();
--> statement-breakpoint
CREATE FUNCTION place_counted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	SELECT m.kind, CASE WHEN m.cancelled_at IS NULL THEN m.held_on END INTO NEW.kind, NEW.counted_on
	FROM meetings AS m WHERE m.id = NEW.meeting_id;
	NEW.heard := (
		SELECT count(*) FROM statement_links AS l
		JOIN statements AS s ON s.id = l.statement_id
		WHERE l.meeting_id = NEW.meeting_id AND s.young_person_id = NEW.young_person_id
			AND (l.ended_at IS NULL OR (l.end_reason = 'missed' AND s.taken_back_at IS NULL))
	);
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER place_counted BEFORE INSERT ON meeting_young_people
	FOR EACH ROW EXECUTE FUNCTION place_counted();
--> statement-breakpoint
CREATE FUNCTION link_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE link statement_links := coalesce(NEW, OLD);
BEGIN
	UPDATE meetings SET came = (
		SELECT count(*) FROM statement_links AS l
		JOIN statements AS s ON s.id = l.statement_id
		WHERE l.meeting_id = meetings.id
			AND (l.ended_at IS NULL OR (l.end_reason = 'missed' AND s.taken_back_at IS NULL))
	) WHERE id = link.meeting_id;
	UPDATE meeting_young_people SET heard = (
		SELECT count(*) FROM statement_links AS l
		JOIN statements AS s ON s.id = l.statement_id
		WHERE l.meeting_id = meeting_young_people.meeting_id AND s.young_person_id = meeting_young_people.young_person_id
			AND (l.ended_at IS NULL OR (l.end_reason = 'missed' AND s.taken_back_at IS NULL))
	) WHERE meeting_id = link.meeting_id;
	UPDATE statements SET met_at = (
		SELECT coalesce(
			min(CASE WHEN l.end_reason = 'missed' THEN m.scheduled_at END),
			min(CASE WHEN l.ended_at IS NULL THEN m.scheduled_at END)
		) FROM statement_links AS l
		JOIN meetings AS m ON m.id = l.meeting_id
		WHERE l.statement_id = statements.id AND m.held_on IS NOT NULL AND m.cancelled_at IS NULL
	) WHERE id = link.statement_id;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER link_counted AFTER INSERT OR DELETE OR UPDATE OF ended_at, end_reason ON statement_links
	FOR EACH ROW EXECUTE FUNCTION link_counted();
--> statement-breakpoint
CREATE FUNCTION taking_back_counted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	UPDATE meetings SET came = (
		SELECT count(*) FROM statement_links AS l
		JOIN statements AS s ON s.id = l.statement_id
		WHERE l.meeting_id = meetings.id
			AND (l.ended_at IS NULL OR (l.end_reason = 'missed' AND s.taken_back_at IS NULL))
	) WHERE id IN (SELECT l.meeting_id FROM statement_links AS l WHERE l.statement_id = NEW.id);
	UPDATE meeting_young_people SET heard = (
		SELECT count(*) FROM statement_links AS l
		JOIN statements AS s ON s.id = l.statement_id
		WHERE l.meeting_id = meeting_young_people.meeting_id AND s.young_person_id = meeting_young_people.young_person_id
			AND (l.ended_at IS NULL OR (l.end_reason = 'missed' AND s.taken_back_at IS NULL))
	) WHERE meeting_id IN (SELECT l.meeting_id FROM statement_links AS l WHERE l.statement_id = NEW.id);
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER taking_back_counted AFTER UPDATE OF taken_back_at ON statements
	FOR EACH ROW EXECUTE FUNCTION taking_back_counted();
