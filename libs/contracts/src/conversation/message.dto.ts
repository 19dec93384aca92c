import { Type } from 'class-transformer';
import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { MessageRole } from '../enums/message-role.js';
import { MessageTag } from '../enums/message-tag.js';
import { IsText, MayBeLeftOut, type Instant } from '../fields.js';
import { IdempotentRequest } from '../idempotency.js';
import { PageQuery, type Page } from '../pagination.js';
import { SafetyNoticeView } from './safety.dto.js';

export const MESSAGE_MAX_CHARACTERS = 4000;
/** A reply of the model that goes on for longer is broken off. */
export const REPLY_MAX_CHARACTERS = 8 * 1024;

/** Says something. */
export class SendMessageBody {
  /** Kept byte for byte. */
  @IsText({ max: MESSAGE_MAX_CHARACTERS })
  text!: string;

  /** `general` unless told. */
  @MayBeLeftOut()
  @IsIn(Object.values(MessageTag))
  tag?: MessageTag;
}

export class SendMessageRequest extends IdempotentRequest {
  @IsUUID('loose')
  session_id!: string;

  @IsText({ max: MESSAGE_MAX_CHARACTERS })
  text!: string;

  @IsIn(Object.values(MessageTag))
  tag!: MessageTag;
}

export class ListMessagesRequest extends PageQuery {
  @IsUUID('loose')
  user_id!: string;

  @IsUUID('loose')
  session_id!: string;
}

const SEARCH_MAX_CHARACTERS = 1000;

/** Looks for what was said. */
export class SearchMessagesQuery {
  /** Words of it, in any script or spelling. */
  @IsText({ max: SEARCH_MAX_CHARACTERS })
  q!: string;

  /** How many messages at most, 1 to 100. */
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;
}

export class SearchMessagesRequest extends SearchMessagesQuery {
  @IsUUID('loose')
  user_id!: string;
}

/** Something that was said. */
export class MessageView {
  id!: string;
  session_id!: string;
  role!: MessageRole;
  tag!: MessageTag;
  text!: string;
  created_at!: Instant;
  /** In a list, on words of the person that told of danger: where help is found, as in the `safety` event. */
  safety?: SafetyNoticeView;
}

/** Messages that were found, the best first. */
export class MessageListView {
  items!: MessageView[];
}

export class MessagePage implements Page<MessageView> {
  items!: MessageView[];
  next_cursor!: string | null;
}

/** Everything said in a session, oldest first. */
export class TranscriptView {
  session_id!: string;
  started_at!: Instant;
  ended_at!: Instant | null;
  messages!: MessageView[];
}
