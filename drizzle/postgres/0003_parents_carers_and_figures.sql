CREATE TABLE "carer_consultations" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"young_person_id" text NOT NULL,
	"link_id" text,
	"role" text NOT NULL,
	"name_sealed" "bytea" NOT NULL,
	"email_sealed" "bytea",
	"send_key" text,
	"language" text NOT NULL,
	"wording_sealed" "bytea",
	"answers_sealed" "bytea",
	"flag" text,
	"asked_at" bigint NOT NULL,
	"asked_by_staff_id" text,
	"chased_at" bigint,
	"answered_at" bigint,
	"opened_at" bigint,
	"opened_by_staff_id" text,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "conference_records" (
	"meeting_id" text PRIMARY KEY NOT NULL,
	"report" text,
	"other_reports" text,
	"parents_there" text,
	"met_before" text,
	"child_took_part" text,
	"by_staff_id" text,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outside_drafts" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"link_id" text NOT NULL,
	"send_key" text NOT NULL,
	"answers_sealed" "bytea" NOT NULL,
	"language" text NOT NULL,
	"last_page" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outside_links" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"reach" text NOT NULL,
	"token_index" text NOT NULL,
	"meeting_id" text NOT NULL,
	"young_person_id" text,
	"contact_sealed" "bytea",
	"language" text NOT NULL,
	"made_by_staff_id" text,
	"created_at" bigint NOT NULL,
	"send_at" bigint,
	"sent_at" bigint,
	"reminded_at" bigint,
	"expires_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "report_texts" (
	"id" text PRIMARY KEY NOT NULL,
	"from_on" text NOT NULL,
	"to_on" text NOT NULL,
	"part" text NOT NULL,
	"words_sealed" "bytea" NOT NULL,
	"version" bigint NOT NULL,
	"by_staff_id" text,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement_themes" (
	"statement_id" text NOT NULL,
	"theme_id" text NOT NULL,
	"source" text NOT NULL,
	"confirmed" text,
	"month" text NOT NULL,
	"by_staff_id" text,
	"at" bigint NOT NULL,
	CONSTRAINT "statement_themes_statement_id_theme_id_pk" PRIMARY KEY("statement_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "survey_callbacks" (
	"id" text PRIMARY KEY NOT NULL,
	"contact_sealed" "bytea",
	"language" text NOT NULL,
	"asked_on" text NOT NULL,
	"handled_at" bigint,
	"handled_by_staff_id" text
);
--> statement-breakpoint
CREATE TABLE "survey_responses" (
	"id" text PRIMARY KEY NOT NULL,
	"ref" text,
	"send_key" text NOT NULL,
	"survey" text NOT NULL,
	"conference_kind" text NOT NULL,
	"responded_on" text NOT NULL,
	"source" text NOT NULL,
	"language" text NOT NULL,
	"answers_sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text,
	"name" text,
	"position" bigint NOT NULL,
	"active" bigint NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "told_figures" (
	"subject" text NOT NULL,
	"period" text NOT NULL,
	"told" text NOT NULL,
	"told_at" bigint NOT NULL,
	"by_staff_id" text,
	CONSTRAINT "told_figures_subject_period_pk" PRIMARY KEY("subject","period")
);
--> statement-breakpoint
CREATE TABLE "use_falls" (
	"id" text PRIMARY KEY NOT NULL,
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"state" text NOT NULL,
	"week" text NOT NULL,
	"expected" bigint NOT NULL,
	"told_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
DROP INDEX "meetings_held_on";--> statement-breakpoint
DROP INDEX "replies_statement";--> statement-breakpoint
DROP INDEX "statement_links_statement";--> statement-breakpoint
DROP INDEX "statement_links_meeting";--> statement-breakpoint
DROP INDEX "statement_openings_statement";--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD COLUMN "age_band" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "outside_link_id" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "age_band" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "care_status" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "opened_at" bigint;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "replied_at" bigint;--> statement-breakpoint
ALTER TABLE "carer_consultations" ADD CONSTRAINT "carer_consultations_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carer_consultations" ADD CONSTRAINT "carer_consultations_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carer_consultations" ADD CONSTRAINT "carer_consultations_link_id_outside_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."outside_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carer_consultations" ADD CONSTRAINT "carer_consultations_asked_by_staff_id_staff_id_fk" FOREIGN KEY ("asked_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carer_consultations" ADD CONSTRAINT "carer_consultations_opened_by_staff_id_staff_id_fk" FOREIGN KEY ("opened_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_records" ADD CONSTRAINT "conference_records_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_records" ADD CONSTRAINT "conference_records_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_drafts" ADD CONSTRAINT "outside_drafts_link_id_outside_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."outside_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_links" ADD CONSTRAINT "outside_links_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_links" ADD CONSTRAINT "outside_links_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_links" ADD CONSTRAINT "outside_links_made_by_staff_id_staff_id_fk" FOREIGN KEY ("made_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_texts" ADD CONSTRAINT "report_texts_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_themes" ADD CONSTRAINT "statement_themes_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_themes" ADD CONSTRAINT "statement_themes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_themes" ADD CONSTRAINT "statement_themes_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_callbacks" ADD CONSTRAINT "survey_callbacks_handled_by_staff_id_staff_id_fk" FOREIGN KEY ("handled_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "told_figures" ADD CONSTRAINT "told_figures_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "carer_consultations_send_key_unique" ON "carer_consultations" USING btree ("send_key");--> statement-breakpoint
CREATE INDEX "carer_consultations_meeting" ON "carer_consultations" USING btree ("meeting_id","young_person_id");--> statement-breakpoint
CREATE INDEX "carer_consultations_asked" ON "carer_consultations" USING btree ("asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outside_drafts_send_key_unique" ON "outside_drafts" USING btree ("send_key");--> statement-breakpoint
CREATE INDEX "outside_drafts_link" ON "outside_drafts" USING btree ("link_id");--> statement-breakpoint
CREATE INDEX "outside_drafts_expires" ON "outside_drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outside_links_token_unique" ON "outside_links" USING btree ("token_index");--> statement-breakpoint
CREATE INDEX "outside_links_meeting" ON "outside_links" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "outside_links_send" ON "outside_links" USING btree ("sent_at","send_at");--> statement-breakpoint
CREATE UNIQUE INDEX "report_texts_one_a_part" ON "report_texts" USING btree ("from_on","to_on","part");--> statement-breakpoint
CREATE INDEX "statement_themes_theme" ON "statement_themes" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "statement_themes_month" ON "statement_themes" USING btree ("month","theme_id","confirmed");--> statement-breakpoint
CREATE INDEX "survey_callbacks_asked_on" ON "survey_callbacks" USING btree ("asked_on");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_responses_ref_unique" ON "survey_responses" USING btree ("ref");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_responses_send_key_unique" ON "survey_responses" USING btree ("send_key");--> statement-breakpoint
CREATE INDEX "survey_responses_responded_on" ON "survey_responses" USING btree ("responded_on");--> statement-breakpoint
CREATE UNIQUE INDEX "themes_code_unique" ON "themes" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "use_falls_once" ON "use_falls" USING btree ("dimension","value","state","week");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_outside_link_id_outside_links_id_fk" FOREIGN KEY ("outside_link_id") REFERENCES "public"."outside_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decisions_statement" ON "decisions" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "meeting_young_people_counted" ON "meeting_young_people" USING btree ("meeting_id","young_person_id","age_band","participation_code");--> statement-breakpoint
CREATE INDEX "meetings_held" ON "meetings" USING btree ("kind","held_on","cancelled_at","scheduled_at","id","due_by","decisions_sent_on","record_sent_on","chair_id");--> statement-breakpoint
CREATE INDEX "notices_meeting" ON "notices" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "statements_sent" ON "statements" USING btree ("sent_at","taken_back_at","goes_to","young_person_id","form_id","language","face","age_band","care_status","opened_at","replied_at","id");--> statement-breakpoint
CREATE INDEX "replies_statement" ON "replies" USING btree ("statement_id","sent_at");--> statement-breakpoint
CREATE INDEX "statement_links_statement" ON "statement_links" USING btree ("statement_id","ended_at","end_reason","meeting_id");--> statement-breakpoint
CREATE INDEX "statement_links_meeting" ON "statement_links" USING btree ("meeting_id","ended_at","end_reason","statement_id");--> statement-breakpoint
CREATE INDEX "statement_openings_statement" ON "statement_openings" USING btree ("statement_id","as_chair","opened_at","staff_id");--> statement-breakpoint
UPDATE "statements" SET
	"opened_at" = (SELECT min("o"."opened_at") FROM "statement_openings" AS "o"
		WHERE "o"."statement_id" = "statements"."id" AND ("o"."as_chair" = 1 OR ("statements"."goes_to" = 'worker' AND NOT EXISTS (
			SELECT 1 FROM "statement_audience" AS "a" WHERE "a"."statement_id" = "o"."statement_id" AND "a"."staff_id" = "o"."staff_id")))),
	"replied_at" = (SELECT min("r"."sent_at") FROM "replies" AS "r" WHERE "r"."statement_id" = "statements"."id");
