import 'reflect-metadata';
import { reportStartFailure } from '@saathi/messaging';
import { loadConfig } from '@saathi/platform';
import { createGateway } from './create-gateway.js';
import { GatewayConfig } from './gateway.config.js';

try {
  const config = loadConfig(GatewayConfig);
  const gateway = await createGateway(config);
  gateway.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  await gateway.listen(config.PORT, '0.0.0.0');
} catch (error) {
  reportStartFailure('gateway', error);
}
