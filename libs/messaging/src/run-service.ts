import { Logger, type DynamicModule, type INestMicroservice, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AsyncMicroserviceOptions } from '@nestjs/microservices';
import {
  ConfigError,
  JsonLogger,
  loadConfig,
  OperationsServer,
  type ConfigClass,
  type ServiceConfig,
} from '@saathi/platform';
import { MessagingServer } from './messaging.server.js';
import { RpcErrorsFilter } from './rpc-errors.filter.js';

/**
 * Starts a service: reads its environment, builds its modules, answers over NATS, and ends without
 * losing work on SIGTERM or SIGINT. A faulty environment ends the process with every fault named.
 */
export const runService = async <Config extends ServiceConfig>(
  app: string,
  configClass: ConfigClass<Config>,
  moduleFor: (config: Config) => DynamicModule,
): Promise<void> => {
  try {
    const config = loadConfig(configClass);
    const service = await createService(app, config, moduleFor(config));
    service.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
    await service.listen();
    const port = await service.get(OperationsServer).listen(config.HEALTH_PORT);
    new Logger('Process').log('service started', { health_port: port });
  } catch (error) {
    reportStartFailure(app, error);
  }
};

/** Builds a service without starting it. */
export const createService = async (
  app: string,
  config: ServiceConfig,
  module: DynamicModule | Type,
): Promise<INestMicroservice> => {
  const service = await NestFactory.createMicroservice<AsyncMicroserviceOptions>(module, {
    inject: [MessagingServer],
    useFactory: (strategy: MessagingServer) => ({ strategy }),
    logger: new JsonLogger(app, config.LOG_LEVEL),
    abortOnError: false,
  });
  service.useGlobalFilters(new RpcErrorsFilter());
  return service;
};

/** Says on standard error why a process cannot start, and ends it. */
export const reportStartFailure = (app: string, error: unknown): never => {
  if (error instanceof ConfigError) process.stderr.write(`${app}: ${error.message}\n`);
  else new JsonLogger(app, 'error').error('service could not start', error);
  process.exit(1);
};
