import { sendHtml, sendJson, type Route } from '../http-server.js';
import { inboxPage } from './inbox-page.js';
import type { Mailbox } from './mailbox.js';

/** The inbox, for people and for programs. */
export const inboxRoutes = (mailbox: Mailbox): readonly Route[] => [
  {
    method: 'GET',
    path: '/',
    handle: (exchange) => {
      sendHtml(exchange, 200, inboxPage(mailbox.newestFirst()));
    },
  },
  {
    method: 'GET',
    path: '/api/messages',
    handle: (exchange) => {
      sendJson(exchange, 200, { items: mailbox.newestFirst(exchange.query.get('to') ?? undefined) });
    },
  },
  {
    method: 'DELETE',
    path: '/api/messages',
    handle: (exchange) => {
      mailbox.clear();
      exchange.response.writeHead(204).end();
    },
  },
];
