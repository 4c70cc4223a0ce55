import type { Translator } from '#lib/language/translator.ts';
import type { Actor } from '#lib/server/access.ts';
import type { SignedIn } from '#lib/server/accounts/sessions.ts';
import type { App as Sayso } from '#lib/server/app.ts';

declare global {
	namespace App {
		interface Locals {
			readonly app: Sayso;
			readonly translator: Translator;
			readonly actor: Actor;
			/** Their session, for those who are signed in. */
			readonly signedIn: SignedIn | null;
			/** Shown with an error, and stands in its log line. */
			readonly requestId: string;
		}
		interface Error {
			message: string;
			/** A key under `errors:` */
			code: string;
			requestId: string;
			detail?: Readonly<Record<string, string | number | readonly string[]>>;
		}
		interface PageData {
			/** Tag of the language the page is drawn in. */
			language: string;
			/** What is left when a post was refused, under the names of its fields. */
			errors?: Readonly<Record<string, string>>;
		}
	}
}

export {};
