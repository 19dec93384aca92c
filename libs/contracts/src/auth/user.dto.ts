import type { Gender } from '../enums/gender.js';
import type { Persona } from '../enums/persona.js';
import type { Instant } from '../fields.js';

/** A person as they see themselves. */
export class UserView {
  id!: string;
  name!: string;
  email!: string;
  phone_number!: string | null;
  gender!: Gender;
  /** The companion they talk to. */
  persona!: Persona;
  /** Shown only; what may be used is decided from the dates of the passes. */
  premium_user!: boolean;
  /** BCP 47, such as `hi-IN`. */
  locale!: string;
  registration_date!: Instant;
}
