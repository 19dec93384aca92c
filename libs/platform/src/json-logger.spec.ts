import { describe, expect, it } from '@jest/globals';
import { JsonLogger } from './json-logger.js';
import { runInContext } from './request-context.js';

/** Lines as they were written, parsed. */
const written = (level: string, say: (log: JsonLogger) => void): Record<string, unknown>[] => {
  const lines: string[] = [];
  say(new JsonLogger('shop', level, { write: (line) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
};

const one = (say: (log: JsonLogger) => void): Record<string, unknown> | undefined => written('trace', say)[0];

describe('a log line', () => {
  it('says when, how grave, which app, where, what, and the fields of the event', () => {
    expect(
      one((log) => {
        log.log('tea served', { cups: 2, ms: 3.5 }, 'TeaService');
      }),
    ).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      app: 'shop',
      context: 'TeaService',
      cups: 2,
      ms: 3.5,
      msg: 'tea served',
    });
  });

  it.each([
    ['verbose', 'trace'],
    ['debug', 'debug'],
    ['log', 'info'],
    ['warn', 'warn'],
    ['error', 'error'],
  ] as const)('of %s has the level %s', (method, level) => {
    expect(
      one((log) => {
        log[method]('x');
      }),
    ).toMatchObject({ level, msg: 'x' });
  });

  it('below the level is not written', () => {
    const lines = written('warn', (log) => {
      log.log('quiet');
      log.warn('loud');
    });
    expect(lines.map(({ msg }) => msg)).toEqual(['loud']);
  });

  it('carries the request and the person it is about', () => {
    const line = runInContext({ request_id: 'r-1', user_id: 'u-1' }, () =>
      one((log) => {
        log.log('x');
      }),
    );
    expect(line).toMatchObject({ request_id: 'r-1', user_id: 'u-1' });
  });

  it('carries no request outside of one', () => {
    expect(
      one((log) => {
        log.log('x');
      }),
    ).not.toHaveProperty('request_id');
  });

  it('describes an error once, wherever it stands', () => {
    const error = new RangeError('too far');
    for (const say of [
      (log: JsonLogger) => {
        log.warn('left', { trip: 1 }, error, 'Walk');
      },
      (log: JsonLogger) => {
        log.warn('left', error, 'Walk');
      },
    ]) {
      expect(one(say)).toMatchObject({
        msg: 'left',
        context: 'Walk',
        error: { type: 'RangeError', message: 'too far' },
      });
    }
  });

  it('of an error alone has a message of its own', () => {
    expect(
      one((log) => {
        log.error(new Error('asha wrote'));
      }),
    ).toMatchObject({
      level: 'error',
      msg: 'unexpected error',
      error: { type: 'Error' },
    });
  });

  it.each(['RouterExplorer', 'InstanceLoader', 'NestFactory'])(
    'of %s, told at every start, is for debugging',
    (part) => {
      expect(
        one((log) => {
          log.log('mapped', part);
        }),
      ).toMatchObject({ level: 'debug', context: part });
    },
  );
});

describe('what is private', () => {
  it.each([
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
    'signature',
    'body',
  ])('is not written under %s, at the top or below it', (name) => {
    const line = JSON.stringify(
      one((log) => {
        log.log('x', { [name]: 'swordfish', inner: { [name]: 'swordfish' } });
      }),
    );
    expect(line).not.toContain('swordfish');
    expect(line).toContain('[removed]');
  });
});
