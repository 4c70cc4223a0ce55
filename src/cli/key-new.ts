import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeNewMasterKey } from '../lib/server/vault/master-key.ts';
import { readArguments, WrongUsage, type Command } from './command.ts';
import { operatorPath } from './paths.ts';

export const keyNew: Command = {
	name: 'key new',
	parameters: '[FILE]',
	summary: 'Makes the file with the key that seals what people write.',
	help: [
		'FILE is SAYSO_KEY_FILE unless given, and is never written over.',
		'Keep a copy away from the database: without the key, what is in it can be read by nobody.'
	].join('\n'),
	async run(args) {
		const { positionals } = readArguments(args, {}, { least: 0, most: 1 });
		const file = positionals[0] ? operatorPath(positionals[0]) : process.env['SAYSO_KEY_FILE'];
		if (!file) throw new WrongUsage('FILE is missing, and SAYSO_KEY_FILE is not set');
		mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
		try {
			writeNewMasterKey(file);
		} catch (problem) {
			const isThere = problem instanceof Error && 'code' in problem && problem.code === 'EEXIST';
			throw isThere ? new Error('key_is_there') : problem;
		}
		console.info(`${file} holds a new key. Keep a copy of it away from the database.`);
		return 0;
	}
};
