type Level = 'info' | 'warn' | 'error';
type Fields = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One line on standard output or error: JSON, or easier to read when `SAYSO_LOG=pretty`. */
export function logLine(level: Level, fields: Fields): void {
	const write = level === 'info' ? console.info : console.error;
	if (process.env['SAYSO_LOG'] === 'pretty') {
		const rest = Object.entries(fields).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
		write(`${level} ${rest.join(' ')}`);
		return;
	}
	write(JSON.stringify({ time: new Date().toISOString(), level, ...fields }));
}
