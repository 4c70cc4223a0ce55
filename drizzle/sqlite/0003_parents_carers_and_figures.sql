CREATE TABLE `carer_consultations` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`young_person_id` text NOT NULL,
	`link_id` text,
	`role` text NOT NULL,
	`name_sealed` blob NOT NULL,
	`email_sealed` blob,
	`send_key` text,
	`language` text NOT NULL,
	`wording_sealed` blob,
	`answers_sealed` blob,
	`flag` text,
	`asked_at` integer NOT NULL,
	`asked_by_staff_id` text,
	`chased_at` integer,
	`answered_at` integer,
	`opened_at` integer,
	`opened_by_staff_id` text,
	`ended_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`link_id`) REFERENCES `outside_links`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `carer_consultations_send_key_unique` ON `carer_consultations` (`send_key`);--> statement-breakpoint
CREATE INDEX `carer_consultations_meeting` ON `carer_consultations` (`meeting_id`,`young_person_id`);--> statement-breakpoint
CREATE INDEX `carer_consultations_asked` ON `carer_consultations` (`asked_at`);--> statement-breakpoint
CREATE TABLE `conference_records` (
	`meeting_id` text PRIMARY KEY NOT NULL,
	`report` text,
	`other_reports` text,
	`parents_there` text,
	`met_before` text,
	`child_took_part` text,
	`by_staff_id` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `outside_drafts` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`link_id` text NOT NULL,
	`send_key` text NOT NULL,
	`answers_sealed` blob NOT NULL,
	`language` text NOT NULL,
	`last_page` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`link_id`) REFERENCES `outside_links`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outside_drafts_send_key_unique` ON `outside_drafts` (`send_key`);--> statement-breakpoint
CREATE INDEX `outside_drafts_link` ON `outside_drafts` (`link_id`);--> statement-breakpoint
CREATE INDEX `outside_drafts_expires` ON `outside_drafts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `outside_links` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`reach` text NOT NULL,
	`token_index` text NOT NULL,
	`meeting_id` text NOT NULL,
	`young_person_id` text,
	`contact_sealed` blob,
	`language` text NOT NULL,
	`made_by_staff_id` text,
	`created_at` integer NOT NULL,
	`send_at` integer,
	`sent_at` integer,
	`reminded_at` integer,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outside_links_token_unique` ON `outside_links` (`token_index`);--> statement-breakpoint
CREATE INDEX `outside_links_meeting` ON `outside_links` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `outside_links_send` ON `outside_links` (`sent_at`,`send_at`);--> statement-breakpoint
CREATE TABLE `report_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`part` text NOT NULL,
	`words_sealed` blob NOT NULL,
	`version` integer NOT NULL,
	`by_staff_id` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_texts_one_a_part` ON `report_texts` (`from_on`,`to_on`,`part`);--> statement-breakpoint
