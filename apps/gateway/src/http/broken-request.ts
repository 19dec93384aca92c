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
  const body = JSON.stringify({
    type: 'about:blank',
    title: errorCatalog.validation_failed.title,
    status,
    detail: 'This is not a complete HTTP request.',
    code: 'validation_failed',
  });
  socket.end(
    `HTTP/1.1 ${String(status)} Bad Request\r\nContent-Type: application/problem+json\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\nConnection: close\r\n\r\n${body}`,
  );
};
