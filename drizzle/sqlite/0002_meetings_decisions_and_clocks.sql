CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`made_by_staff_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`made_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_token_unique` ON `api_keys` (`token_hash`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token_unique` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE INDEX `calendar_feeds_staff` ON `calendar_feeds` (`staff_id`);--> statement-breakpoint
CREATE TABLE `case_copies` (
	`id` text PRIMARY KEY NOT NULL,
	`young_person_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`copied_on` text NOT NULL,
	`by_staff_id` text,
	`by_key_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_key_id`) REFERENCES `api_keys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_copies_once` ON `case_copies` (`kind`,`subject_id`,`young_person_id`);--> statement-breakpoint
CREATE INDEX `case_copies_young_person` ON `case_copies` (`young_person_id`);--> statement-breakpoint
CREATE TABLE `concern_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`concern_id` text NOT NULL,
	`send_key` text NOT NULL,
	`kind` text NOT NULL,
	`stage` text NOT NULL,
	`due_on` text,
	`colour` text,
	`outcome` text,
	`words_sealed` blob,
	`by_staff_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `concern_steps_send_key_unique` ON `concern_steps` (`send_key`);--> statement-breakpoint
CREATE INDEX `concern_steps_concern` ON `concern_steps` (`concern_id`);--> statement-breakpoint
CREATE TABLE `concerns` (
	`id` text PRIMARY KEY NOT NULL,
	`young_person_id` text NOT NULL,
	`send_key` text NOT NULL,
	`meeting_id` text,
	`statement_id` text,
	`colour` text NOT NULL,
	`words_sealed` blob NOT NULL,
	`stage` text NOT NULL,
	`stage_due_on` text,
	`raised_by_staff_id` text NOT NULL,
	`raised_at` integer NOT NULL,
	`telling_sealed` blob NOT NULL,
	`told_at` integer,
	`advocate_offered_at` integer,
	`closed_at` integer,
	`outcome` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `concerns_send_key_unique` ON `concerns` (`send_key`);--> statement-breakpoint
CREATE INDEX `concerns_young_person` ON `concerns` (`young_person_id`);--> statement-breakpoint
CREATE INDEX `concerns_stage` ON `concerns` (`closed_at`,`stage_due_on`);--> statement-breakpoint
CREATE TABLE `covers` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`covered_by_staff_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`made_by_staff_id` text,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`covered_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `covers_staff` ON `covers` (`staff_id`);--> statement-breakpoint
CREATE INDEX `covers_covered_by` ON `covers` (`covered_by_staff_id`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`young_person_id` text NOT NULL,
	`send_key` text NOT NULL,
	`statement_id` text,
	`question_id` text,
	`kept` text,
	`position` integer NOT NULL,
	`starred` integer NOT NULL,
	`point_sealed` blob NOT NULL,
	`outcome` text,
	`decided_sealed` blob,
	`why_sealed` blob,
	`owner_staff_id` text,
	`owner_sealed` blob,
	`due_on` text,
	`done` text,
	`done_on` text,
	`done_by_staff_id` text,
	`done_why_sealed` blob,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_send_key_unique` ON `decisions` (`send_key`);--> statement-breakpoint
CREATE INDEX `decisions_meeting` ON `decisions` (`meeting_id`,`young_person_id`);--> statement-breakpoint
CREATE INDEX `decisions_young_person` ON `decisions` (`young_person_id`);--> statement-breakpoint
CREATE INDEX `decisions_due` ON `decisions` (`done`,`due_on`);--> statement-breakpoint
CREATE TABLE `duty_turns` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `duty_turns_to` ON `duty_turns` (`to_at`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`name` text PRIMARY KEY NOT NULL,
	`claimed_until` integer,
	`last_run_at` integer,
	`last_problem` text
);
--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`young_person_id` text NOT NULL,
	`language` text NOT NULL,
	`face` text NOT NULL,
	`letter_sealed` blob NOT NULL,
	`state` text NOT NULL,
	`by_staff_id` text,
	`approved_by_staff_id` text,
	`approved_at` integer,
	`sent_at` integer,
	`read_at` integer,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letters_one_a_meeting` ON `letters` (`meeting_id`,`young_person_id`);--> statement-breakpoint
CREATE INDEX `letters_young_person` ON `letters` (`young_person_id`);--> statement-breakpoint
CREATE TABLE `meeting_guests` (
	`meeting_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`meeting_id`, `staff_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_guests_staff` ON `meeting_guests` (`staff_id`);--> statement-breakpoint
CREATE TABLE `meeting_outcomes` (
	`meeting_id` text PRIMARY KEY NOT NULL,
	`outcome_sealed` blob NOT NULL,
	`completed_at` integer,
	`by_staff_id` text,
	`decisions_sent_at` integer,
	`object_until` integer,
	`final_at` integer,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meeting_sittings` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`scheduled_at` integer NOT NULL,
	`place_sealed` blob,
	`held_at` integer,
	`cancelled_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_sittings_meeting` ON `meeting_sittings` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`once_key` text NOT NULL,
	`staff_id` text,
	`young_person_id` text,
	`message` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`attempt_id` text,
	`unsure` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`claimed_until` integer,
	`problem` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once_key_unique` ON `messages` (`once_key`);--> statement-breakpoint
CREATE INDEX `messages_state` ON `messages` (`state`,`next_attempt_at`);--> statement-breakpoint
CREATE TABLE `midway_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`young_person_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`due_on` text NOT NULL,
	`done_on` text,
	`going` text,
	`words_sealed` blob,
	`by_staff_id` text,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `midway_checks_one_a_meeting` ON `midway_checks` (`meeting_id`,`young_person_id`);--> statement-breakpoint
CREATE INDEX `midway_checks_due` ON `midway_checks` (`done_on`,`due_on`);--> statement-breakpoint
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`send_key` text NOT NULL,
	`words_sealed` blob NOT NULL,
	`by_staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`answer_sealed` blob,
	`answered_by_staff_id` text,
	`answered_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `objections_send_key_unique` ON `objections` (`send_key`);--> statement-breakpoint
CREATE INDEX `objections_meeting` ON `objections` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `participation_plans` (
	`young_person_id` text PRIMARY KEY NOT NULL,
	`plan_sealed` blob NOT NULL,
	`version` integer NOT NULL,
	`by_staff_id` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `providers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`active` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `records` (
	`meeting_id` text NOT NULL,
	`young_person_id` text NOT NULL,
	`words_sealed` blob NOT NULL,
	`sent_at` integer,
	`sent_by_staff_id` text,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `young_person_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `request_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`number` integer NOT NULL,
	`send_key` text NOT NULL,
	`kind` text NOT NULL,
	`stage` text,
	`started_on` text,
	`due_on` text,
	`words_sealed` blob,
	`language` text NOT NULL,
	`by_staff_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `request_steps_send_key_unique` ON `request_steps` (`send_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `request_steps_number_unique` ON `request_steps` (`request_id`,`number`);--> statement-breakpoint
CREATE TABLE `settings_history` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`part` text,
	`was` text,
	`became` text,
	`by_staff_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `settings_history_at` ON `settings_history` (`at`);--> statement-breakpoint
CREATE TABLE `staff_providers` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `staff_providers_provider` ON `staff_providers` (`provider_id`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `contact_sealed` blob;--> statement-breakpoint
ALTER TABLE `alerts` ADD `escalation` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `alerts` ADD `escalated_at` integer;--> statement-breakpoint
ALTER TABLE `meeting_young_people` ADD `code_confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `meeting_young_people` ADD `code_by_staff_id` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `meeting_young_people` ADD `attended` text;--> statement-breakpoint
ALTER TABLE `meeting_young_people` ADD `conveyed` text;--> statement-breakpoint
ALTER TABLE `meeting_young_people` ADD `seen_alone` text;--> statement-breakpoint
ALTER TABLE `meeting_young_people` ADD `seen_alone_on` text;--> statement-breakpoint
ALTER TABLE `meeting_young_people` ADD `seen_alone_by_staff_id` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `meeting_young_people` ADD `invited_at` integer;--> statement-breakpoint
ALTER TABLE `meeting_young_people` ADD `invited_again_at` integer;--> statement-breakpoint
ALTER TABLE `meetings` ADD `minutes` integer;--> statement-breakpoint
ALTER TABLE `meetings` ADD `place_sealed` blob;--> statement-breakpoint
ALTER TABLE `meetings` ADD `strategy_on` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `notices` ADD `subject_id` text;--> statement-breakpoint
ALTER TABLE `notices` ADD `once_key` text;--> statement-breakpoint
CREATE INDEX `notices_subject` ON `notices` (`subject_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once_key_unique` ON `notices` (`once_key`);--> statement-breakpoint
ALTER TABLE `replies` ADD `ready_words_sealed` blob;--> statement-breakpoint
ALTER TABLE `requests` ADD `provider_id` text REFERENCES providers(id);--> statement-breakpoint
ALTER TABLE `requests` ADD `assigned_staff_id` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `requests` ADD `stage` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `stage_started_on` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `stage_due_on` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `version` integer DEFAULT 0 NOT NULL;