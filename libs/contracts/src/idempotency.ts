import { Matches } from 'class-validator';
import { ActorRequest } from './actor.js';
import { MayBeLeftOut } from './fields.js';

/** A write that may be sent twice and happens once. */
export class IdempotentRequest extends ActorRequest {
  /** The `Idempotency-Key` header: 1 to 255 printable ASCII characters. */
  @MayBeLeftOut()
  @Matches(/^[\x20-\x7e]{1,255}$/)
  idempotency_key?: string;
}
