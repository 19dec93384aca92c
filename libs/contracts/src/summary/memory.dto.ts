import { IsBoolean, IsUUID } from 'class-validator';
import type { MemoryKind } from '../enums/memory-kind.js';
import { IsText, MayBeLeftOut, type Instant } from '../fields.js';
import type { Page } from '../pagination.js';

/** The longest memory, in characters. */
export const MEMORY_MAX_CHARACTERS = 500;

/** Gives the companion something to remember. */
export class AddMemoryBody {
  @IsText({ max: MEMORY_MAX_CHARACTERS })
  text!: string;

  /** Whether the companion has it in mind in every talk; it does not unless told. */
  @MayBeLeftOut()
  @IsBoolean()
  pinned?: boolean;
}

export class AddMemoryRequest extends AddMemoryBody {
  @IsUUID('loose')
  user_id!: string;
}

/** Corrects a memory, pins it or lets it go; what is left out stays. */
export class UpdateMemoryBody {
  @MayBeLeftOut()
  @IsText({ max: MEMORY_MAX_CHARACTERS })
  text?: string;

  @MayBeLeftOut()
  @IsBoolean()
  pinned?: boolean;
}

export class UpdateMemoryRequest extends UpdateMemoryBody {
  @IsUUID('loose')
  user_id!: string;

  @IsUUID('loose')
  id!: string;
}

/** Something the companion remembers of the person. */
export class MemoryView {
  id!: string;
  kind!: MemoryKind;
  text!: string;
  pinned!: boolean;
  /** The person's own messages it was learned from; none when they wrote it themselves. */
  source_message_ids!: string[];
  created_at!: Instant;
}

export class MemoryPage implements Page<MemoryView> {
  items!: MemoryView[];
  next_cursor!: string | null;
}
