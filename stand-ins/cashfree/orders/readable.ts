import type { Exchange } from '../../http-server.js';
import type { ApiRoute } from '../api/api-door.js';
import { internalError } from '../cashfree-errors.js';
import { READ_FAULTS, type CashfreeFaults } from '../cashfree-faults.js';

/** A call that only looks at something, with the faults of looking. */
export const readable =
  (faults: CashfreeFaults, answer: ApiRoute['answer']): ApiRoute['answer'] =>
  async (exchange) => {
    const fault = faults.take(READ_FAULTS);
    switch (fault?.mode) {
      case 'read_500':
        throw internalError();
      case 'read_hang':
        await exchange.untilGone();
        return undefined;
      case 'read_html':
        answerHtml(exchange);
        return undefined;
      case undefined:
        return answer(exchange);
    }
  };

/** What a proxy in between says. */
export const answerHtml = ({ response }: Exchange): void => {
  response.writeHead(502, { 'content-type': 'text/html' });
  response.end('<html><body><h1>502 Bad Gateway</h1></body></html>');
};
