import type { LoggerService } from '@nestjs/common';
import { pino, type Logger as Pino, type DestinationStream } from 'pino';
import { describeError } from './describe-error.js';
import { currentContext } from './request-context.js';

type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error';

/**
 * One JSON object a line: `time`, `level`, `app`, `request_id`, `user_id` or `operator_id`, `context`, `msg`, then the
 * fields of the event. `msg` is a constant phrase; what varies is a field.
 *
 * Used through Nest's `Logger`: `this.log.log('call answered', { subject, ms })`.
 */
export class JsonLogger implements LoggerService {
  private readonly pino: Pino;

  constructor(app: string, level: string, destination?: DestinationStream) {
    this.pino = pino(
      {
        level,
        base: { app },
        timestamp: () => `,"time":"${new Date().toISOString()}"`,
        formatters: { level: (label) => ({ level: label }) },
        mixin: () => currentContext() ?? {},
        redact: { paths: NEVER_LOGGED, censor: '[removed]' },
      },
      ...(destination === undefined ? [] : [destination]),
    );
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(FRAMEWORK.has(rest.at(-1)) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  private write(level: Level, message: unknown, rest: unknown[]): void {
    const context = typeof rest.at(-1) === 'string' ? rest.pop() : undefined;
    const error = [message, ...rest].find((part) => part instanceof Error);
    const fields = rest.filter(isFields).reduce((all, some) => ({ ...all, ...some }), {});
    this.pino[level](
      {
        ...(context === undefined ? {} : { context }),
        ...fields,
        ...(error === undefined ? {} : { error: describeError(error) }),
      },
      typeof message === 'string' ? message : 'unexpected error',
    );
  }
}

/** Parts of Nest that tell a line for every module and route as they start. */
const FRAMEWORK: ReadonlySet<unknown> = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestMicroservice',
  'NestApplication',
]);

/** The second line of defence: nothing under these names is ever handed to the logger on purpose. */
const NEVER_LOGGED = [
  'text',
  'prompt',
  'reply',
  'transcript',
  'otp',
  'email',
  'phone_number',
  'name',
  'access_token',
  'refresh_token',
  'registration_token',
  'authorization',
  'raw_body_base64',
  'signature',
  'body',
].flatMap((name) => [name, `*.${name}`]);

const isFields = (part: unknown): part is Record<string, unknown> =>
  typeof part === 'object' && part !== null && !(part instanceof Error);
