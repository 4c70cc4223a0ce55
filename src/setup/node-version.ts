const LEAST = [22, 18] as const;

/**
 * Stops with one clear line on a Node that is too old: better-sqlite3 would end the process with a segmentation fault.
 * An entry point calls this before it imports anything else.
 */
export function checkNodeVersion(): void {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
	console.error(
		`Sayso needs Node ${LEAST.join('.')} or newer; this is ${process.versions.node}. Start it through npm, which brings its own.`
	);
	process.exit(1);
}
