import { describe, expect, it } from '@jest/globals';
import {
  BadRequestException,
  ForbiddenException,
  NotFoundException,
  PayloadTooLargeException,
} from '@nestjs/common';
import { DomainError } from '@saathi/contracts';
import { toProblem } from './problem-details.js';

const place = { base_url: 'https://api.saathi.example', instance: '/v1/me', request_id: 'r-1' };

/** An error as Fastify throws it. */
const fastifyError = (code: string, statusCode: number): Error =>
  Object.assign(new Error('FST: the secret word is swordfish'), { code, statusCode });

describe('the problem document', () => {
  it('of an error of ours has the members of RFC 9457, then ours, then the extras', () => {
    const error = new DomainError('paywall_messages', '20 of 20 free messages used.', {
      used: 20,
      limit: 20,
    });
    const problem = toProblem(error, place);
    expect(problem).toEqual({
      type: 'https://api.saathi.example/problems/paywall_messages',
      title: 'The free messages are used up',
      status: 402,
      detail: '20 of 20 free messages used.',
      instance: '/v1/me',
      code: 'paywall_messages',
      request_id: 'r-1',
      used: 20,
      limit: 20,
    });
    expect(Object.keys(problem).slice(0, 5)).toEqual(['type', 'title', 'status', 'detail', 'instance']);
  });

  it.each<[string, Error, number, string]>([
    ['a route there is not', new NotFoundException('Cannot GET /secret'), 404, 'not_found'],
    ['a bad request', new BadRequestException('secret'), 400, 'validation_failed'],
    ['something forbidden', new ForbiddenException('secret'), 403, 'forbidden'],
    ['a body that is too large', new PayloadTooLargeException('secret'), 413, 'body_too_large'],
    ['a body too large for Fastify', fastifyError('FST_ERR_CTP_BODY_TOO_LARGE', 413), 413, 'body_too_large'],
    [
      'another media type',
      fastifyError('FST_ERR_CTP_INVALID_MEDIA_TYPE', 415),
      415,
      'unsupported_media_type',
    ],
    [
      'a wrong content length',
      fastifyError('FST_ERR_CTP_INVALID_CONTENT_LENGTH', 400),
      400,
      'validation_failed',
    ],
    ['another fault of the client', fastifyError('FST_OTHER', 418), 400, 'validation_failed'],
    ['a gateway that is ending', fastifyError('FST_ERR_SERVICE', 503), 503, 'service_unavailable'],
    ['an error of ours that nobody expected', new TypeError('the secret word is swordfish'), 500, 'internal'],
    ['an error with a status that is none', fastifyError('X', 200), 500, 'internal'],
  ])('of %s says so and quotes nothing', (_what, error, status, code) => {
    const problem = toProblem(error, place);
    expect(problem).toMatchObject({ status, code, type: `https://api.saathi.example/problems/${code}` });
    expect(JSON.stringify(problem)).not.toMatch(/secret|swordfish|FST/);
  });

  it.each([undefined, null, 'swordfish', { statusCode: 404 }, 7])(
    'of %p is that of an inner error',
    (thrown) => {
      expect(toProblem(thrown, place)).toMatchObject({ status: 500, code: 'internal' });
    },
  );

  it('keeps its own members, whatever the extras are called', () => {
    const error = new DomainError('not_found', 'x', {
      status: 200,
      code: 'ok',
      request_id: 'other',
      type: 'other',
    });
    expect(toProblem(error, place)).toMatchObject({ status: 404, code: 'not_found', request_id: 'r-1' });
  });
});
