import { authRpc } from '@saathi/contracts';
import { createService, EventPublisher } from '@saathi/messaging';
import { loadConfig, ServiceConfig } from '@saathi/platform';
import { randomUUID } from 'node:crypto';
import { createGateway } from '../src/create-gateway.js';
import { GatewayConfig } from '../src/gateway.config.js';
import { FakeServices } from './fake-services.js';
import { TokenMint } from './token-mint.js';

/** Somebody with a good access token. */
export interface SignedIn {
  readonly user_id: string;
  readonly login_id: string;
  readonly token: string;
}

/** What a request says besides its address. */
export interface RequestParts {
  readonly by?: SignedIn;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The gateway in this process, with fakes of all services behind it. */
export interface RunningGateway {
  readonly url: string;
  readonly services: FakeServices;
  /** Tells events as the services would. */
  readonly events: EventPublisher;
  readonly mint: TokenMint;
  readonly stop: () => Promise<void>;
}

/** @param mint whose tokens are good; replicas beside each other need the same */
export const startGateway = async (
  environment: Record<string, string>,
  mint = new TokenMint(),
): Promise<RunningGateway> => {
  const services = new FakeServices();
  services.answer(authRpc.getJwks, () => mint.jwks);
  const inner = { LOG_LEVEL: 'silent', DATABASE_URL: 'postgres://unused', ...environment };
  // They play all services at once, so they come without the key of one.
  const config = loadConfig(ServiceConfig, { ...inner, NATS_NKEY_SEED: '' });
  const fakes = await createService('fakes', config, services.moduleFor(config));
  await fakes.listen();
  const gateway = await createGateway(loadConfig(GatewayConfig, inner));
  await gateway.listen(0, '127.0.0.1');
  return {
    url: (await gateway.getUrl()).replace('[::1]', '127.0.0.1'),
    services,
    events: fakes.get(EventPublisher),
    mint,
    stop: async () => {
      await gateway.close();
      await fakes.close();
    },
  };
};

export const signIn = (mint: TokenMint): SignedIn => {
  const [user_id, login_id] = [randomUUID(), randomUUID()];
  return { user_id, login_id, token: mint.token({ claims: { sub: user_id, sid: login_id } }) };
};

/** Sends a request: `send(gateway, 'PATCH /v1/me', { by, json })`. */
export const send = (
  { url }: { readonly url: string },
  route: string,
  { by, json, body, headers = {}, signal }: RequestParts = {},
): Promise<Response> => {
  const [method = '', path = ''] = route.split(' ');
  const content = json === undefined ? body : JSON.stringify(json);
  return fetch(url + path, {
    method,
    headers: {
      connection: 'close',
      ...(content === undefined ? {} : { 'content-type': 'application/json' }),
      ...(by === undefined ? {} : { authorization: `Bearer ${by.token}` }),
      ...headers,
    },
    ...(content === undefined ? {} : { body: content }),
    ...(signal === undefined ? {} : { signal }),
  });
};

/** The code of a problem; undefined when the answer is none. */
export const codeOf = async (answer: Response): Promise<unknown> => {
  const problem: unknown = await answer.json();
  return typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined;
};
