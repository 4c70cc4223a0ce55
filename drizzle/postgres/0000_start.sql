CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"young_person_id" text,
	"staff_id" text,
	"sign_in_name_index" text NOT NULL,
	"sign_in_name_sealed" "bytea" NOT NULL,
	"secret_hash" text,
	"language" text,
	"face" text,
	"appearance_sealed" "bytea",
	"created_at" bigint NOT NULL,
	"closed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" text PRIMARY KEY NOT NULL,
	"young_person_id" text NOT NULL,
	"statement_id" text,
	"kind" text NOT NULL,
	"raised_at" bigint NOT NULL,
	"acknowledged_by_staff_id" text,
	"acknowledged_at" bigint
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"young_person_id" text,
	"subject_kind" text,
	"subject_id" text,
	"detail" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "care_periods" (
	"id" text PRIMARY KEY NOT NULL,
	"young_person_id" text NOT NULL,
	"status" text NOT NULL,
	"started_on" text NOT NULL,
	"ended_on" text
);
--> statement-breakpoint
CREATE TABLE "data_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"wrapped" "bytea",
	"created_at" bigint NOT NULL,
	"destroyed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "draft_answers" (
	"draft_id" text NOT NULL,
	"question_id" text NOT NULL,
	"answer_sealed" "bytea" NOT NULL,
	"chair_only" bigint NOT NULL,
	"language" text NOT NULL,
	"face" text NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "draft_answers_draft_id_question_id_pk" PRIMARY KEY("draft_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"young_person_id" text NOT NULL,
	"form_id" text NOT NULL,
	"form_version" bigint NOT NULL,
	"send_key" text NOT NULL,
	"language" text NOT NULL,
	"face" text NOT NULL,
	"last_page" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"young_person_id" text,
	"staff_id" text,
	"code_index" text NOT NULL,
	"purpose" text NOT NULL,
	"made_by_staff_id" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "joinings" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"invitation_id" text NOT NULL,
	"state_sealed" "bytea" NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_young_people" (
	"meeting_id" text NOT NULL,
	"young_person_id" text NOT NULL,
	"participation_code" text,
	CONSTRAINT "meeting_young_people_meeting_id_young_person_id_pk" PRIMARY KEY("meeting_id","young_person_id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" text PRIMARY KEY NOT NULL,
	"ref" text,
	"kind" text NOT NULL,
	"scheduled_at" bigint,
	"due_by" text,
	"held_on" text,
	"cancelled_at" bigint,
	"chair_id" text,
	"decisions_sent_on" text,
	"record_sent_on" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"young_person_id" text,
	"staff_id" text,
	"kind" text NOT NULL,
	"by_staff_id" text,
	"about_young_person_id" text,
	"statement_id" text,
	"meeting_id" text,
	"created_at" bigint NOT NULL,
	"seen_at" bigint
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"id" text PRIMARY KEY NOT NULL,
	"young_person_id" text NOT NULL,
	"draft_id" text,
	"statement_id" text,
	"question_id" text NOT NULL,
	"source" text NOT NULL,
	"bytes_sealed" "bytea" NOT NULL,
	"width" bigint NOT NULL,
	"height" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "replies" (
	"id" text PRIMARY KEY NOT NULL,
	"statement_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"send_key" text NOT NULL,
	"ready_reply" text,
	"words_sealed" "bytea",
	"language" text NOT NULL,
	"sent_at" bigint NOT NULL,
	"seen_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_index" text,
	"profile_sealed" "bytea" NOT NULL,
	"email_index" text NOT NULL,
	"active" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_roles" (
	"staff_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "staff_roles_staff_id_role_pk" PRIMARY KEY("staff_id","role")
);
--> statement-breakpoint
CREATE TABLE "statement_answers" (
	"statement_id" text NOT NULL,
	"question_id" text NOT NULL,
	"answer_sealed" "bytea" NOT NULL,
	"chair_only" bigint NOT NULL,
	"language" text NOT NULL,
	CONSTRAINT "statement_answers_statement_id_question_id_pk" PRIMARY KEY("statement_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "statement_audience" (
	"statement_id" text NOT NULL,
	"staff_id" text NOT NULL,
	CONSTRAINT "statement_audience_statement_id_staff_id_pk" PRIMARY KEY("statement_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "statement_links" (
	"id" text PRIMARY KEY NOT NULL,
	"statement_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"reason" text NOT NULL,
	"linked_at" bigint NOT NULL,
	"ended_at" bigint,
	"end_reason" text,
	"told_scheduled_at" bigint,
	"told_chair_id" text
);
--> statement-breakpoint
CREATE TABLE "statement_openings" (
	"id" text PRIMARY KEY NOT NULL,
	"statement_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"as_chair" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" text PRIMARY KEY NOT NULL,
	"young_person_id" text NOT NULL,
	"form_id" text NOT NULL,
	"form_version" bigint NOT NULL,
	"send_key" text NOT NULL,
	"meeting_kinds" text NOT NULL,
	"language" text NOT NULL,
	"face" text NOT NULL,
	"title" text NOT NULL,
	"wording_sealed" "bytea" NOT NULL,
	"state" text NOT NULL,
	"sent_at" bigint NOT NULL,
	"taken_back_at" bigint
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"points" bigint NOT NULL,
	"expires_at" bigint
);
--> statement-breakpoint
CREATE TABLE "young_people" (
	"id" text PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"ref_index" text NOT NULL,
	"name_index" text NOT NULL,
	"profile_sealed" "bytea" NOT NULL,
	"sex" text,
	"ethnicity" text,
	"disabled" text,
	"unaccompanied" text,
	"language" text NOT NULL,
	"officer_id" text,
	"social_worker_id" text,
	"team" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_acknowledged_by_staff_id_staff_id_fk" FOREIGN KEY ("acknowledged_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_periods" ADD CONSTRAINT "care_periods_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_answers" ADD CONSTRAINT "draft_answers_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_made_by_staff_id_staff_id_fk" FOREIGN KEY ("made_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joinings" ADD CONSTRAINT "joinings_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD CONSTRAINT "meeting_young_people_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD CONSTRAINT "meeting_young_people_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_chair_id_staff_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_about_young_person_id_young_people_id_fk" FOREIGN KEY ("about_young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_answers" ADD CONSTRAINT "statement_answers_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_audience" ADD CONSTRAINT "statement_audience_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_audience" ADD CONSTRAINT "statement_audience_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_links" ADD CONSTRAINT "statement_links_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_links" ADD CONSTRAINT "statement_links_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_links" ADD CONSTRAINT "statement_links_told_chair_id_staff_id_fk" FOREIGN KEY ("told_chair_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_openings" ADD CONSTRAINT "statement_openings_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_openings" ADD CONSTRAINT "statement_openings_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "young_people" ADD CONSTRAINT "young_people_key_id_data_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."data_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "young_people" ADD CONSTRAINT "young_people_officer_id_staff_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "young_people" ADD CONSTRAINT "young_people_social_worker_id_staff_id_fk" FOREIGN KEY ("social_worker_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_sign_in_name_unique" ON "accounts" USING btree ("sign_in_name_index");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_young_person_unique" ON "accounts" USING btree ("young_person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_staff_unique" ON "accounts" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "alerts_young_person" ON "alerts" USING btree ("young_person_id");--> statement-breakpoint
CREATE INDEX "alerts_acknowledged" ON "alerts" USING btree ("acknowledged_at");--> statement-breakpoint
CREATE INDEX "audit_entries_young_person" ON "audit_entries" USING btree ("young_person_id");--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "care_periods_unique" ON "care_periods" USING btree ("young_person_id","status","started_on");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_one_a_form" ON "drafts" USING btree ("young_person_id","form_id");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_send_key_unique" ON "drafts" USING btree ("send_key");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_code_unique" ON "invitations" USING btree ("code_index");--> statement-breakpoint
CREATE INDEX "invitations_young_person" ON "invitations" USING btree ("young_person_id");--> statement-breakpoint
CREATE INDEX "invitations_staff" ON "invitations" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "meeting_young_people_person" ON "meeting_young_people" USING btree ("young_person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_ref_unique" ON "meetings" USING btree ("ref");--> statement-breakpoint
CREATE INDEX "meetings_chair_scheduled" ON "meetings" USING btree ("chair_id","scheduled_at");--> statement-breakpoint
CREATE INDEX "meetings_held_on" ON "meetings" USING btree ("held_on");--> statement-breakpoint
CREATE INDEX "notices_young_person" ON "notices" USING btree ("young_person_id");--> statement-breakpoint
CREATE INDEX "notices_staff" ON "notices" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "pictures_draft" ON "pictures" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "pictures_statement" ON "pictures" USING btree ("statement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "replies_send_key_unique" ON "replies" USING btree ("send_key");--> statement-breakpoint
CREATE INDEX "replies_statement" ON "replies" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_expires" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_ref_index_unique" ON "staff" USING btree ("ref_index");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_email_index_unique" ON "staff" USING btree ("email_index");--> statement-breakpoint
CREATE INDEX "statement_audience_staff" ON "statement_audience" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "statement_links_statement" ON "statement_links" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "statement_links_meeting" ON "statement_links" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "statement_openings_statement" ON "statement_openings" USING btree ("statement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "statements_send_key_unique" ON "statements" USING btree ("send_key");--> statement-breakpoint
CREATE INDEX "statements_young_person" ON "statements" USING btree ("young_person_id","sent_at");--> statement-breakpoint
CREATE INDEX "statements_state" ON "statements" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "young_people_ref_index_unique" ON "young_people" USING btree ("ref_index");--> statement-breakpoint
CREATE INDEX "young_people_name_index" ON "young_people" USING btree ("name_index");--> statement-breakpoint
CREATE INDEX "young_people_officer" ON "young_people" USING btree ("officer_id");