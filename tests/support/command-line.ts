import { execFile } from 'node:child_process';
import { format } from 'node:util';
import { vi } from 'vitest';
import { runCommand } from '../../src/cli/commands.ts';
import { COMPILED } from './starting-node.ts';

export interface Ran {
	readonly status: number;
	readonly out: string;
	readonly err: string;
	/** What went to standard output, as it is. */
	readonly bytes: Buffer;
}

type Environment = Readonly<Record<string, string>>;

const wordsOf = (line: string): string[] => line.split(' ').filter((word) => word !== '');

/** The command line as an operator runs it: a process of its own that knows nothing but this environment. */
export function saysoProcess(line: string, environment: Environment): Promise<Ran> {
	const args = ['src/cli/sayso.ts', ...wordsOf(line)];
	const env = { PATH: process.env['PATH'], ...COMPILED, ...environment };
	const options = { env, encoding: 'buffer', maxBuffer: 50_000_000 } as const;
	return new Promise((done) => {
		execFile(process.execPath, args, options, (problem, bytes, err) => {
			const status = problem ? Number(problem.code) : 0;
			done({ status, out: bytes.toString(), err: err.toString(), bytes });
		});
	});
}

/** The same command in this process, for the many cases that differ in what is answered and not in how it is run. */
export async function saysoHere(line: string, environment: Environment): Promise<Ran> {
	const out: Buffer[] = [];
	let err = '';
	for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
	const spies = [
		vi.spyOn(console, 'info').mockImplementation((...said) => {
			out.push(Buffer.from(`${format(...said)}\n`));
		}),
		vi.spyOn(console, 'error').mockImplementation((...said) => {
			err += `${format(...said)}\n`;
		}),
		vi.spyOn(process.stdout, 'write').mockImplementation((said) => {
			out.push(Buffer.from(said));
			return true;
		})
	];
	try {
		const status = await runCommand(wordsOf(line));
		const bytes = Buffer.concat(out);
		return { status, out: bytes.toString(), err, bytes };
	} finally {
		for (const spy of spies) spy.mockRestore();
		vi.unstubAllEnvs();
	}
}
