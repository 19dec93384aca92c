import { createService } from '@saathi/messaging';
import { loadConfig, ServiceConfig } from '@saathi/platform';
import { createGateway } from '../../gateway/src/create-gateway.js';
import { GatewayConfig } from '../../gateway/src/gateway.config.js';
import { TokenMint } from '../../gateway/test/token-mint.js';
import { fakeAuth } from './fake-auth.js';

/** A gateway, and an auth service that it believes, with the address it is at. */
export interface Door {
  readonly url: string;
  readonly mint: TokenMint;
  readonly close: () => Promise<void>;
}

/** @param broker what the environment of a gateway says of it */
export const openDoor = async (broker: Record<string, string>): Promise<Door> => {
  const mint = new TokenMint();
  const environment = { LOG_LEVEL: 'silent', RATE_LIMIT_PER_MINUTE: '1000000', ...broker };
  const fakes = loadConfig(ServiceConfig, {
    ...environment,
    DATABASE_URL: 'postgres://unused',
    NATS_NKEY_SEED: '',
  });
  const auth = await createService('fakes', fakes, fakeAuth(mint, fakes));
  await auth.listen();
  const gateway = await createGateway(loadConfig(GatewayConfig, environment));
  await gateway.listen(0, '127.0.0.1');
  return {
    url: (await gateway.getUrl()).replace('[::1]', '127.0.0.1'),
    mint,
    close: async () => {
      await gateway.close();
      await auth.close();
    },
  };
};
