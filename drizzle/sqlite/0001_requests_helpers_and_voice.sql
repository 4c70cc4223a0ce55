CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`raised_by` text NOT NULL,
	`young_person_id` text,
	`statement_id` text,
	`from_statement_id` text,
	`asked_sealed` blob,
	`send_key` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`matched_by_staff_id` text,
	`matched_at` integer,
	`opened_by_staff_id` text,
	`opened_at` integer,
	`closed_at` integer,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matched_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `requests_send_key_unique` ON `requests` (`send_key`);--> statement-breakpoint
CREATE INDEX `requests_young_person` ON `requests` (`young_person_id`);--> statement-breakpoint
CREATE INDEX `requests_statement` ON `requests` (`statement_id`);--> statement-breakpoint
CREATE INDEX `requests_state` ON `requests` (`state`,`kind`);--> statement-breakpoint
CREATE TABLE `sounds` (
	`id` text PRIMARY KEY NOT NULL,
	`young_person_id` text NOT NULL,
	`draft_id` text,
	`statement_id` text,
	`question_id` text NOT NULL,
	`bytes_sealed` blob NOT NULL,
	`milliseconds` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sounds_draft` ON `sounds` (`draft_id`);--> statement-breakpoint
CREATE INDEX `sounds_statement` ON `sounds` (`statement_id`);--> statement-breakpoint
CREATE TABLE `statement_additions` (
	`id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`send_key` text NOT NULL,
	`words_sealed` blob NOT NULL,
	`language` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statement_additions_send_key_unique` ON `statement_additions` (`send_key`);--> statement-breakpoint
CREATE INDEX `statement_additions_statement` ON `statement_additions` (`statement_id`);--> statement-breakpoint
CREATE TABLE `statement_barred` (
	`statement_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`statement_id`, `staff_id`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `statement_barred_staff` ON `statement_barred` (`staff_id`);--> statement-breakpoint
CREATE TABLE `togethers` (
	`id` text PRIMARY KEY NOT NULL,
	`young_person_id` text NOT NULL,
	`form_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`device` text NOT NULL,
	`code_index` text NOT NULL,
	`token_hash` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`opened_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `togethers_code_unique` ON `togethers` (`code_index`);--> statement-breakpoint
CREATE UNIQUE INDEX `togethers_token_unique` ON `togethers` (`token_hash`);--> statement-breakpoint
CREATE INDEX `togethers_young_person` ON `togethers` (`young_person_id`);--> statement-breakpoint
DROP INDEX `drafts_one_a_form`;--> statement-breakpoint
ALTER TABLE `drafts` ADD `together_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `drafts` ADD `begun_together_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_one_a_form_and_helper` ON `drafts` (`young_person_id`,`form_id`,`together_id`);--> statement-breakpoint
ALTER TABLE `statements` ADD `goes_to` text DEFAULT 'chair' NOT NULL;--> statement-breakpoint
ALTER TABLE `statements` ADD `protects` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `statements` ADD `about_meeting_id` text REFERENCES meetings(id);--> statement-breakpoint
ALTER TABLE `statements` ADD `together_id` text;