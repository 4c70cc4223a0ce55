import { version } from '$service-worker';
import type { WorkerScope } from './lib/offline/worker-types.ts';
import { startWorker } from './lib/offline/worker.ts';

startWorker(self as unknown as WorkerScope, version);
