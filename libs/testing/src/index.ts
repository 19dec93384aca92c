export * from './factories/create.js';
export * from './harness/caller.js';
export * from './harness/database.js';
export * from './harness/eventually.js';
export * from './harness/nats.js';
