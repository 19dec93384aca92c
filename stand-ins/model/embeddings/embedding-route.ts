import type { Faults } from '../../faults.js';
import { readJsonObject, sendJson, type Route } from '../../http-server.js';
import { estimateTokens } from '../chat/tokens.js';
import { modesFor, refuse, type ModelFaultMode } from '../model-faults.js';
import { readInputs } from '../read-inputs.js';
import { asBase64, embed } from './embed.js';

export const embeddingRoute = (faults: Faults<ModelFaultMode>): Route => ({
  method: 'POST',
  path: '/v1/embeddings',
  handle: async (exchange) => {
    const body = readJsonObject(exchange);
    const inputs = readInputs(body);
    const fault = faults.take(modesFor('embedding'), 'embedding');
    exchange.note({ kind: 'embedding', fault: fault?.mode ?? null });
    if (await refuse(exchange, fault)) return;
    const tokens = estimateTokens(inputs.join(' '));
    sendJson(exchange, 200, {
      object: 'list',
      model: 'stand-in-embedder',
      data: inputs.map((text, index) => ({
        object: 'embedding',
        index,
        embedding: body.encoding_format === 'base64' ? asBase64(embed(text)) : embed(text),
      })),
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    });
  },
});
