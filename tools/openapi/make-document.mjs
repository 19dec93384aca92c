import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { completeOperations } from './complete-operations.mjs';
import { modernise } from './modernise.mjs';
import { routesOf } from './routes.mjs';

const ROOT = resolve(import.meta.dirname, '../..');

const fromBuild = (/** @type {string} */ path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);

/** The API as an OpenAPI 3.1 document: routes and types from the code, errors from the contracts. */
export const makeDocument = async () => {
  const { AppModule } = await fromBuild('apps/gateway/src/app.module.js');
  const { GatewayConfig } = await fromBuild('apps/gateway/src/gateway.config.js');
  const { ANSWERS } = await fromBuild('apps/gateway/src/http/answers.decorator.js');
  const { default: types } = await fromBuild('apps/gateway/src/metadata.js');
  const { version, description } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const config = Object.assign(new GatewayConfig(), { NATS_URL: 'nats://not-asked' });
  await SwaggerModule.loadPluginMetadata(types);
  // In preview nothing is instantiated, so nothing is connected to.
  const application = await NestFactory.create(AppModule.with(config), new FastifyAdapter(), {
    preview: true,
    logger: ['error'],
    abortOnError: false,
  });
  const frame = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Saathi')
    .setDescription(description)
    .setVersion(version)
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'access_token')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'operator_token')
    .build();
  const document = SwaggerModule.createDocument(application, frame, {
    operationIdFactory: (_controller, method) => method,
    extraModels: routesOf(AppModule).flatMap(
      ({ handler }) => Reflect.getMetadata(ANSWERS, handler)?.shapes ?? [],
    ),
  });
  return modernise(await completeOperations(document));
};
