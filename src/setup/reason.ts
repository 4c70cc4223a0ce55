/** A problem in words for whoever runs Sayso: no stack, and a sentence for those that everybody meets. */
export function reason(problem: unknown): string {
	if (!(problem instanceof Error)) return String(problem);
	const code = 'code' in problem ? String(problem.code) : '';
	const port = 'port' in problem ? String(problem.port) : '';
	if (code === 'EADDRINUSE')
		return `Port ${port} is taken by another program. Choose another, such as PORT=${Number(port) + 1}.`;
	if (code === 'EACCES' && port) return `Port ${port} may not be opened by this user.`;
	if (problem.message === 'wrong_key')
		return 'SAYSO_KEY_FILE: the database was sealed under another key';
	if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
		return 'DATABASE_URL: nothing answers at that address';
	if (code === 'SQLITE_CANTOPEN') return 'DATABASE_URL: that file cannot be opened';
	if (code === 'SQLITE_NOTADB') return 'DATABASE_URL: that file is not a database';
	return problem.message;
}
