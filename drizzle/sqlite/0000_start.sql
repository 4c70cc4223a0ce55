CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`young_person_id` text,
	`staff_id` text,
	`sign_in_name_index` text NOT NULL,
	`sign_in_name_sealed` blob NOT NULL,
	`secret_hash` text,
	`language` text,
	`face` text,
	`appearance_sealed` blob,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_sign_in_name_unique` ON `accounts` (`sign_in_name_index`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_young_person_unique` ON `accounts` (`young_person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_staff_unique` ON `accounts` (`staff_id`);--> statement-breakpoint
CREATE TABLE `alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`young_person_id` text NOT NULL,
	`statement_id` text,
	`kind` text NOT NULL,
	`raised_at` integer NOT NULL,
	`acknowledged_by_staff_id` text,
	`acknowledged_at` integer,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`acknowledged_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `alerts_young_person` ON `alerts` (`young_person_id`);--> statement-breakpoint
CREATE INDEX `alerts_acknowledged` ON `alerts` (`acknowledged_at`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`young_person_id` text,
	`subject_kind` text,
	`subject_id` text,
	`detail` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_young_person` ON `audit_entries` (`young_person_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_id`);--> statement-breakpoint
CREATE TABLE `care_periods` (
	`id` text PRIMARY KEY NOT NULL,
	`young_person_id` text NOT NULL,
	`status` text NOT NULL,
	`started_on` text NOT NULL,
	`ended_on` text,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `care_periods_unique` ON `care_periods` (`young_person_id`,`status`,`started_on`);--> statement-breakpoint
CREATE TABLE `data_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`wrapped` blob,
	`created_at` integer NOT NULL,
	`destroyed_at` integer
);
--> statement-breakpoint
CREATE TABLE `draft_answers` (
	`draft_id` text NOT NULL,
	`question_id` text NOT NULL,
	`answer_sealed` blob NOT NULL,
	`chair_only` integer NOT NULL,
	`language` text NOT NULL,
	`face` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`draft_id`, `question_id`),
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`young_person_id` text NOT NULL,
	`form_id` text NOT NULL,
	`form_version` integer NOT NULL,
	`send_key` text NOT NULL,
	`language` text NOT NULL,
	`face` text NOT NULL,
	`last_page` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_one_a_form` ON `drafts` (`young_person_id`,`form_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_send_key_unique` ON `drafts` (`send_key`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`young_person_id` text,
	`staff_id` text,
	`code_index` text NOT NULL,
	`purpose` text NOT NULL,
	`made_by_staff_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_code_unique` ON `invitations` (`code_index`);--> statement-breakpoint
CREATE INDEX `invitations_young_person` ON `invitations` (`young_person_id`);--> statement-breakpoint
CREATE INDEX `invitations_staff` ON `invitations` (`staff_id`);--> statement-breakpoint
CREATE TABLE `joinings` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`state_sealed` blob NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meeting_young_people` (
	`meeting_id` text NOT NULL,
	`young_person_id` text NOT NULL,
	`participation_code` text,
	PRIMARY KEY(`meeting_id`, `young_person_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_young_people_person` ON `meeting_young_people` (`young_person_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text,
	`kind` text NOT NULL,
	`scheduled_at` integer,
	`due_by` text,
	`held_on` text,
	`cancelled_at` integer,
	`chair_id` text,
	`decisions_sent_on` text,
	`record_sent_on` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`chair_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_ref_unique` ON `meetings` (`ref`);--> statement-breakpoint
CREATE INDEX `meetings_chair_scheduled` ON `meetings` (`chair_id`,`scheduled_at`);--> statement-breakpoint
CREATE INDEX `meetings_held_on` ON `meetings` (`held_on`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`young_person_id` text,
	`staff_id` text,
	`kind` text NOT NULL,
	`by_staff_id` text,
	`about_young_person_id` text,
	`statement_id` text,
	`meeting_id` text,
	`created_at` integer NOT NULL,
	`seen_at` integer,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`about_young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_young_person` ON `notices` (`young_person_id`);--> statement-breakpoint
CREATE INDEX `notices_staff` ON `notices` (`staff_id`);--> statement-breakpoint
CREATE TABLE `pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`young_person_id` text NOT NULL,
	`draft_id` text,
	`statement_id` text,
	`question_id` text NOT NULL,
	`source` text NOT NULL,
	`bytes_sealed` blob NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pictures_draft` ON `pictures` (`draft_id`);--> statement-breakpoint
CREATE INDEX `pictures_statement` ON `pictures` (`statement_id`);--> statement-breakpoint
CREATE TABLE `replies` (
	`id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`send_key` text NOT NULL,
	`ready_reply` text,
	`words_sealed` blob,
	`language` text NOT NULL,
	`sent_at` integer NOT NULL,
	`seen_at` integer,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `replies_send_key_unique` ON `replies` (`send_key`);--> statement-breakpoint
CREATE INDEX `replies_statement` ON `replies` (`statement_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_index` text,
	`profile_sealed` blob NOT NULL,
	`email_index` text NOT NULL,
	`active` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_ref_index_unique` ON `staff` (`ref_index`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email_index_unique` ON `staff` (`email_index`);--> statement-breakpoint
CREATE TABLE `staff_roles` (
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`staff_id`, `role`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `statement_answers` (
	`statement_id` text NOT NULL,
	`question_id` text NOT NULL,
	`answer_sealed` blob NOT NULL,
	`chair_only` integer NOT NULL,
	`language` text NOT NULL,
	PRIMARY KEY(`statement_id`, `question_id`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `statement_audience` (
	`statement_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`statement_id`, `staff_id`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `statement_audience_staff` ON `statement_audience` (`staff_id`);--> statement-breakpoint
CREATE TABLE `statement_links` (
	`id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`reason` text NOT NULL,
	`linked_at` integer NOT NULL,
	`ended_at` integer,
	`end_reason` text,
	`told_scheduled_at` integer,
	`told_chair_id` text,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`told_chair_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `statement_links_statement` ON `statement_links` (`statement_id`);--> statement-breakpoint
CREATE INDEX `statement_links_meeting` ON `statement_links` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `statement_openings` (
	`id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`as_chair` integer NOT NULL,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `statement_openings_statement` ON `statement_openings` (`statement_id`);--> statement-breakpoint
CREATE TABLE `statements` (
	`id` text PRIMARY KEY NOT NULL,
	`young_person_id` text NOT NULL,
	`form_id` text NOT NULL,
	`form_version` integer NOT NULL,
	`send_key` text NOT NULL,
	`meeting_kinds` text NOT NULL,
	`language` text NOT NULL,
	`face` text NOT NULL,
	`title` text NOT NULL,
	`wording_sealed` blob NOT NULL,
	`state` text NOT NULL,
	`sent_at` integer NOT NULL,
	`taken_back_at` integer,
	FOREIGN KEY (`young_person_id`) REFERENCES `young_people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statements_send_key_unique` ON `statements` (`send_key`);--> statement-breakpoint
CREATE INDEX `statements_young_person` ON `statements` (`young_person_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `statements_state` ON `statements` (`state`);--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`points` integer NOT NULL,
	`expires_at` integer
);
--> statement-breakpoint
CREATE TABLE `young_people` (
	`id` text PRIMARY KEY NOT NULL,
	`key_id` text NOT NULL,
	`ref_index` text NOT NULL,
	`name_index` text NOT NULL,
	`profile_sealed` blob NOT NULL,
	`sex` text,
	`ethnicity` text,
	`disabled` text,
	`unaccompanied` text,
	`language` text NOT NULL,
	`officer_id` text,
	`social_worker_id` text,
	`team` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`key_id`) REFERENCES `data_keys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`officer_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`social_worker_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `young_people_ref_index_unique` ON `young_people` (`ref_index`);--> statement-breakpoint
CREATE INDEX `young_people_name_index` ON `young_people` (`name_index`);--> statement-breakpoint
CREATE INDEX `young_people_officer` ON `young_people` (`officer_id`);