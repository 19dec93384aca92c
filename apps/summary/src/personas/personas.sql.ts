import type { Persona, PersonaPrompt } from '@saathi/contracts';
import { statement } from '@saathi/entities';
import type { PersonaOp } from '../merge/evolve-persona.js';

/** A revision of a companion. */
export interface PersonaVersionRow {
  readonly persona: Persona;
  readonly revision: number;
  readonly doc: PersonaPrompt;
  readonly ops: PersonaOp[];
  readonly actor: 'session' | 'user';
  readonly session_id: string | null;
  readonly created_at: Date;
  /** `created_at` in PostgreSQL's own text, for cursors. */
  readonly created_at_text: string;
}

/** The document of a revision; `restores` is the revision it was taken from, when it is an undo. */
interface Document {
  readonly doc: PersonaPrompt;
  readonly restores: number | null;
}

export const findChosen = statement<{ persona: Persona }>(
  'personas_find_chosen',
  `SELECT persona FROM users WHERE id = $1`,
);

/** One change of a person's companions at a time, with that of a session that was summarised. */
export const lockChosen = statement<{ persona: Persona }>(
  'personas_lock_chosen',
  `SELECT persona FROM users WHERE id = $1 FOR NO KEY UPDATE`,
);

export const findNewest = statement<Document>(
  'personas_find_newest',
  `SELECT doc, restores FROM persona_versions WHERE user_id = $1 AND persona = $2 ORDER BY revision DESC LIMIT 1`,
);

export const findBefore = statement<Document>(
  'personas_find_before',
  `SELECT doc, restores FROM persona_versions WHERE user_id = $1 AND persona = $2 AND revision < $3
   ORDER BY revision DESC LIMIT 1`,
);

export const addVersion = statement(
  'personas_add_version',
  `INSERT INTO persona_versions (user_id, persona, revision, doc, ops, actor, session_id, restores)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export const show = statement(
  'personas_show',
  `UPDATE users SET persona_prompt = $3 WHERE id = $1 AND persona = $2`,
);

export const listVersions = statement<PersonaVersionRow>(
  'personas_list_versions',
  `SELECT persona, revision, doc, ops, actor, session_id, created_at, created_at::text AS created_at_text
   FROM persona_versions WHERE user_id = $1 AND persona = $2 AND ($3::timestamptz IS NULL OR created_at < $3)
   ORDER BY revision DESC LIMIT $4`,
);
