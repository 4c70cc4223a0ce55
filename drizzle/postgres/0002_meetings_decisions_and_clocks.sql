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
ALTER TABLE "requests" ADD COLUMN "provider_id" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "assigned_staff_id" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "stage" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "stage_started_on" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "stage_due_on" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "version" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD CONSTRAINT "meeting_young_people_code_by_staff_id_staff_id_fk" FOREIGN KEY ("code_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_young_people" ADD CONSTRAINT "meeting_young_people_seen_alone_by_staff_id_staff_id_fk" FOREIGN KEY ("seen_alone_by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_assigned_staff_id_staff_id_fk" FOREIGN KEY ("assigned_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;