import { authRpc } from './auth/auth.rpc.js';
import { billingRpc } from './billing/billing.rpc.js';
import type { EventContract, RpcContract, StreamContract } from './contract.js';
import { conversationRpc } from './conversation/conversation.rpc.js';
import { events } from './events/events.js';
import { summaryRpc } from './summary/summary.rpc.js';

const groups: readonly Readonly<Record<string, RpcContract | StreamContract>>[] = [
  authRpc,
  conversationRpc,
  summaryRpc,
  billingRpc,
];

/** Every call there is, once answered or by a stream. */
export const calls: readonly (RpcContract | StreamContract)[] = groups.flatMap((group) =>
  Object.values(group),
);

/** Every event there is. */
export const facts: readonly EventContract[] = Object.values(events);
