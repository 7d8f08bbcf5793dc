import { parentPort, workerData } from 'node:worker_threads';
import { serveRequests } from './runtime/serve-requests.js';

if (parentPort !== null) await serveRequests(parentPort, workerData);
