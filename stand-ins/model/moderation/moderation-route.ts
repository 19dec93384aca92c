import { randomUUID } from 'node:crypto';
import type { Faults } from '../../faults.js';
import { readJsonObject, sendJson, type Route } from '../../http-server.js';
import { modesFor, refuse, type ModelFaultMode } from '../model-faults.js';
import { readInputs } from '../read-inputs.js';
import { moderate } from './moderation-result.js';

const FLAGGED_TEXT = 'I want to die';

export const moderationRoute = (faults: Faults<ModelFaultMode>): Route => ({
  method: 'POST',
  path: '/v1/moderations',
  handle: async (exchange) => {
    const inputs = readInputs(readJsonObject(exchange));
    const fault = faults.take(modesFor('moderation'), 'moderation');
    exchange.note({ kind: 'moderation', fault: fault?.mode ?? null });
    if (await refuse(exchange, fault)) return;
    sendJson(exchange, 200, {
      id: `modr-${randomUUID()}`,
      model: 'stand-in-moderator',
      results: inputs.map((text) => moderate(fault?.mode === 'flagged' ? FLAGGED_TEXT : text)),
    });
  },
});
