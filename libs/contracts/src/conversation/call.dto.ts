import { IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import { ActorRequest } from '../actor.js';
import { MayBeLeftOut, type Instant } from '../fields.js';
import { ActorPageRequest, type Page } from '../pagination.js';
import type { CallMode } from './call-frames.js';

/** Opens a call. */
export class StartCallBody {
  /** The session of a call of one's own that is still open; a new one unless told. */
  @MayBeLeftOut()
  @IsUUID('loose')
  session_id?: string;
}

export class StartCallRequest extends ActorRequest {
  /** The device that calls: the call ends with its login. */
  @IsUUID('loose')
  login_id!: string;

  @MayBeLeftOut()
  @IsUUID('loose')
  session_id?: string;
}

/** What a server has of ears and voice. */
export type CallSpeechKind = 'server' | 'stand_in' | 'none';

/** A call that may be entered. */
export class CallPermitView {
  call_id!: string;
  session_id!: string;
  /** Good once, as the `ticket` of the socket's first message. */
  ticket!: string;
  /** Seconds within which the ticket must be used. */
  expires_in!: number;
  /** That one talks to an AI, in the person's language: to be shown or spoken first. */
  disclosure!: string;
  /** Who hears and speaks in a call with sound; a stand-in knows a few sentences, and `none` leaves it to the client. */
  speech!: CallSpeechKind;
}

export class StartedCallView extends CallPermitView {
  /** Where the web socket is, from the address of the API. */
  url!: string;
}

/** A call that was held or is. */
export class CallView {
  id!: string;
  session_id!: string;
  /** What was said and heard; null until the call is over. */
  transcript!: string | null;
  started_at!: Instant;
  /** Moves forward while the call lives. */
  ended_at!: Instant;
  /** Whole seconds, rounded down. */
  duration_seconds!: number;
}

export class CallPage implements Page<CallView> {
  items!: CallView[];
  next_cursor!: string | null;
}

export class ListCallsRequest extends ActorPageRequest {}

/** Takes a call into the hands of whoever answers, by the ticket of its start or the token to go on. */
export class JoinCallRequest {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  ticket!: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  resume_token!: string | null;

  /** The number of the newest reply that the caller has heard of; the next one is higher. */
  @IsInt()
  @Min(0)
  last_rid!: number;

  /** How many milliseconds of that reply the caller heard; 0, or nothing, when nobody knows. */
  @MayBeLeftOut()
  @IsInt()
  @Min(0)
  played_ms?: number;

  /** What the client asks for; text unless told. */
  @MayBeLeftOut()
  @IsIn(['audio', 'text'])
  mode?: CallMode;
}

/** Whose call it is, and where its frames travel from now on. */
export class JoinedCallView {
  call_id!: string;
  user_id!: string;
  login_id!: string;
  session_id!: string;
  /** Rises with every owner; who has an earlier one is not heard any more. */
  epoch!: number;
  resume_token!: string;
  resumed!: boolean;
  /** Milliseconds until the limit; null while a pass runs or somebody is in danger. */
  remaining_ms!: number | null;
  /** What is granted: sound only where the server can hear and speak. */
  mode!: CallMode;
  /** The frames of the microphone up to here need not be sent again. */
  ack_seq!: number;
}
