import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * One command of the operator's command line. It imports what it needs when it runs, so that help comes at once.
 */
export interface Command {
	/** The words it is called by, such as `audit verify`. */
	readonly name: string;
	/** What follows them. */
	readonly parameters: string;
	/** One line for the list of commands. */
	readonly summary: string;
	/** What else `--help` tells. */
	readonly help: string;
	/** @returns the exit status: 0, or 1 when what was asked is refused */
	run(args: readonly string[]): Promise<number>;
}

/** It was called in a way it cannot be called: exit status 2. */
export class WrongUsage extends Error {}

/** @throws WrongUsage for an option nobody knows, or more or fewer words than wanted */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(
	args: readonly string[],
	options: T,
	wanted: { readonly least: number; readonly most: number }
) {
	let read;
	try {
		read = parseArgs({ args: [...args], options, allowPositionals: true });
	} catch (problem) {
		throw new WrongUsage(problem instanceof Error ? problem.message : String(problem));
	}
	const count = read.positionals.length;
	if (count < wanted.least) throw new WrongUsage('something is missing');
	if (count > wanted.most) throw new WrongUsage('that is one word too many');
	return read;
}

export function demandOption(value: string | undefined, name: string): string {
	if (value === undefined || value.trim() === '') throw new WrongUsage(`--${name} is missing`);
	return value;
}
