/** The little of a service worker's own types that is used here: TypeScript has them only for programs that are nothing else. */
export interface WorkerScope {
	readonly registration: { readonly sync?: { register(tag: string): Promise<void> } };
	readonly clients: { claim(): Promise<void> };
	skipWaiting(): Promise<void>;
	addEventListener(kind: 'install' | 'activate', listener: (event: LongEvent) => void): void;
	addEventListener(kind: 'message', listener: (event: LongEvent & { data: unknown }) => void): void;
	addEventListener(kind: 'sync', listener: (event: LongEvent & { tag: string }) => void): void;
	addEventListener(kind: 'fetch', listener: (event: FetchEvent) => void): void;
}

interface LongEvent {
	waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends LongEvent {
	readonly request: Request;
	respondWith(answer: Promise<Response>): void;
}
