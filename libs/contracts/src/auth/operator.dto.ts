import { IsUUID } from 'class-validator';
import { OperatorRequest } from '../actor.js';
import type { OperatorActionKind } from '../enums/operator-action-kind.js';
import type { Instant } from '../fields.js';
import { PageQuery } from '../pagination.js';

/** Somebody who looks after the service. Not one of its people: an account of its own kind. */
export class OperatorView {
  id!: string;
  email!: string;
}

/** A request about the login that an operator's token belongs to (its `sid`). */
export class OperatorLoginRequest extends OperatorRequest {
  @IsUUID('loose')
  login_id!: string;
}

/** An operator is signed in. There is nothing to refresh: when it expires, another code is asked for. */
export class OperatorSignedInView {
  status!: 'signed_in';
  /** Good for operators' routes alone. */
  access_token!: string;
  token_type!: 'Bearer';
  /** Seconds until the access token expires. */
  expires_in!: number;
  operator!: OperatorView;
}

/** Asks for a part of the record of what operators did. */
export class OperatorActionsRequest extends PageQuery {
  @IsUUID('loose')
  operator_id!: string;
}

/** What an operator did. */
export class OperatorActionView {
  id!: string;
  operator_id!: string;
  operator_email!: string;
  kind!: OperatorActionKind;
  /** What it was done to: a payment, a pass, a webhook, an operator. */
  subject_id!: string | null;
  /** Why, in the operator's words. */
  reason!: string | null;
  created_at!: Instant;
}

/** Newest first; nothing is ever taken out. */
export class OperatorActionPage {
  items!: OperatorActionView[];
  next_cursor!: string | null;
}
