import type { Answers } from '../../forms/answers.ts';
import type { Facts, Form } from '../../forms/definition.ts';
import type { YoungPersonActor } from '../access.ts';
import type { DraftContents } from '../drafts/draft-contents.ts';
import type { Keyring } from '../vault/vault.ts';

/** What is being sent. */
export interface NewStatement {
	readonly id: string;
	readonly author: YoungPersonActor;
	readonly keyId: string;
	readonly keys: Keyring;
	readonly form: Form;
	readonly draft: DraftContents;
	/** Of the draft's answers those that are sent. */
	readonly answers: Answers;
	readonly facts: Facts;
}
