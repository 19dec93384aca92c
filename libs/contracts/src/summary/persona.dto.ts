import type { Persona } from '../enums/persona.js';
import type { PersonaPrompt } from '../persona/persona-prompt.js';

/** The companion as it now is for this person. */
export class PersonaView {
  persona!: Persona;
  persona_prompt!: PersonaPrompt;
  /** The revision of `persona_prompt`. */
  revision!: number;
  frozen!: boolean;
}
