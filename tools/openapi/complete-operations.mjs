import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { routesOf } from './routes.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const EVENT_STREAM = 'text/event-stream';
const PROBLEM = 'application/problem+json';

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Sent again with the same key and body, the first result comes again. Kept for a day.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const fromBuild = (/** @type {string} */ path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);

/**
 * Adds to each operation what its types do not say: who may call it, which errors its contract has, and
 * that a reply may stream.
 * @param {any} document
 */
export const completeOperations = async (document) => {
  const [
    { AppModule },
    { errorCatalog, IdempotentRequest, ReplyChunk, TranscriptView },
    { ANSWERS },
    { FOR_OPERATORS },
    { PUBLIC },
    { UNCOUNTED },
  ] = await Promise.all([
    fromBuild('apps/gateway/src/app.module.js'),
    fromBuild('libs/contracts/src/index.js'),
    fromBuild('apps/gateway/src/http/answers.decorator.js'),
    fromBuild('apps/gateway/src/http/for-operators.decorator.js'),
    fromBuild('apps/gateway/src/http/public.decorator.js'),
    fromBuild('apps/gateway/src/limits/limit-requests.js'),
  ]);
  document.components.schemas.Problem = problemSchema(Object.keys(errorCatalog));
  for (const { path, method, handler, controller } of routesOf(AppModule)) {
    const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')][method];
    const isPublic = isMarked(PUBLIC, handler, controller);
    const scheme = isMarked(FOR_OPERATORS, handler, controller) ? 'operator_token' : 'access_token';
    const { contract, shapes = [] } = Reflect.getMetadata(ANSWERS, handler) ?? {};
    operation.tags = [controller.name.replace('Controller', '')];
    operation.security = isPublic ? [] : [{ [scheme]: [] }];
    if (shapes.length > 0) describeSuccess(operation, shapes);
    if (contract?.chunk === ReplyChunk) allowStream(operation);
    if (contract?.chunk === TranscriptView) allowText(operation);
    if (contract?.request.prototype instanceof IdempotentRequest) operation.parameters.push(IDEMPOTENCY_KEY);
    const codes = new Set([
      ...(contract?.errors ?? []),
      ...(takesInput(operation) ? ['validation_failed'] : []),
      ...(isPublic ? [] : ['unauthorized']),
      ...(UNCOUNTED.has(path) ? [] : ['rate_limited']),
      ...(contract === undefined ? [] : ['service_unavailable']),
    ]);
    describeErrors(operation, [...codes].sort(), errorCatalog);
  }
  return document;
};

/**
 * @param {string} mark that a decorator left
 * @param {readonly Function[]} targets
 */
const isMarked = (mark, ...targets) => targets.some((target) => Reflect.getMetadata(mark, target) === true);

/** @param {any} operation */
const takesInput = (operation) => operation.requestBody !== undefined || operation.parameters.length > 0;

/**
 * @param {any} operation
 * @param {readonly Function[]} shapes
 */
const describeSuccess = (operation, shapes) => {
  const references = shapes.map(({ name }) => ({ $ref: `#/components/schemas/${name}` }));
  successOf(operation).content = {
    'application/json': { schema: references.length === 1 ? references[0] : { oneOf: references } },
  };
};

/** @param {any} operation */
const allowStream = (operation) => {
  const success = successOf(operation);
  success.content ??= {};
  success.content[EVENT_STREAM] = {
    schema: {
      type: 'string',
      description: 'Server-sent events: message, delta (any number), then done or problem.',
    },
  };
};

/** @param {any} operation */
const allowText = (operation) => {
  successOf(operation).content['text/plain'] = {
    schema: { type: 'string', description: '`[instant] You: …` or `[instant] Saathi: …`, a line a message.' },
  };
};

/** @param {any} operation */
const successOf = (operation) => {
  const status = Object.keys(operation.responses).find((code) => code.startsWith('2')) ?? '200';
  return (operation.responses[status] ??= { description: '' });
};

/**
 * @param {any} operation
 * @param {readonly string[]} codes
 * @param {Record<string, { status: number, title: string }>} catalog
 */
const describeErrors = (operation, codes, catalog) => {
  for (const code of codes) {
    const { status, title } = /** @type {{ status: number, title: string }} */ (catalog[code]);
    const response = (operation.responses[status] ??= {
      description: '',
      content: { [PROBLEM]: { schema: { $ref: '#/components/schemas/Problem' } } },
    });
    response.description = [response.description, `\`${code}\`: ${title}.`].filter(Boolean).join(' ');
  }
};

/** @param {readonly string[]} codes */
const problemSchema = (codes) => ({
  type: 'object',
  description: 'An error (RFC 9457). Branch on `code`; extras of a code stand beside these members.',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string', enum: codes },
    request_id: { type: 'string' },
    errors: {
      type: 'array',
      description: 'For `validation_failed`: what is wrong where.',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
});
