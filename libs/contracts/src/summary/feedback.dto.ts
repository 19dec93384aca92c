import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { IsPlainLine } from '../fields.js';
import { FINDING_FIELDS, SENTENCE_MAX_CHARACTERS, type FindingField } from './finding-fields.js';

/** What a person can say of a value in their summary. */
export const SUMMARY_VERDICTS = ['not_me', 'pin', 'release'] as const;
export type SummaryVerdict = (typeof SUMMARY_VERDICTS)[number];

/** Holds on to a value of the summary, takes it out for good, or leaves it to the sessions again. */
export class SummaryFeedbackBody {
  @IsIn(FINDING_FIELDS)
  field!: FindingField;

  /** As it is shown; upper and lower case, marks and spacing do not matter. */
  @IsPlainLine({ max: SENTENCE_MAX_CHARACTERS })
  value!: string;

  /** `not_me` also takes back what the sessions that said so had added to the confidence. */
  @IsIn(SUMMARY_VERDICTS)
  verdict!: SummaryVerdict;
}

export class SummaryFeedbackRequest extends SummaryFeedbackBody {
  @IsUUID('loose')
  user_id!: string;
}

/** A verdict that stands. */
export class SummaryFeedbackView {
  field!: FindingField;
  value!: string;
  verdict!: Exclude<SummaryVerdict, 'release'>;
}

/** Goes back to an earlier state of the summary, by pinning what it said. */
export class RestoreSummaryBody {
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version!: number;
}

export class RestoreSummaryRequest extends RestoreSummaryBody {
  @IsUUID('loose')
  user_id!: string;
}
