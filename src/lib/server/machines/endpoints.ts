import type * as v from 'valibot';
import * as schemas from './schemas.ts';
import type { ApiScope } from './scopes.ts';

/** One way in for programs: the description of the interface, and the tests, go by these. */
export interface Endpoint {
	readonly method: 'get' | 'post';
	/** As OpenAPI writes it. */
	readonly path: string;
	readonly id: string;
	readonly scope: ApiScope;
	readonly summary: string;
	readonly description?: string;
	readonly query: readonly ('since' | 'cursor' | 'limit' | 'ref')[];
	/** Name of the schema in the description. */
	readonly answer:
		| { readonly schema: keyof typeof SCHEMAS }
		| { readonly page: keyof typeof SCHEMAS }
		| { readonly media: readonly string[] };
	readonly body?: keyof typeof SCHEMAS;
}

export const SCHEMAS = {
	Meeting: schemas.meeting,
	StatementInList: schemas.statementInList,
	Statement: schemas.statement,
	Decision: schemas.decision,
	Letter: schemas.letter,
	Record: schemas.record,
	Participation: schemas.participation,
	RequestFigures: schemas.requestFigures,
	Copy: schemas.copyMade,
	Problem: schemas.problem
} as const satisfies Record<string, v.GenericSchema>;

const LIST = ['since', 'cursor', 'limit', 'ref'] as const;

export const ENDPOINTS: readonly Endpoint[] = [
	{
		method: 'get',
		path: '/api/v1/meetings',
		id: 'listMeetings',
		scope: 'meetings',
		summary: 'Meetings, in the order they were entered',
		description: 'Since: entered at or after.',
		query: LIST,
		answer: { page: 'Meeting' }
	},
	{
		method: 'get',
		path: '/api/v1/statements',
		id: 'listStatements',
		scope: 'statements',
		summary: 'What young people sent, in the order it was sent, without its words',
		description:
			'Since: sent at or after. Complaints and other requests, and what is locked from anybody, are never here.',
		query: LIST,
		answer: { page: 'StatementInList' }
	},
	{
		method: 'get',
		path: '/api/v1/statements/{statementId}',
		id: 'readStatement',
		scope: 'statements',
		summary: 'A statement in full',
		description:
			'Answers said for the chair alone are left out and counted in keptForChair. The young person sees that it was fetched, by the name of the key; it does not count as opened by whoever chairs.',
		query: [],
		answer: { schema: 'Statement' }
	},
	{
		method: 'get',
		path: '/api/v1/statements/{statementId}/document',
		id: 'statementDocument',
		scope: 'statements',
		summary: 'The same as a tagged PDF',
		query: [],
		answer: { media: ['application/pdf'] }
	},
	{
		method: 'get',
		path: '/api/v1/statements/{statementId}/attachments/{attachmentId}',
		id: 'readAttachment',
		scope: 'statements',
		summary: 'A picture or a voice note of a statement',
		query: [],
		answer: { media: ['image/webp', 'audio/mpeg'] }
	},
	{
		method: 'get',
		path: '/api/v1/decisions',
		id: 'listDecisions',
		scope: 'decisions',
		summary: 'What meetings decided, in the order it changed',
		description:
			'Since: changed at or after. Those of a meeting are here once they were sent to managers; what was raised for the chair alone never is.',
		query: LIST,
		answer: { page: 'Decision' }
	},
	{
		method: 'get',
		path: '/api/v1/letters',
		id: 'listLetters',
		scope: 'letters',
		summary: 'Letters to young people, in the order they were sent',
		description: 'Since: sent at or after.',
		query: LIST,
		answer: { page: 'Letter' }
	},
	{
		method: 'get',
		path: '/api/v1/letters/{letterId}/document',
		id: 'letterDocument',
		scope: 'letters',
		summary: 'A letter as a tagged PDF',
		query: [],
		answer: { media: ['application/pdf'] }
	},
	{
		method: 'get',
		path: '/api/v1/records',
		id: 'listRecords',
		scope: 'records',
		summary: 'Records of meetings, one for each young person, in the order they were sent',
		description: 'Since: sent at or after.',
		query: LIST,
		answer: { page: 'Record' }
	},
	{
		method: 'get',
		path: '/api/v1/participation',
		id: 'listParticipation',
		scope: 'participation',
		summary: 'How each young person took part in the meetings that were held, by their day',
		description: 'Since: held on that day in London or after.',
		query: LIST,
		answer: { page: 'Participation' }
	},
	{
		method: 'get',
		path: '/api/v1/requests',
		id: 'requestFigures',
		scope: 'requests',
		summary: 'How many asked for what, in figures alone',
		description: 'Since: asked at or after.',
		query: ['since'],
		answer: { schema: 'RequestFigures' }
	},
	{
		method: 'post',
		path: '/api/v1/copies',
		id: 'reportCopy',
		scope: 'copies',
		summary: 'Says that a document stands in the case record now',
		description: 'Said once more, what was said first stays, and the answer is 200 instead of 201.',
		query: [],
		body: 'Copy',
		answer: { schema: 'Copy' }
	}
];
