import { Injectable } from '@nestjs/common';
import {
  baselinePrompt,
  decodeCursor,
  type ActorPageRequest,
  type Persona,
  type PersonaPrompt,
} from '@saathi/contracts';
import { Database, type Runner } from '@saathi/entities';
import type { Evolution, PersonaOp } from '../merge/evolve-persona.js';
import * as sql from './personas.sql.js';

/** A new state of a companion. */
export interface NewPersonaVersion {
  readonly user_id: string;
  readonly session_id: string | null;
  readonly prompt: PersonaPrompt;
  readonly ops: readonly PersonaOp[];
  readonly actor: 'session' | 'user';
  /** Of an undo: the revision whose document this is. */
  readonly restores?: number;
}

/** The chosen companion after a change. */
export interface ChangedPersona {
  readonly prompt: PersonaPrompt;
  /** False when there was nothing to change. */
  readonly changed: boolean;
}

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
  async addVersion(transaction: Runner, version: NewPersonaVersion): Promise<void> {
    const { user_id, session_id, prompt, ops, actor, restores = null } = version;
    const { base, revision } = prompt;
    const made = [user_id, base, revision, prompt, JSON.stringify(ops), actor, session_id, restores];
    await transaction.rows(sql.addVersion, made);
    await transaction.rows(sql.show, [user_id, base, prompt]);
  }

  /** Lets the person change the chosen companion. @returns undefined when the person is gone */
  async revise(
    user_id: string,
    change: (prompt: PersonaPrompt) => Evolution,
  ): Promise<ChangedPersona | undefined> {
    return this.database.transaction(async (transaction) => {
      const chosen = await transaction.row(sql.lockChosen, [user_id]);
      if (chosen === undefined) return undefined;
      const { prompt, applied } = change(await this.findPrompt(transaction, user_id, chosen.persona));
      if (applied.length === 0) return { prompt, changed: false };
      await this.addVersion(transaction, { user_id, session_id: null, prompt, ops: applied, actor: 'user' });
      return { prompt, changed: true };
    });
  }

  /**
   * Adds a revision with the document from before the last change that was not taken back yet.
   * @returns undefined when the person is gone
   */
  async undo(user_id: string): Promise<ChangedPersona | undefined> {
    return this.database.transaction(async (transaction) => {
      const chosen = await transaction.row(sql.lockChosen, [user_id]);
      if (chosen === undefined) return undefined;
      const { persona } = chosen;
      const newest = await transaction.row(sql.findNewest, [user_id, persona]);
      // An undo stands where the revision stood that it went back to.
      const standing = newest?.restores ?? newest?.doc.revision ?? 0;
      if (newest === undefined || standing === 0)
        return { prompt: await this.findPrompt(transaction, user_id, persona), changed: false };
      const before = await transaction.row(sql.findBefore, [user_id, persona, standing]);
      const revision = newest.doc.revision + 1;
      const prompt = { ...(before?.doc ?? baselinePrompt(persona)), revision };
      const restores = before === undefined ? 0 : (before.restores ?? before.doc.revision);
      const ops: PersonaOp[] = [{ op: 'undo', path: '', amount: 0, text: String(standing) }];
      await this.addVersion(transaction, { user_id, session_id: null, prompt, ops, actor: 'user', restores });
      return { prompt, changed: true };
    });
  }

  /** One more than asked for, so that the end of the list is known. */
  async listVersions(
    persona: Persona,
    { user_id, limit, cursor }: ActorPageRequest,
  ): Promise<sql.PersonaVersionRow[]> {
    const before = cursor === undefined ? null : decodeCursor(cursor).at;
    return this.database.rows(sql.listVersions, [user_id, persona, before, limit + 1]);
  }
}
