import { controlRoutes } from '../control-routes.js';
import { sendJson, startHttpServer, type Route, type RunningServer } from '../http-server.js';
import { RequestLog } from '../request-log.js';
import { chatRoute } from './chat/chat-route.js';
import type { Pace } from './chat/send-frames.js';
import { embeddingRoute } from './embeddings/embedding-route.js';
import { describeOpenAiError, withKey } from '../openai-errors.js';
import { createModelFaults } from './model-faults.js';
import { moderationRoute } from './moderation/moderation-route.js';

const MODELS = ['stand-in-listener', 'stand-in-analyst', 'stand-in-moderator', 'stand-in-embedder'];

export interface ModelStandInOptions extends Partial<Pace> {
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
}

export interface ModelStandIn extends Pick<RunningServer, 'url' | 'close'> {
  /** What `OPENAI_BASE_URL` is set to. */
  readonly base_url: string;
}

/** Starts a server that answers as OpenAI does, from rules and word lists instead of a model. */
export const startModelStandIn = async ({
  host = '127.0.0.1',
  port = 0,
  first_token_ms = 120,
  token_ms = 15,
}: ModelStandInOptions = {}): Promise<ModelStandIn> => {
  const log = new RequestLog();
  const faults = createModelFaults();
  const api = [
    chatRoute(faults, { first_token_ms, token_ms }),
    moderationRoute(faults),
    embeddingRoute(faults),
    modelsRoute,
  ];
  const { url, close } = await startHttpServer({
    name: 'model',
    host,
    port,
    routes: [...api.map(withKey), ...controlRoutes(log, faults)],
    log,
    describeError: describeOpenAiError,
  });
  return { url, base_url: `${url}/v1`, close };
};

const modelsRoute: Route = {
  method: 'GET',
  path: '/v1/models',
  handle: (exchange) => {
    const data = MODELS.map((id) => ({ id, object: 'model', created: 0, owned_by: 'stand-in' }));
    sendJson(exchange, 200, { object: 'list', data });
  },
};
