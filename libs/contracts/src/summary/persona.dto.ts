import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsUUID } from 'class-validator';
import type { Persona } from '../enums/persona.js';
import { IsPlainLine, MayBeLeftOut, type Instant } from '../fields.js';
import type { Page } from '../pagination.js';
import type { PersonaPrompt } from '../persona/persona-prompt.js';
import { EVOLVABLE_PATHS } from '../persona/evolvable-paths.js';

/** The companion as it now is for this person. */
export class PersonaView {
  persona!: Persona;
  persona_prompt!: PersonaPrompt;
  /** The revision of `persona_prompt`. */
  revision!: number;
  frozen!: boolean;
}

const MAX_BOUNDARIES = 8;
const BOUNDARY_MAX_CHARACTERS = 120;

/** Changes what is the person's own to say about the companion; what is left out stays. */
export class UpdatePersonaBody {
  /** A frozen companion does not change by what it learns. */
  @MayBeLeftOut()
  @IsBoolean()
  frozen?: boolean;

  /** What the companion must never do, in the person's words: all of them, at most eight. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(MAX_BOUNDARIES)
  @ArrayUnique()
  @IsPlainLine({ max: BOUNDARY_MAX_CHARACTERS }, { each: true })
  boundaries?: string[];

  /** What the companion must keep as it is while the rest may change: all of them. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(EVOLVABLE_PATHS.length)
  @ArrayUnique()
  @IsIn(EVOLVABLE_PATHS, { each: true })
  pinned?: string[];
}

export class UpdatePersonaRequest extends UpdatePersonaBody {
  @IsUUID('loose')
  user_id!: string;
}

/** One change that made a revision: by the companion's growing, or by the person. */
export class PersonaOpView {
  op!: 'nudge' | 'add' | 'remove' | 'set' | 'undo';
  /** JSON pointer into `persona_prompt`. */
  path!: string;
  /** Of a nudge, at most 0.1 to either side; otherwise 0. */
  amount!: number;
  /** What was added, removed or set; empty for a nudge. */
  text!: string;
}

/** A state of the chosen companion. */
export class PersonaVersionView {
  persona!: Persona;
  revision!: number;
  persona_prompt!: PersonaPrompt;
  ops!: PersonaOpView[];
  /** Who made it: what was learned from a session, or the person. */
  actor!: 'session' | 'user';
  /** The session it was learned from; null for the person's own changes. */
  session_id!: string | null;
  created_at!: Instant;
}

export class PersonaVersionPage implements Page<PersonaVersionView> {
  items!: PersonaVersionView[];
  next_cursor!: string | null;
}
