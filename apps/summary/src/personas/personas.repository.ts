import { Injectable } from '@nestjs/common';
import { baselinePrompt, type Persona, type PersonaPrompt } from '@saathi/contracts';
import { Database, statement, type Runner } from '@saathi/entities';
import type { PersonaOp } from '../merge/evolve-persona.js';

/** A new state of a companion. */
export interface NewPersonaVersion {
  readonly user_id: string;
  readonly session_id: string | null;
  readonly prompt: PersonaPrompt;
  readonly ops: readonly PersonaOp[];
  readonly actor: 'session' | 'user';
}

const sql = {
  findChosen: statement<{ persona: Persona }>(
    'personas_find_chosen',
    `SELECT persona FROM users WHERE id = $1`,
  ),
  findNewest: statement<{ doc: PersonaPrompt }>(
    'personas_find_newest',
    `SELECT doc FROM persona_versions WHERE user_id = $1 AND persona = $2 ORDER BY revision DESC LIMIT 1`,
  ),
  addVersion: statement(
    'personas_add_version',
    `INSERT INTO persona_versions (user_id, persona, revision, doc, ops, actor, session_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
  ),
  show: statement('personas_show', `UPDATE users SET persona_prompt = $3 WHERE id = $1 AND persona = $2`),
};

/** What the companions have become for a person, revision by revision. */
@Injectable()
export class PersonasRepository {
  constructor(private readonly database: Database) {}

  async findChosen(userId: string): Promise<Persona | undefined> {
    return (await this.database.row(sql.findChosen, [userId]))?.persona;
  }

  /** The newest prompt of a companion; the baseline while it has not grown. */
  async findPrompt(runner: Runner | undefined, userId: string, persona: Persona): Promise<PersonaPrompt> {
    const newest = await (runner ?? this.database).row(sql.findNewest, [userId, persona]);
    return newest?.doc ?? baselinePrompt(persona);
  }

  /** Adds a revision, and shows it on the person's row if the companion is the chosen one. */
  async addVersion(
    transaction: Runner,
    { user_id, session_id, prompt, ops, actor }: NewPersonaVersion,
  ): Promise<void> {
    const { base, revision } = prompt;
    await transaction.rows(sql.addVersion, [
      user_id,
      base,
      revision,
      prompt,
      JSON.stringify(ops),
      actor,
      session_id,
    ]);
    await transaction.rows(sql.show, [user_id, base, prompt]);
  }
}
