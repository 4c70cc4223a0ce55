CREATE TABLE "requests" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"raised_by" text NOT NULL,
	"young_person_id" text,
	"statement_id" text,
	"from_statement_id" text,
	"asked_sealed" "bytea",
	"send_key" text NOT NULL,
	"language" text NOT NULL,
	"state" text NOT NULL,
	"created_at" bigint NOT NULL,
	"matched_by_staff_id" text,
	"matched_at" bigint,
	"opened_by_staff_id" text,
	"opened_at" bigint,
	"closed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sounds" (
	"id" text PRIMARY KEY NOT NULL,
	"young_person_id" text NOT NULL,
	"draft_id" text,
	"statement_id" text,
	"question_id" text NOT NULL,
	"bytes_sealed" "bytea" NOT NULL,
	"milliseconds" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement_additions" (
	"id" text PRIMARY KEY NOT NULL,
	"statement_id" text NOT NULL,
	"send_key" text NOT NULL,
	"words_sealed" "bytea" NOT NULL,
	"language" text NOT NULL,
	"added_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement_barred" (
	"statement_id" text NOT NULL,
	"staff_id" text NOT NULL,
	CONSTRAINT "statement_barred_statement_id_staff_id_pk" PRIMARY KEY("statement_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "togethers" (
	"id" text PRIMARY KEY NOT NULL,
	"young_person_id" text NOT NULL,
	"form_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"device" text NOT NULL,
	"code_index" text NOT NULL,
	"token_hash" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"opened_at" bigint,
	"ended_at" bigint
);
--> statement-breakpoint
DROP INDEX "drafts_one_a_form";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "together_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "begun_together_id" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "goes_to" text DEFAULT 'chair' NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "protects" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "about_meeting_id" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "together_id" text;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_from_statement_id_statements_id_fk" FOREIGN KEY ("from_statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_matched_by_staff_id_staff_id_fk" FOREIGN KEY ("matched_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_opened_by_staff_id_staff_id_fk" FOREIGN KEY ("opened_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sounds" ADD CONSTRAINT "sounds_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sounds" ADD CONSTRAINT "sounds_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sounds" ADD CONSTRAINT "sounds_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_additions" ADD CONSTRAINT "statement_additions_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_barred" ADD CONSTRAINT "statement_barred_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_barred" ADD CONSTRAINT "statement_barred_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "togethers" ADD CONSTRAINT "togethers_young_person_id_young_people_id_fk" FOREIGN KEY ("young_person_id") REFERENCES "public"."young_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "togethers" ADD CONSTRAINT "togethers_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "requests_send_key_unique" ON "requests" USING btree ("send_key");--> statement-breakpoint
CREATE INDEX "requests_young_person" ON "requests" USING btree ("young_person_id");--> statement-breakpoint
CREATE INDEX "requests_statement" ON "requests" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "requests_state" ON "requests" USING btree ("state","kind");--> statement-breakpoint
CREATE INDEX "sounds_draft" ON "sounds" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "sounds_statement" ON "sounds" USING btree ("statement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "statement_additions_send_key_unique" ON "statement_additions" USING btree ("send_key");--> statement-breakpoint
CREATE INDEX "statement_additions_statement" ON "statement_additions" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "statement_barred_staff" ON "statement_barred" USING btree ("staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "togethers_code_unique" ON "togethers" USING btree ("code_index");--> statement-breakpoint
CREATE UNIQUE INDEX "togethers_token_unique" ON "togethers" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "togethers_young_person" ON "togethers" USING btree ("young_person_id");--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_about_meeting_id_meetings_id_fk" FOREIGN KEY ("about_meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_one_a_form_and_helper" ON "drafts" USING btree ("young_person_id","form_id","together_id");