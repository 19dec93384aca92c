import { describe, expect, it } from '@jest/globals';
import {
  authRpc,
  billingRpc,
  conversationRpc,
  events,
  summaryRpc,
  type AnyContract,
} from '@saathi/contracts';
import { CONTRACT } from '@saathi/messaging';
import { AppModule as AuthModule } from '../../apps/auth/src/app.module.js';
import { AppModule as BillingModule } from '../../apps/billing/src/app.module.js';
import { AppModule as ConversationModule } from '../../apps/conversation/src/app.module.js';
import { heardByGateway } from '../../apps/gateway/src/updates/client-events.js';
import { AppModule as SummaryModule } from '../../apps/summary/src/app.module.js';

type Class = abstract new (...args: never[]) => object;

const services: Record<string, Class> = {
  auth: AuthModule,
  conversation: ConversationModule,
  summary: SummaryModule,
  billing: BillingModule,
};

const metadata = (key: string, target: Class): Class[] => Reflect.getMetadata(key, target) ?? [];

const controllersOf = (module: Class): Class[] => [
  ...metadata('controllers', module),
  ...metadata('imports', module).flatMap(controllersOf),
];

const answeredBy = (module: Class): AnyContract[] =>
  [...new Set(controllersOf(module))].flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
      const contract = Reflect.getMetadata(CONTRACT, controller.prototype[name]);
      return contract === undefined ? [] : [contract];
    }),
  );

const calls: AnyContract[] = [authRpc, conversationRpc, summaryRpc, billingRpc].flatMap((group) =>
  Object.values(group),
);
const facts: AnyContract[] = Object.values(events);
const answered = Object.entries(services).flatMap(([app, module]) =>
  answeredBy(module).map((contract) => ({ app, contract })),
);

describe('the registry of messages', () => {
  it.each(calls.map((call) => [call.subject, call]))(
    '%s is answered once, by the app in its name',
    (subject, call) => {
      const by = answered.filter(({ contract }) => contract === call).map(({ app }) => app);
      expect(by).toEqual([String(subject).split('.')[1]]);
    },
  );

  it.each(facts.map((fact) => [fact.subject, fact]))('%s is heard', (_subject, fact) => {
    const listeners = answered.filter(({ contract }) => contract === fact).length;
    expect(listeners + heardByGateway.filter((heard) => heard === fact).length).toBeGreaterThan(0);
  });

  it('has no subject twice', () => {
    const subjects = [...calls, ...facts].map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  it('holds every contract that a handler answers', () => {
    expect(answered.filter(({ contract }) => ![...calls, ...facts].includes(contract))).toEqual([]);
  });
});
