import { describe, expect, it } from '@jest/globals';
import {
  authRpc,
  billingRpc,
  conversationRpc,
  events,
  parseDto,
  summaryRpc,
  type AnyContract,
} from '@saathi/contracts';
import { earlierPayloads } from './earlier-payloads.js';

const contracts: AnyContract[] = [authRpc, conversationRpc, summaryRpc, billingRpc, events].flatMap((group) =>
  Object.values(group),
);

describe('what earlier versions say', () => {
  it('is kept for every call and event', () => {
    expect(Object.keys(earlierPayloads).sort()).toEqual(contracts.map(({ subject }) => subject).sort());
  });

  it.each(contracts.map((contract) => [contract.subject, contract] as const))(
    'on %s is still understood',
    (subject, contract) => {
      const dto = contract.kind === 'event' ? contract.payload : contract.request;
      for (const payload of earlierPayloads[subject] ?? []) {
        expect(
          JSON.parse(JSON.stringify(parseDto(dto as new () => object, payload, 'refuse'))),
        ).toMatchObject(payload);
      }
    },
  );
});
