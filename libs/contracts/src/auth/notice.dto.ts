import { Matches } from 'class-validator';
import type { ConsentPurpose } from '../enums/consent-purpose.js';
import { MayBeLeftOut } from '../fields.js';
import { LOCALE_PATTERN } from './profile.dto.js';

/** Which language the notice is wanted in. */
export class NoticeQuery {
  /** `hi-IN` unless told. */
  @MayBeLeftOut()
  @Matches(LOCALE_PATTERN)
  locale: string = 'hi-IN';
}

/** One purpose that a person's data are used for. */
export class NoticePurposeView {
  purpose!: ConsentPurpose;
  /** Whether there is no service without it. Any other can be taken back by itself. */
  required!: boolean;
  text!: string;
}

/** Whom to turn to when something is wrong. */
export class GrievanceContactView {
  name!: string;
  email!: string;
  /** Days within which an answer comes. */
  answers_within_days!: number;
}

/** What a person is told before they agree to anything, item by item, in plain words. */
export class NoticeView {
  /** Stored with each consent that is given under it. */
  version!: string;
  locale!: string;
  intro!: string;
  purposes!: NoticePurposeView[];
  /** What a person can ask for, and how. */
  rights!: string[];
  grievance!: GrievanceContactView;
}
