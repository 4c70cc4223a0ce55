import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { filesIn, read } from '../../../../tests/support/project.ts';
import { ENDPOINTS } from './endpoints.ts';
import { openApi } from './openapi.ts';
import { API_SCOPES } from './scopes.ts';

const description = openApi('Eastbrook');
const ROUTES = 'src/routes/api/v1';

/** `get /api/v1/…` of every route file there is, as OpenAPI writes paths. */
const routes = filesIn(ROUTES, '+server.ts').flatMap((file) => {
	const path = file
		.replace('src/routes', '')
		.replace('/+server.ts', '')
		.replaceAll(/\[(\w+)\]/g, '{$1}');
	return [...read(file).matchAll(/^export const (GET|POST|PUT|PATCH|DELETE)\b/gm)].map(
		([, method = '']) => `${method.toLowerCase()} ${path}`
	);
});

test('the description is OpenAPI', async () => {
	const checked = await new Validator().validate(JSON.parse(JSON.stringify(description)));

	expect(checked).toMatchObject({ valid: true });
});

test('every way in is described, and whatever is described is there', () => {
	const described = [
		'get /api/v1/openapi.json',
		...ENDPOINTS.map(({ method, path }) => `${method} ${path}`)
	];

	expect(routes.toSorted()).toEqual(described.toSorted());
	expect(JSON.parse(JSON.stringify(description))).toMatchObject({
		paths: Object.fromEntries(
			ENDPOINTS.map(({ method, path, id }) => [path, { [method]: { operationId: id } }])
		)
	});
});

test('every scope opens something, and a route asks for no other', () => {
	expect(new Set(ENDPOINTS.map(({ scope }) => scope))).toEqual(new Set(API_SCOPES));
	for (const { path, id } of ENDPOINTS) {
		const file = `src/routes${path.replaceAll(/\{(\w+)\}/g, '[$1]')}/+server.ts`;
		expect(read(file)).toContain(`machines.${id}(`);
	}
});
