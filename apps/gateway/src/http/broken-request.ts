import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { errorCatalog } from '@saathi/contracts';

/** Answers what is not even HTTP, and then hangs up. */
export const answerBrokenRequest = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const body = JSON.stringify(problem(status, 'This is not a complete HTTP request.'));
  socket.end(
    `HTTP/1.1 ${String(status)} Bad Request\r\nContent-Type: application/problem+json\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\nConnection: close\r\n\r\n${body}`,
  );
};

/** Answers an address that cannot be decoded; it reaches no route and no filter. */
export const answerUnroutable = (_error: Error, _request: FastifyRequest, reply: FastifyReply): void => {
  void reply
    .status(400)
    .type('application/problem+json; charset=utf-8')
    .send(problem(400, 'The address of the request cannot be read.'));
};

const problem = (status: number, detail: string): object => ({
  type: 'about:blank',
  title: errorCatalog.validation_failed.title,
  status,
  detail,
  code: 'validation_failed',
});
