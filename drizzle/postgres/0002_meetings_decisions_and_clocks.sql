CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"scopes" text NOT NULL,
	"made_by_staff_id" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"last_used_at" bigint,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "case_copies" (
	"id" text PRIMARY KEY NOT NULL,
	"young_person_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"copied_on" text NOT NULL,
	"by_staff_id" text,
	"by_key_id" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "concern_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"concern_id" text NOT NULL,
	"send_key" text NOT NULL,
	"kind" text NOT NULL,
	"stage" text NOT NULL,
	"due_on" text,
	"colour" text,
	"outcome" text,
	"words_sealed" "bytea",
	"by_staff_id" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "concerns" (
	"id" text PRIMARY KEY NOT NULL,
	"young_person_id" text NOT NULL,
	"send_key" text NOT NULL,
	"meeting_id" text,
	"statement_id" text,
	"colour" text NOT NULL,
	"words_sealed" "bytea" NOT NULL,
	"stage" text NOT NULL,
	"stage_due_on" text,
	"raised_by_staff_id" text NOT NULL,
	"raised_at" bigint NOT NULL,
	"telling_sealed" "bytea" NOT NULL,
	"told_at" bigint,
	"advocate_offered_at" bigint,
	"closed_at" bigint,
	"outcome" text,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "covers" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"covered_by_staff_id" text NOT NULL,
	"from_on" text NOT NULL,
	"to_on" text NOT NULL,
	"made_by_staff_id" text,
	"created_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"young_person_id" text NOT NULL,
	"send_key" text NOT NULL,
	"statement_id" text,
	"question_id" text,
	"kept" text,
	"position" bigint NOT NULL,
	"starred" bigint NOT NULL,
	"point_sealed" "bytea" NOT NULL,
	"outcome" text,
	"decided_sealed" "bytea",
	"why_sealed" "bytea",
	"owner_staff_id" text,
	"owner_sealed" "bytea",
	"due_on" text,
	"done" text,
	"done_on" text,
	"done_by_staff_id" text,
	"done_why_sealed" "bytea",
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duty_turns" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"from_at" bigint NOT NULL,
	"to_at" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"name" text PRIMARY KEY NOT NULL,
	"claimed_until" bigint,
	"last_run_at" bigint,
	"last_problem" text
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"young_person_id" text NOT NULL,
	"language" text NOT NULL,
	"face" text NOT NULL,
	"letter_sealed" "bytea" NOT NULL,
	"state" text NOT NULL,
	"by_staff_id" text,
	"approved_by_staff_id" text,
	"approved_at" bigint,
	"sent_at" bigint,
	"read_at" bigint,
	"version" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_guests" (
	"meeting_id" text NOT NULL,
	"staff_id" text NOT NULL,
	CONSTRAINT "meeting_guests_meeting_id_staff_id_pk" PRIMARY KEY("meeting_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_outcomes" (
	"meeting_id" text PRIMARY KEY NOT NULL,
	"outcome_sealed" "bytea" NOT NULL,
	"completed_at" bigint,
	"by_staff_id" text,
	"decisions_sent_at" bigint,
	"object_until" bigint,
	"final_at" bigint,
	"version" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_sittings" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"scheduled_at" bigint NOT NULL,
	"place_sealed" "bytea",
	"held_at" bigint,
	"cancelled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"once_key" text NOT NULL,
	"staff_id" text,
	"young_person_id" text,
	"message" text NOT NULL,
	"state" text NOT NULL,
	"attempts" bigint NOT NULL,
	"attempt_id" text,
	"unsure" bigint DEFAULT 0 NOT NULL,
	"next_attempt_at" bigint NOT NULL,
	"claimed_until" bigint,
	"problem" text,
	"created_at" bigint NOT NULL,
	"sent_at" bigint
);
--> statement-breakpoint
CREATE TABLE "midway_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"young_person_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"due_on" text NOT NULL,
	"done_on" text,
	"going" text,
	"words_sealed" "bytea",
	"by_staff_id" text,
	"version" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"send_key" text NOT NULL,
	"words_sealed" "bytea" NOT NULL,
	"by_staff_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"answer_sealed" "bytea",
	"answered_by_staff_id" text,
	"answered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "participation_plans" (
	"young_person_id" text PRIMARY KEY NOT NULL,
	"plan_sealed" "bytea" NOT NULL,
	"version" bigint NOT NULL,
	"by_staff_id" text,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "providers" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"active" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "records" (
	"meeting_id" text NOT NULL,
	"young_person_id" text NOT NULL,
	"words_sealed" "bytea" NOT NULL,
	"sent_at" bigint,
	"sent_by_staff_id" text,
	"version" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "records_meeting_id_young_person_id_pk" PRIMARY KEY("meeting_id","young_person_id")
);
--> statement-breakpoint
CREATE TABLE "request_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"number" bigint NOT NULL,
	"send_key" text NOT NULL,
	"kind" text NOT NULL,
	"stage" text,
	"started_on" text,
	"due_on" text,
	"words_sealed" "bytea",
	"language" text NOT NULL,
	"by_staff_id" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings_history" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"part" text,
	"was" text,
	"became" text,
	"by_staff_id" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_providers" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "contact_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "escalation" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "escalated_at" bigint;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD COLUMN "code_confirmed_at" bigint;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD COLUMN "code_by_staff_id" text;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD COLUMN "attended" text;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD COLUMN "conveyed" text;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD COLUMN "seen_alone" text;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD COLUMN "seen_alone_on" text;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD COLUMN "seen_alone_by_staff_id" text;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD COLUMN "invited_at" bigint;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD COLUMN "invited_again_at" bigint;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "minutes" bigint;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "place_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "strategy_on" text;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "version" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "subject_id" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "once_key" text;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "ready_words_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "provider_id" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "assigned_staff_id" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "stage" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "stage_started_on" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "stage_due_on" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "version" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "version" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_made_by_staff_id_staff_id_fk" FOREIGN KEY ("made_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_copies" ADD CONSTRAINT "case_copies_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_copies" ADD CONSTRAINT "case_copies_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_copies" ADD CONSTRAINT "case_copies_by_key_id_api_keys_id_fk" FOREIGN KEY ("by_key_id") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_steps" ADD CONSTRAINT "concern_steps_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "public"."concerns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_steps" ADD CONSTRAINT "concern_steps_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_raised_by_staff_id_staff_id_fk" FOREIGN KEY ("raised_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_covered_by_staff_id_staff_id_fk" FOREIGN KEY ("covered_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_made_by_staff_id_staff_id_fk" FOREIGN KEY ("made_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_owner_staff_id_staff_id_fk" FOREIGN KEY ("owner_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_done_by_staff_id_staff_id_fk" FOREIGN KEY ("done_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_turns" ADD CONSTRAINT "duty_turns_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_approved_by_staff_id_staff_id_fk" FOREIGN KEY ("approved_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_guests" ADD CONSTRAINT "meeting_guests_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_guests" ADD CONSTRAINT "meeting_guests_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_outcomes" ADD CONSTRAINT "meeting_outcomes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_outcomes" ADD CONSTRAINT "meeting_outcomes_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_sittings" ADD CONSTRAINT "meeting_sittings_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "midway_checks" ADD CONSTRAINT "midway_checks_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "midway_checks" ADD CONSTRAINT "midway_checks_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "midway_checks" ADD CONSTRAINT "midway_checks_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_answered_by_staff_id_staff_id_fk" FOREIGN KEY ("answered_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_plans" ADD CONSTRAINT "participation_plans_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_plans" ADD CONSTRAINT "participation_plans_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_sent_by_staff_id_staff_id_fk" FOREIGN KEY ("sent_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_steps" ADD CONSTRAINT "request_steps_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_steps" ADD CONSTRAINT "request_steps_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_providers" ADD CONSTRAINT "staff_providers_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_providers" ADD CONSTRAINT "staff_providers_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_token_unique" ON "api_keys" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_token_unique" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "calendar_feeds_staff" ON "calendar_feeds" USING btree ("staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_copies_once" ON "case_copies" USING btree ("kind","subject_id","young_person_id");--> statement-breakpoint
CREATE INDEX "case_copies_young_person" ON "case_copies" USING btree ("young_person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "concern_steps_send_key_unique" ON "concern_steps" USING btree ("send_key");--> statement-breakpoint
CREATE INDEX "concern_steps_concern" ON "concern_steps" USING btree ("concern_id");--> statement-breakpoint
CREATE UNIQUE INDEX "concerns_send_key_unique" ON "concerns" USING btree ("send_key");--> statement-breakpoint
CREATE INDEX "concerns_young_person" ON "concerns" USING btree ("young_person_id");--> statement-breakpoint
CREATE INDEX "concerns_stage" ON "concerns" USING btree ("closed_at","stage_due_on");--> statement-breakpoint
CREATE INDEX "covers_staff" ON "covers" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "covers_covered_by" ON "covers" USING btree ("covered_by_staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_send_key_unique" ON "decisions" USING btree ("send_key");--> statement-breakpoint
CREATE INDEX "decisions_meeting" ON "decisions" USING btree ("meeting_id","young_person_id");--> statement-breakpoint
CREATE INDEX "decisions_young_person" ON "decisions" USING btree ("young_person_id");--> statement-breakpoint
CREATE INDEX "decisions_due" ON "decisions" USING btree ("done","due_on");--> statement-breakpoint
CREATE INDEX "duty_turns_to" ON "duty_turns" USING btree ("to_at");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_one_a_meeting" ON "letters" USING btree ("meeting_id","young_person_id");--> statement-breakpoint
CREATE INDEX "letters_young_person" ON "letters" USING btree ("young_person_id");--> statement-breakpoint
CREATE INDEX "meeting_guests_staff" ON "meeting_guests" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "meeting_sittings_meeting" ON "meeting_sittings" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once_key_unique" ON "messages" USING btree ("once_key");--> statement-breakpoint
CREATE INDEX "messages_state" ON "messages" USING btree ("state","next_attempt_at");--> statement-breakpoint
CREATE UNIQUE INDEX "midway_checks_one_a_meeting" ON "midway_checks" USING btree ("meeting_id","young_person_id");--> statement-breakpoint
CREATE INDEX "midway_checks_due" ON "midway_checks" USING btree ("done_on","due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "objections_send_key_unique" ON "objections" USING btree ("send_key");--> statement-breakpoint
CREATE INDEX "objections_meeting" ON "objections" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "request_steps_send_key_unique" ON "request_steps" USING btree ("send_key");--> statement-breakpoint
CREATE UNIQUE INDEX "request_steps_number_unique" ON "request_steps" USING btree ("request_id","number");--> statement-breakpoint
CREATE INDEX "settings_history_at" ON "settings_history" USING btree ("at");--> statement-breakpoint
CREATE INDEX "staff_providers_provider" ON "staff_providers" USING btree ("provider_id");--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD CONSTRAINT "meeting_young_people_code_by_staff_id_staff_id_fk" FOREIGN KEY ("code_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD CONSTRAINT "meeting_young_people_seen_alone_by_staff_id_staff_id_fk" FOREIGN KEY ("seen_alone_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_assigned_staff_id_staff_id_fk" FOREIGN KEY ("assigned_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_subject" ON "notices" USING btree ("subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once_key_unique" ON "notices" USING btree ("once_key");