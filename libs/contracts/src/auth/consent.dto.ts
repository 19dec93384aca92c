import { IsBoolean, IsIn } from 'class-validator';
import { ConsentPurpose } from '../enums/consent-purpose.js';
import type { Instant } from '../fields.js';
import { LoginRequest } from './login.dto.js';

/** The edition of the notice (`GET /v1/notice`) that is shown and agreed to now. */
export const NOTICE_VERSION = '2026-11';

/** One thing a person agreed to, in which words, and when they took it back. */
export class ConsentView {
  purpose!: ConsentPurpose;
  /** Which edition of the notice it was given under. */
  notice_version!: string;
  /** The language the notice was shown in. */
  locale!: string;
  given_at!: Instant;
  /** null while it is in force. */
  withdrawn_at!: Instant | null;
}

/** Everything ever given, newest first; what was withdrawn stays listed. */
export class ConsentListView {
  items!: ConsentView[];
}

/** The purpose in a path. */
export class ConsentParams {
  @IsIn(Object.values(ConsentPurpose))
  purpose!: ConsentPurpose;
}

/** Gives a consent, or takes it back. */
export class ChangeConsentBody {
  @IsBoolean()
  given!: boolean;
}

export class ChangeConsentRequest extends LoginRequest {
  @IsIn(Object.values(ConsentPurpose))
  purpose!: ConsentPurpose;

  @IsBoolean()
  given!: boolean;
}
