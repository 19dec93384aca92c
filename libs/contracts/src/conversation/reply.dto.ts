import { IsInt, IsString, IsUUID, MaxLength, Min, ValidateIf } from 'class-validator';
import { ActorRequest } from '../actor.js';
import { REPLY_MAX_CHARACTERS, type MessageView } from './message.dto.js';
import type { SafetyNoticeView } from './safety.dto.js';

/** The stored message of the person, and the id the reply will have. */
export class MessageFrame {
  message!: MessageView;
  reply_id!: string;
  /** That one talks to an AI, to be shown now. It comes every three hours of a session. */
  disclosure?: string;
}

/** The next piece of the reply. */
export class DeltaFrame {
  text!: string;
}

/** What is left of the free allowance. */
export class UsageLeftView {
  /** null while a pass runs. */
  messages_left!: number | null;
}

/** The stored reply: all deltas together. */
export class DoneFrame {
  message!: MessageView;
  usage!: UsageLeftView;
}

export type ReplyFrame =
  | { event: 'message'; data: MessageFrame }
  | { event: 'safety'; data: SafetyNoticeView }
  | { event: 'delta'; data: DeltaFrame }
  | { event: 'done'; data: DoneFrame };

/** One event of a reply under way. A reply that fails ends with an error instead of `done`. */
export class ReplyChunk {
  /** Rises by one within a reply, from 1. */
  id!: number;
  frame!: ReplyFrame;
}

/** A message and its reply, for clients that do not stream. */
export class ExchangeView {
  message!: MessageView;
  reply!: MessageView;
  /** As in the first frame of a stream. */
  disclosure?: string;
  /** Only for somebody in danger: where they find help, to be shown at once. */
  safety?: SafetyNoticeView;
}

/** Asks about the reply of one of a person's sessions. */
export class ReplyRequest extends ActorRequest {
  @IsUUID('loose')
  session_id!: string;
}

/** The reply that is being made in a session. */
export class RunningReplyView {
  /** null when none is. */
  reply_id!: string | null;
}

/** Asks whoever makes a reply to stop. */
export class StopReplyRequest {
  @IsUUID('loose')
  reply_id!: string;
}

/** Asks whoever makes a reply to show it. */
export class JoinReplyRequest {
  @IsUUID('loose')
  reply_id!: string;

  /** The number of the last frame the client has; 0 for none. */
  @IsInt()
  @Min(0)
  after!: number;
}

/** Asks what has become of a reply whose frames stopped coming. */
export class RescueReplyRequest extends ActorRequest {
  @IsUUID('loose')
  reply_id!: string;

  /** All of it that was shown to the one who waits; null when that is not known. */
  @ValidateIf((_request, heard) => heard !== null)
  @IsString()
  @MaxLength(2 * REPLY_MAX_CHARACTERS)
  heard!: string | null;
}

/** How a reply stands. */
export class RescuedReplyView {
  state!: 'running' | 'complete' | 'partial' | 'failed' | 'cancelled';
  /** Which attempt at it this is, from 1. */
  attempt!: number;
  /** The last frame of one that has words and is over. */
  done!: DoneFrame | null;
}
