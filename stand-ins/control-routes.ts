import type { Faults } from './faults.js';
import { readJsonObject, sendJson, type Route } from './http-server.js';
import type { RequestLog } from './request-log.js';

/** What every stand-in offers to tests and to whoever watches over it. */
export const controlRoutes = (log: RequestLog, faults: Faults<string>): readonly Route[] => [
  {
    method: 'GET',
    path: '/health',
    handle: (exchange) => {
      sendJson(exchange, 200, { status: 'ok' });
    },
  },
  ...logRoutes(log),
  ...faultRoutes(faults),
];

const logRoutes = (log: RequestLog): readonly Route[] => [
  {
    method: 'GET',
    path: '/__log',
    handle: (exchange) => {
      sendJson(exchange, 200, { items: log.all() });
    },
  },
  {
    method: 'DELETE',
    path: '/__log',
    handle: (exchange) => {
      log.clear();
      exchange.response.writeHead(204).end();
    },
  },
];

const faultRoutes = (faults: Faults<string>): readonly Route[] => [
  {
    method: 'GET',
    path: '/__faults',
    handle: (exchange) => {
      sendJson(exchange, 200, { items: faults.all(), modes: faults.modes });
    },
  },
  {
    method: 'POST',
    path: '/__faults',
    handle: (exchange) => {
      sendJson(exchange, 201, faults.switchOn(readJsonObject(exchange)));
    },
  },
  {
    method: 'DELETE',
    path: '/__faults',
    handle: (exchange) => {
      faults.switchOffAll();
      exchange.response.writeHead(204).end();
    },
  },
];
