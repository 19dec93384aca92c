import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { JsonLogger } from '@saathi/platform';
import { resolve } from 'node:path';
import { AppModule } from './app.module.js';
import { CallSockets } from './calls/call-sockets.js';
import { serveDocsAssets } from './docs/docs-assets.js';
import type { GatewayConfig } from './gateway.config.js';
import { AccessTokens } from './http/access-tokens.js';
import { recordAnswers } from './http/answer-record.js';
import { keepPrivate } from './http/keep-private.js';
import { leavePolitely } from './http/leave-politely.js';
import { BODY_LIMIT_BYTES, readBodies } from './http/request-body.js';
import { openRequestContexts } from './http/request-id.js';
import { leadPastRouter, refuseUndecodable } from './http/undecodable-address.js';
import { answerBrokenRequest } from './http/broken-request.js';
import { limitRequests } from './limits/limit-requests.js';
import { RateLimiter } from './limits/rate-limiter.js';
import { pagePolicy } from './web-client/page-policy.js';
import { serveWebClient } from './web-client/serve-web-client.js';

/** Node takes no more than 16 KiB of headers, the address among them. */
const MAX_ADDRESS_LENGTH = 16_384;
const HEADERS_LIMIT_MS = 10_000;
const REQUEST_LIMIT_MS = 30_000;
const LOOK_FOR_SLOW_MS = 2000;

// Every process is started in the folder of the checkout.
const WEB_CLIENT = resolve('apps/web/dist');

/** Builds the gateway, ready to listen. */
export const createGateway = async (config: GatewayConfig): Promise<NestFastifyApplication> => {
  const adapter = openAdapter(config);
  const gateway = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    bodyParser: false,
    logger: new JsonLogger('gateway', config.LOG_LEVEL),
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  fastify.server.headersTimeout = HEADERS_LIMIT_MS;
  leavePolitely(fastify);
  openRequestContexts(fastify);
  recordAnswers(fastify);
  keepPrivate(fastify);
  refuseUndecodable(fastify);
  readBodies(fastify);
  await sendSecurityHeaders(gateway, config);
  limitRequests(fastify, { limiter: gateway.get(RateLimiter), tokens: gateway.get(AccessTokens) });
  gateway.get(CallSockets).attachTo(fastify.server);
  await serveDocsAssets(gateway);
  await serveWebClient(fastify, { folder: WEB_CLIENT, policy: pagePolicy(config.CASHFREE_JS_URL) });
  return gateway;
};

const openAdapter = ({ TRUST_PROXY_HOPS }: GatewayConfig): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: (_address, hop) => hop < TRUST_PROXY_HOPS,
    // As long as an address can be: what is too long for an id is refused like any other that is none.
    routerOptions: { maxParamLength: MAX_ADDRESS_LENGTH },
    requestTimeout: REQUEST_LIMIT_MS,
    // Node looks for those who take too long every 30 s unless told.
    http: { connectionsCheckingInterval: LOOK_FOR_SLOW_MS },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: answerBrokenRequest,
    rewriteUrl: leadPastRouter,
  });

const sendSecurityHeaders = async (
  gateway: NestFastifyApplication,
  { CORS_ORIGINS }: GatewayConfig,
): Promise<void> => {
  await gateway.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: 'same-site' },
  });
  await gateway.register(cors, {
    origin: CORS_ORIGINS,
    methods: ['GET', 'POST', 'PATCH', 'DELETE'],
    exposedHeaders: ['x-request-id', 'retry-after', 'ratelimit', 'ratelimit-policy'],
    maxAge: 600,
  });
};
