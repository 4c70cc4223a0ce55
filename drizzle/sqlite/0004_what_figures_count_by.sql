DROP INDEX `meetings_held`;--> statement-breakpoint
ALTER TABLE `meetings` ADD `came` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `meetings_held` ON `meetings` (`kind`,`held_on`,`cancelled_at`,`scheduled_at`,`id`,`due_by`,`decisions_sent_on`,`record_sent_on`,`chair_id`,`minutes`,`came`);--> statement-breakpoint
DROP INDEX `statements_sent`;--> statement-breakpoint
ALTER TABLE `statements` ADD `met_at` integer;--> statement-breakpoint
CREATE INDEX `statements_sent` ON `statements` (`sent_at`,`taken_back_at`,`goes_to`,`young_person_id`,`form_id`,`language`,`face`,`age_band`,`care_status`,`opened_at`,`replied_at`,`met_at`,`id`);--> statement-breakpoint
ALTER TABLE `meeting_young_people` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `meeting_young_people` ADD `counted_on` text;--> statement-breakpoint
ALTER TABLE `meeting_young_people` ADD `heard` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `meeting_young_people_held` ON `meeting_young_people` (`kind`,`counted_on`,`age_band`,`participation_code`,`heard`,`young_person_id`,`meeting_id`);--> statement-breakpoint
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
CREATE TRIGGER meeting_counted AFTER UPDATE OF kind, held_on, cancelled_at, scheduled_at ON meetings BEGIN
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
END;
--> statement-breakpoint
CREATE TRIGGER place_counted AFTER INSERT ON meeting_young_people BEGIN
	UPDATE meeting_young_people SET
		kind = (SELECT m.kind FROM meetings AS m WHERE m.id = NEW.meeting_id),
		counted_on = (SELECT CASE WHEN m.cancelled_at IS NULL THEN m.held_on END FROM meetings AS m
			WHERE m.id = NEW.meeting_id)
	WHERE meeting_id = NEW.meeting_id AND young_person_id = NEW.young_person_id;
	UPDATE meeting_young_people SET heard = (
		SELECT count(*) FROM statement_links AS l
		JOIN statements AS s ON s.id = l.statement_id
		WHERE l.meeting_id = meeting_young_people.meeting_id AND s.young_person_id = meeting_young_people.young_person_id
			AND (l.ended_at IS NULL OR (l.end_reason = 'missed' AND s.taken_back_at IS NULL))
	) WHERE meeting_id = NEW.meeting_id AND young_person_id = NEW.young_person_id;
END;
--> statement-breakpoint
CREATE TRIGGER link_made_counted AFTER INSERT ON statement_links BEGIN
	UPDATE meetings SET came = (
		SELECT count(*) FROM statement_links AS l
		JOIN statements AS s ON s.id = l.statement_id
		WHERE l.meeting_id = meetings.id
			AND (l.ended_at IS NULL OR (l.end_reason = 'missed' AND s.taken_back_at IS NULL))
	) WHERE id = NEW.meeting_id;
	UPDATE meeting_young_people SET heard = (
		SELECT count(*) FROM statement_links AS l
		JOIN statements AS s ON s.id = l.statement_id
		WHERE l.meeting_id = meeting_young_people.meeting_id AND s.young_person_id = meeting_young_people.young_person_id
			AND (l.ended_at IS NULL OR (l.end_reason = 'missed' AND s.taken_back_at IS NULL))
	) WHERE meeting_id = NEW.meeting_id;
	UPDATE statements SET met_at = (
		SELECT coalesce(
			min(CASE WHEN l.end_reason = 'missed' THEN m.scheduled_at END),
			min(CASE WHEN l.ended_at IS NULL THEN m.scheduled_at END)
		) FROM statement_links AS l
		JOIN meetings AS m ON m.id = l.meeting_id
		WHERE l.statement_id = statements.id AND m.held_on IS NOT NULL AND m.cancelled_at IS NULL
	) WHERE id = NEW.statement_id;
END;
--> statement-breakpoint
CREATE TRIGGER link_changed_counted AFTER UPDATE OF ended_at, end_reason ON statement_links BEGIN
	UPDATE meetings SET came = (
		SELECT count(*) FROM statement_links AS l
		JOIN statements AS s ON s.id = l.statement_id
		WHERE l.meeting_id = meetings.id
			AND (l.ended_at IS NULL OR (l.end_reason = 'missed' AND s.taken_back_at IS NULL))
	) WHERE id = NEW.meeting_id;
	UPDATE meeting_young_people SET heard = (
		SELECT count(*) FROM statement_links AS l
		JOIN statements AS s ON s.id = l.statement_id
		WHERE l.meeting_id = meeting_young_people.meeting_id AND s.young_person_id = meeting_young_people.young_person_id
			AND (l.ended_at IS NULL OR (l.end_reason = 'missed' AND s.taken_back_at IS NULL))
	) WHERE meeting_id = NEW.meeting_id;
	UPDATE statements SET met_at = (
		SELECT coalesce(
			min(CASE WHEN l.end_reason = 'missed' THEN m.scheduled_at END),
			min(CASE WHEN l.ended_at IS NULL THEN m.scheduled_at END)
		) FROM statement_links AS l
		JOIN meetings AS m ON m.id = l.meeting_id
		WHERE l.statement_id = statements.id AND m.held_on IS NOT NULL AND m.cancelled_at IS NULL
	) WHERE id = NEW.statement_id;
END;
--> statement-breakpoint
CREATE TRIGGER link_gone_counted AFTER DELETE ON statement_links BEGIN
	UPDATE meetings SET came = (
		SELECT count(*) FROM statement_links AS l
		JOIN statements AS s ON s.id = l.statement_id
		WHERE l.meeting_id = meetings.id
			AND (l.ended_at IS NULL OR (l.end_reason = 'missed' AND s.taken_back_at IS NULL))
	) WHERE id = OLD.meeting_id;
	UPDATE meeting_young_people SET heard = (
		SELECT count(*) FROM statement_links AS l
		JOIN statements AS s ON s.id = l.statement_id
		WHERE l.meeting_id = meeting_young_people.meeting_id AND s.young_person_id = meeting_young_people.young_person_id
			AND (l.ended_at IS NULL OR (l.end_reason = 'missed' AND s.taken_back_at IS NULL))
	) WHERE meeting_id = OLD.meeting_id;
	UPDATE statements SET met_at = (
		SELECT coalesce(
			min(CASE WHEN l.end_reason = 'missed' THEN m.scheduled_at END),
			min(CASE WHEN l.ended_at IS NULL THEN m.scheduled_at END)
		) FROM statement_links AS l
		JOIN meetings AS m ON m.id = l.meeting_id
		WHERE l.statement_id = statements.id AND m.held_on IS NOT NULL AND m.cancelled_at IS NULL
	) WHERE id = OLD.statement_id;
END;
--> statement-breakpoint
CREATE TRIGGER taking_back_counted AFTER UPDATE OF taken_back_at ON statements BEGIN
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
END;
