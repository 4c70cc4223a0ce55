import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCE = 'src';

test('statements are linked to meetings in one place', () => {
	const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
		(file) => file.endsWith('.ts') && !file.endsWith('.test.ts')
	);
	const writers = files.filter((file) =>
		/\.(insert|update|delete)\([\w.]*statementLinks\)/.test(
			readFileSync(join(SOURCE, file), 'utf8').replaceAll(/\s+\./g, '.')
		)
	);
	expect(writers).toEqual(['lib/server/meetings/settle.ts']);
});
