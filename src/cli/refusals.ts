import type { UnusableBackup } from '../lib/server/backup/sealed-stream.ts';
import { ROLES } from '../lib/server/roles.ts';

/** What the operator reads when a command is refused, by code. */
export const REFUSALS: Readonly<Record<string, string>> = {
	young_person_unknown: 'No young person has that reference. Import them first.',
	not_found: 'There is nobody to do that for.',
	staff_name: '--name: give the name as colleagues and young people should read it.',
	staff_email: '--email: not an e-mail address.',
	staff_roles: `--role: one or more of ${ROLES.join(', ')}; repeat --role for several.`,
	staff_provider: '--provider: for an advocate; add --role advocate, and a name.',
	period_wrong: '--from and --to: days as YYYY-MM-DD, the first of them not after the last.',
	key_is_there: 'That file is there already. A key is never written over.',
	file_is_there: 'That file is there already. A backup is never written over another file.',
	not_empty: 'That database is not empty. A backup is restored into an empty one only.'
};

export const UNUSABLE_BACKUPS: Readonly<Record<UnusableBackup['code'], string>> = {
	not_a_backup: 'That file is no backup of Sayso.',
	other_key_or_damaged:
		'That backup cannot be opened: it is damaged, or it was made under another key than SAYSO_KEY_FILE.',
	cut_off: 'That backup is not whole. Nothing was restored.',
	other_version:
		'That backup was made by another version of Sayso. Restore it with that version, then bring the database up to date.'
};
