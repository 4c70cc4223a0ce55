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
ALTER TABLE `requests` ADD `provider_id` text REFERENCES providers(id);--> statement-breakpoint
ALTER TABLE `requests` ADD `assigned_staff_id` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `requests` ADD `stage` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `stage_started_on` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `stage_due_on` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `version` integer DEFAULT 0 NOT NULL;