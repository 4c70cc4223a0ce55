import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { ENDPOINTS, SCHEMAS, type Endpoint } from './endpoints.ts';
import { API_SCOPES } from './scopes.ts';

const QUERY = {
	since: {
		description: 'Only from this instant on',
		schema: { type: 'string', format: 'date-time' }
	},
	cursor: { description: 'Where the page before ended', schema: { type: 'string' } },
	limit: {
		description: 'How many at most',
		schema: { type: 'integer', minimum: 1, maximum: 100, default: 100 }
	},
	ref: {
		description: 'Only of the young person the case system calls so',
		schema: { type: 'string' }
	}
} as const;

const FAULTS = {
	400: 'The address or what was sent cannot be read',
	401: 'There is no key, or one that opens nothing',
	403: 'The key has not the scope for this',
	404: 'Nothing is here for this key',
	429: 'Too many calls in a minute',
	422: 'A field cannot be taken'
} as const;

/** The description of the interface, in OpenAPI 3.1: made of the schemas that every answer is held against. */
export function openApi(council: string): object {
	const paths: Record<string, Record<string, unknown>> = {
		'/api/v1/openapi.json': {
			get: {
				operationId: 'openApi',
				summary: 'This description',
				security: [],
				responses: {
					200: {
						description: 'The description',
						content: { 'application/json': { schema: { type: 'object' } } }
					}
				}
			}
		}
	};
	for (const endpoint of ENDPOINTS)
		paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(endpoint) };
	return {
		openapi: '3.1.0',
		info: {
			title: `Sayso: ${council}`,
			version: '1',
			description:
				'What young people said and what came of it, for the council’s case system. Young people and meetings go by its own references. Lists run forward in a fixed order; go on from `next`, and ask again with `since`.'
		},
		servers: [{ url: '/' }],
		security: [{ key: [] }],
		paths,
		components: {
			securitySchemes: {
				key: {
					type: 'http',
					scheme: 'bearer',
					description: `A key of the administrator’s, for one or more of: ${API_SCOPES.join(', ')}.`
				}
			},
			schemas: Object.fromEntries(
				Object.entries(SCHEMAS).map(([name, schema]) => [name, inJsonSchema(schema)])
			)
		}
	};
}

function operation({ id, summary, description, path, query, scope, answer, body }: Endpoint) {
	const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
		name,
		in: 'path',
		required: true,
		schema: { type: 'string' }
	}));
	const inQuery = query.map((name) => ({ name, in: 'query', required: false, ...QUERY[name] }));
	const faults = Object.entries(FAULTS).filter(([status]) => body || status !== '422');
	return {
		operationId: id,
		summary,
		description: [description, `Scope: ${scope}.`].filter(Boolean).join(' '),
		...(inPath.length + inQuery.length > 0 ? { parameters: [...inPath, ...inQuery] } : {}),
		...(body
			? {
					requestBody: {
						required: true,
						content: { 'application/json': { schema: ref(body) } }
					}
				}
			: {}),
		responses: {
			200: { description: 'What was asked for', content: contentOf(answer) },
			...(body ? { 201: { description: 'It is new', content: contentOf(answer) } } : {}),
			...Object.fromEntries(
				faults.map(([status, told]) => [
					status,
					{ description: told, content: { 'application/problem+json': { schema: ref('Problem') } } }
				])
			)
		}
	};
}

function contentOf(answer: Endpoint['answer']): Record<string, unknown> {
	if ('media' in answer) return Object.fromEntries(answer.media.map((media) => [media, {}]));
	if ('schema' in answer) return { 'application/json': { schema: ref(answer.schema) } };
	return {
		'application/json': {
			schema: {
				type: 'object',
				required: ['items', 'next'],
				properties: {
					items: { type: 'array', items: ref(answer.page) },
					next: {
						type: ['string', 'null'],
						description: 'Where the list goes on; null at its end'
					}
				}
			}
		}
	};
}

const ref = (name: keyof typeof SCHEMAS) => ({ $ref: `#/components/schemas/${name}` });

function inJsonSchema(schema: v.GenericSchema): object {
	const made = toJsonSchema(schema, { target: 'draft-2020-12' });
	// The description says by itself which JSON Schema it speaks.
	delete made.$schema;
	return made;
}
