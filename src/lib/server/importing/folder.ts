import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Findings } from './faults.ts';

/** Of one file. Larger ones are no council's, and would take the memory of the server beside it. */
const MOST_MEGABYTES = 50;

/** The files of an import that are in the folder, whole. */
export async function readFolder(
	folder: string,
	known: readonly string[],
	findings: Findings
): Promise<Map<string, Buffer>> {
	const files = new Map<string, Buffer>();
	const place = { line: 1, column: 1 };
	let names: string[];
	try {
		names = await readdir(folder);
	} catch {
		findings.faults.push({ ...place, file: folder, code: 'folder_unreadable', detail: {} });
		return files;
	}
	for (const name of names.filter((one) => one.endsWith('.csv')).sort()) {
		if (!known.includes(name)) {
			findings.warnings.push({ ...place, file: name, code: 'file_unknown', detail: {} });
			continue;
		}
		const path = join(folder, name);
		try {
			const { size } = await stat(path);
			if (size > MOST_MEGABYTES * 1_000_000) {
				const detail = { most: MOST_MEGABYTES };
				findings.faults.push({ ...place, file: name, code: 'file_too_large', detail });
			} else files.set(name, await readFile(path));
		} catch {
			findings.faults.push({ ...place, file: name, code: 'file_unreadable', detail: {} });
		}
	}
	if (files.size === 0 && findings.faults.length === 0) {
		const detail = { files: known.join(', ') };
		findings.faults.push({ ...place, file: folder, code: 'folder_without_files', detail });
	}
	return files;
}
