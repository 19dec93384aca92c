import { IsBoolean, IsIn, IsUUID } from 'class-validator';
import { LoveLanguage } from '../enums/love-language.js';
import { SessionType } from '../enums/session-type.js';
import type { SummaryStatus } from '../enums/summary-status.js';
import { MayBeLeftOut, type Instant } from '../fields.js';
import { IdempotentRequest } from '../idempotency.js';
import { PageQuery, type Page } from '../pagination.js';
import type { PersonaSnapshot } from '../persona/persona-prompt.js';

/** Opens a session. */
export class StartSessionBody {
  /** Calls open their session themselves: `POST /v1/calls`. */
  @IsIn([SessionType.Chat])
  type!: typeof SessionType.Chat;

  /** Nothing said in it is remembered, searched or learned from; it is not unless told. */
  @MayBeLeftOut()
  @IsBoolean()
  off_the_record?: boolean;
}

export class StartSessionRequest extends IdempotentRequest {
  @IsIn([SessionType.Chat])
  type!: typeof SessionType.Chat;

  @MayBeLeftOut()
  @IsBoolean()
  off_the_record?: boolean;
}

/** Which sessions are wanted, newest first. */
export class ListSessionsQuery extends PageQuery {
  @MayBeLeftOut()
  @IsIn(Object.values(SessionType))
  type?: SessionType;
}

export class ListSessionsRequest extends ListSessionsQuery {
  @IsUUID('loose')
  user_id!: string;
}

/** What a session taught, in the words shown to the person; null where it taught nothing. */
export class SummaryFieldsView {
  partner_type_one_liner!: string | null;
  top_3_traits_you_value!: string[] | null;
  what_you_might_work_on!: string[] | null;
  next_time_focus!: string[] | null;
  love_language_guess!: LoveLanguage | null;
  communication_fit!: string | null;
  /** How well the companion knows the person, 0 to 95; null before the first summary. */
  confidence_score!: number | null;
}

/** One conversation, by chat or by call. */
export class SessionView extends SummaryFieldsView {
  id!: string;
  type!: SessionType;
  started_at!: Instant;
  ended_at!: Instant | null;
  summary_status!: SummaryStatus;
  /** Whether nothing said in it is remembered or learned from. */
  off_the_record!: boolean;
  /**
   * How the person began: one line, at most 80 characters. Null when they said nothing, when nothing is to be remembered,
   * and when they were in danger or told of abuse: a list is read over shoulders.
   */
  preview!: string | null;
  /** The persona prompt this session is held with, fixed at its start. */
  persona_snapshot!: PersonaSnapshot;
}

/** A session that was just opened. */
export class StartedSessionView extends SessionView {
  /** That one talks to an AI, in the person's language: to be shown before the first message. */
  disclosure!: string;
}

export class SessionPage implements Page<SessionView> {
  items!: SessionView[];
  next_cursor!: string | null;
}
