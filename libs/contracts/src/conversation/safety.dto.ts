import { IsIn, IsUUID } from 'class-validator';
import { ActorRequest } from '../actor.js';
import { ReportReason } from '../enums/report-reason.js';
import { IsText, MayBeLeftOut, type Instant } from '../fields.js';

/** A text in the languages of the product. */
export class BilingualView {
  en!: string;
  hi!: string;
}

/** Where people find help. */
export class HelplineView {
  id!: 'tele_manas' | 'emergency' | 'women' | 'children';
  name!: string;
  /** To be dialled as they stand, the best one first. */
  numbers!: string[];
  for!: BilingualView;
  hours!: string;
  /** How many languages are spoken there; null when not known. */
  languages!: number | null;
}

/** Comes with the first frame of a reply to somebody in danger. */
export class SafetyNoticeView {
  level!: 'distress' | 'ideation' | 'intent';
  helplines!: HelplineView[];
}

/** What Saathi does when somebody is in danger. Public. */
export class SafetyProtocolView {
  helplines!: HelplineView[];
  /** The day on which the numbers were last looked up, as an ISO date. */
  verified_on!: string;
  steps!: BilingualView[];
  /** What is said at the start of a session, and every three hours. */
  disclosure!: BilingualView;
}

/** Reports a message of the companion. */
export class ReportMessageBody {
  @IsIn(Object.values(ReportReason))
  reason!: ReportReason;

  /** In the person's own words. */
  @MayBeLeftOut()
  @IsText({ max: 500 })
  note?: string;
}

export class ReportMessageRequest extends ActorRequest {
  @IsUUID('loose')
  id!: string;

  @IsIn(Object.values(ReportReason))
  reason!: ReportReason;

  @MayBeLeftOut()
  @IsText({ max: 500 })
  note?: string;
}

/** A report that was taken. Reported again, the message has the newer reason. */
export class MessageReportView {
  id!: string;
  message_id!: string;
  reason!: ReportReason;
  created_at!: Instant;
}