CREATE TABLE `statement_themes` (
	`statement_id` text NOT NULL,
	`theme_id` text NOT NULL,
	`source` text NOT NULL,
	`confirmed` text,
	`month` text NOT NULL,
	`by_staff_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`statement_id`, `theme_id`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `statement_themes_theme` ON `statement_themes` (`theme_id`);--> statement-breakpoint
CREATE INDEX `statement_themes_month` ON `statement_themes` (`month`,`theme_id`,`confirmed`);--> statement-breakpoint
CREATE TABLE `survey_callbacks` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_sealed` blob,
	`language` text NOT NULL,
	`asked_on` text NOT NULL,
	`handled_at` integer,
	`handled_by_staff_id` text,
	FOREIGN KEY (`handled_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_callbacks_asked_on` ON `survey_callbacks` (`asked_on`);--> statement-breakpoint
CREATE TABLE `survey_responses` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text,
	`send_key` text NOT NULL,
	`survey` text NOT NULL,
	`conference_kind` text NOT NULL,
	`responded_on` text NOT NULL,
	`source` text NOT NULL,
	`language` text NOT NULL,
	`answers_sealed` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_responses_ref_unique` ON `survey_responses` (`ref`);--> statement-breakpoint
CREATE UNIQUE INDEX `survey_responses_send_key_unique` ON `survey_responses` (`send_key`);--> statement-breakpoint
CREATE INDEX `survey_responses_responded_on` ON `survey_responses` (`responded_on`);--> statement-breakpoint
CREATE TABLE `themes` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text,
	`name` text,
	`position` integer NOT NULL,
	`active` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `themes_code_unique` ON `themes` (`code`);--> statement-breakpoint
CREATE TABLE `told_figures` (
	`subject` text NOT NULL,
	`period` text NOT NULL,
	`told` text NOT NULL,
	`told_at` integer NOT NULL,
	`by_staff_id` text,
	PRIMARY KEY(`subject`, `period`),
	FOREIGN KEY (`by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `use_falls` (
	`id` text PRIMARY KEY NOT NULL,
	`dimension` text NOT NULL,
	`value` text NOT NULL,
	`state` text NOT NULL,
	`week` text NOT NULL,
	`expected` integer NOT NULL,
	`told_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `use_falls_once` ON `use_falls` (`dimension`,`value`,`state`,`week`);--> statement-breakpoint
DROP INDEX `meetings_held_on`;--> statement-breakpoint
CREATE INDEX `meetings_held` ON `meetings` (`kind`,`held_on`,`cancelled_at`,`scheduled_at`,`id`,`due_by`,`decisions_sent_on`,`record_sent_on`,`chair_id`);--> statement-breakpoint
DROP INDEX `replies_statement`;--> statement-breakpoint
CREATE INDEX `replies_statement` ON `replies` (`statement_id`,`sent_at`);--> statement-breakpoint
DROP INDEX `statement_links_statement`;--> statement-breakpoint
DROP INDEX `statement_links_meeting`;--> statement-breakpoint
CREATE INDEX `statement_links_statement` ON `statement_links` (`statement_id`,`ended_at`,`end_reason`,`meeting_id`);--> statement-breakpoint
CREATE INDEX `statement_links_meeting` ON `statement_links` (`meeting_id`,`ended_at`,`end_reason`,`statement_id`);--> statement-breakpoint
DROP INDEX `statement_openings_statement`;--> statement-breakpoint
CREATE INDEX `statement_openings_statement` ON `statement_openings` (`statement_id`,`as_chair`,`opened_at`,`staff_id`);--> statement-breakpoint
ALTER TABLE `meeting_young_people` ADD `age_band` text;--> statement-breakpoint
CREATE INDEX `meeting_young_people_counted` ON `meeting_young_people` (`meeting_id`,`young_person_id`,`age_band`,`participation_code`);--> statement-breakpoint
ALTER TABLE `messages` ADD `outside_link_id` text REFERENCES outside_links(id);--> statement-breakpoint
ALTER TABLE `statements` ADD `age_band` text;--> statement-breakpoint
ALTER TABLE `statements` ADD `care_status` text;--> statement-breakpoint
ALTER TABLE `statements` ADD `opened_at` integer;--> statement-breakpoint
ALTER TABLE `statements` ADD `replied_at` integer;--> statement-breakpoint
CREATE INDEX `statements_sent` ON `statements` (`sent_at`,`taken_back_at`,`goes_to`,`young_person_id`,`form_id`,`language`,`face`,`age_band`,`care_status`,`opened_at`,`replied_at`,`id`);--> statement-breakpoint
CREATE INDEX `decisions_statement` ON `decisions` (`statement_id`);--> statement-breakpoint
CREATE INDEX `notices_meeting` ON `notices` (`meeting_id`);--> statement-breakpoint
UPDATE `statements` SET
	`opened_at` = (SELECT min(`o`.`opened_at`) FROM `statement_openings` AS `o`
		WHERE `o`.`statement_id` = `statements`.`id` AND (`o`.`as_chair` = 1 OR (`statements`.`goes_to` = 'worker' AND NOT EXISTS (
			SELECT 1 FROM `statement_audience` AS `a` WHERE `a`.`statement_id` = `o`.`statement_id` AND `a`.`staff_id` = `o`.`staff_id`)))),
	`replied_at` = (SELECT min(`r`.`sent_at`) FROM `replies` AS `r` WHERE `r`.`statement_id` = `statements`.`id`);
