import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationRpc } from '@saathi/contracts';
import { TestNats } from '@saathi/testing';
import { codeOf, send, signIn, startGateway, type RunningGateway } from './running-gateway.js';

const ID = '00000000-0000-7000-8000-000000000001';
const KINDS = [
  ['session', 'sessions', conversationRpc.deleteSession],
  ['message', 'messages', conversationRpc.deleteMessage],
] as const;

let nats: TestNats;
let gateway: RunningGateway;

beforeAll(async () => {
  nats = await TestNats.start();
  gateway = await startGateway({ ...nats.environmentOf('gateway') });
});

afterAll(async () => {
  await gateway.stop();
  await nats.stop();
});

describe.each(KINDS)('deleting a %s', (_kind, place, contract) => {
  it('that is not there is 404', async () => {
    const answer = await send(gateway, `DELETE /v1/${place}/${ID}`, { by: signIn(gateway.mint) });
    expect([answer.status, await codeOf(answer)]).toEqual([404, 'not_found']);
  });

  it('is asked for in the name of the person, and answered without a word', async () => {
    gateway.services.answer(contract, () => ({ ok: true }));
    const by = signIn(gateway.mint);
    const answer = await send(gateway, `DELETE /v1/${place}/${ID}`, { by });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(gateway.services.asked.at(-1)).toEqual({
      subject: contract.subject,
      request: { user_id: by.user_id, id: ID },
    });
  });
});
