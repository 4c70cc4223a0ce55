import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff } from '../../../../tests/support/people.ts';
import { throttled } from '../errors.ts';
import { api, apiOne, json, nothingThere } from './api.ts';

onBothEngines('what programs call', (engine) => {
	async function opened(scopes: readonly string[]) {
		const { app, amina } = await eastbrook((options) => engine.open(options));
		const admin = await addStaff(app, { roles: ['admin'] });
		const { token } = await app.machines.makeKey(admin.actor, {
			id: crypto.randomUUID(),
			name: 'Case system',
			scopes,
			expiresOn: '2027-01-01'
		});
		const event = (path: string, init: RequestInit = {}): RequestEvent => {
			const url = new URL(path, 'http://sayso.invalid');
			const headers = { authorization: `Bearer ${token}`, ...init.headers };
			// Only what `api` looks at is here.
			return {
				url,
				request: new Request(url, { ...init, headers }),
				locals: { app }
			} as unknown as RequestEvent;
		};
		return { app, amina, event };
	}

	const list = api(({ app, actor, params }) => app.machines.listMeetings(actor, params));
	const copies = apiOne(async ({ app, actor, json: body }) => {
		const { made, copy } = await app.machines.reportCopy(actor, await body());
		return json(copy, made ? 201 : 200);
	});

	test('is answered with JSON that nothing keeps', async () => {
		const { event } = await opened(['meetings']);

		const answer = await list(event('/api/v1/meetings'));

		expect(answer.status).toBe(200);
		expect(await answer.json()).toEqual({ items: [], next: null });
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(answer.headers.get('access-control-allow-origin')).toBeNull();
	});

	test('is refused as a problem, with what to mend', async () => {
		const { event } = await opened(['copies']);
		const post = (body: string, type = 'application/json') =>
			copies(event('/api/v1/copies', { method: 'POST', body, headers: { 'content-type': type } }));
		const nobody = (authorization: string) =>
			list(event('/api/v1/meetings', { headers: { authorization } }));

		for (const [answer, status, more] of [
			[await nobody(''), 401, {}],
			[await nobody('Basic abc'), 401, {}],
			[await nobody(`Bearer sayso_${'A'.repeat(43)}`), 401, {}],
			[await nobody(`Bearer ${'A'.repeat(5000)}`), 401, {}],
			[await list(event('/api/v1/meetings')), 403, {}],
			[await copies(event('/api/v1/copies?colour=red')), 400, { field: 'colour' }],
			[await post('{'), 400, {}],
			[await post(''), 400, {}],
			[await post(`"${'a'.repeat(20_000)}"`), 413, {}],
			[await post('{}', 'text/plain'), 415, {}],
			[await post('{}'), 422, { field: 'kind' }],
			[await post('[1]'), 422, {}],
			[nothingThere(), 404, {}]
		] as const) {
			expect(answer.status).toBe(status);
			expect(answer.headers.get('content-type')).toBe('application/problem+json');
			expect(await answer.json()).toMatchObject({ type: 'about:blank', status, ...more });
			expect(answer.headers.has('www-authenticate')).toBe(status === 401);
		}
	});

	test('is told when to come back, and what broke stays in the log', async () => {
		const { event } = await opened(['meetings']);
		const wild = api(async () => {
			throw throttled(60);
		});
		const broken = api(async () => {
			throw new Error('a disk');
		});

		const answer = await wild(event('/api/v1/meetings'));

		expect(answer.status).toBe(429);
		expect(answer.headers.get('retry-after')).toBe('60');
		await expect(broken(event('/api/v1/meetings'))).rejects.toThrow('a disk');
	});
});
