import { EVOLVABLE_PATHS, MayBeLeftOut, MemoryKind, type EvolvablePath } from '@saathi/contracts';
import { IsArray, IsIn, IsNumber, IsString, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';

/** A value, the messages it rests on and the words it was heard in. As the model claims it: not yet believed. */
export class ClaimedItem {
  @IsString()
  value!: string;

  @IsArray()
  @IsString({ each: true })
  evidence!: string[];

  @IsString()
  quote!: string;
}

/** A fact that the companion might remember. */
export class ClaimedMemory extends ClaimedItem {
  @IsIn(Object.values(MemoryKind))
  kind!: MemoryKind;
}

export const PERSONA_OPS = ['nudge', 'add', 'remove', 'set'] as const;

/** A proposal for how the companion should grow. */
export class ClaimedPersonaOp {
  @IsIn(PERSONA_OPS)
  op!: (typeof PERSONA_OPS)[number];

  @IsIn(EVOLVABLE_PATHS)
  path!: EvolvablePath;

  /** For `nudge`. */
  @IsNumber()
  amount!: number;

  /** For `add`, `remove` and `set`. */
  @IsString()
  text!: string;
}

/** What the model claims to have learned from one session. */
export class Extraction {
  @ValidateNested()
  @Type(() => ClaimedItem)
  partner_type_one_liner!: ClaimedItem;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClaimedItem)
  top_3_traits_you_value!: ClaimedItem[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClaimedItem)
  what_you_might_work_on!: ClaimedItem[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClaimedItem)
  next_time_focus!: ClaimedItem[];

  @ValidateNested()
  @Type(() => ClaimedItem)
  love_language_guess!: ClaimedItem;

  @ValidateNested()
  @Type(() => ClaimedItem)
  communication_fit!: ClaimedItem;

  /** Read one by one as `ClaimedPersonaOp`: an odd one is no reason to throw the summary away. */
  @MayBeLeftOut()
  @IsArray()
  persona_ops?: unknown[];

  /** Read one by one as `ClaimedMemory`. */
  @MayBeLeftOut()
  @IsArray()
  memories?: unknown[];
}
