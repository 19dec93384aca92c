import { IsUUID } from 'class-validator';
import { ActorRequest } from '../actor.js';
import type { Instant } from '../fields.js';

/** A request about the login that the access token belongs to (its `sid`). */
export class LoginRequest extends ActorRequest {
  @IsUUID('loose')
  login_id!: string;
}

/** One device on which somebody is signed in. */
export class LoginView {
  /** The `sid` of its tokens. */
  id!: string;
  created_at!: Instant;
  last_seen_at!: Instant;
  user_agent!: string | null;
  /** Whether it is the one that asks. */
  current!: boolean;
}

export class LoginListView {
  items!: LoginView[];
}
