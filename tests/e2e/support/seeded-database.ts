import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Playwright's global set-up: one demo council, which every test gets its own copy of. */
export default function makeSeededDatabase(): () => void {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-e2e-seed-'));
	execFileSync(process.execPath, ['tests/support/seed-demo.ts', folder], { stdio: 'inherit' });
	process.env['SAYSO_TEST_SEED'] = folder;
	return () => {
		for (const made of [folder, `${folder}-looked`]) rmSync(made, { recursive: true, force: true });
	};
}
