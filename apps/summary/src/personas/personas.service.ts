import { Injectable } from '@nestjs/common';
import {
  DomainError,
  events,
  pageOf,
  type ActorPageRequest,
  type PersonaPrompt,
  type PersonaVersionPage,
  type PersonaView,
  type UpdatePersonaRequest,
} from '@saathi/contracts';
import { EventPublisher } from '@saathi/messaging';
import { PersonasRepository, type ChangedPersona } from './personas.repository.js';
import { revisePersona } from './revise-persona.js';

/** The companion as it now is for a person, as it was, and what the person changes of it. */
@Injectable()
export class PersonasService {
  constructor(
    private readonly personas: PersonasRepository,
    private readonly events: EventPublisher,
  ) {}

  /** @throws DomainError `not_found` */
  async get(userId: string): Promise<PersonaView> {
    const persona = await this.personas.findChosen(userId);
    if (persona === undefined) throw new DomainError('not_found');
    return toView(await this.personas.findPrompt(undefined, userId, persona));
  }

  /** Takes effect with the next session. @throws DomainError `not_found` */
  async update({ user_id, ...wish }: UpdatePersonaRequest): Promise<PersonaView> {
    return this.answer(user_id, await this.personas.revise(user_id, (prompt) => revisePersona(prompt, wish)));
  }

  /** @throws DomainError `not_found`, `nothing_to_undo` */
  async undo(userId: string): Promise<PersonaView> {
    const undone = await this.personas.undo(userId);
    if (undone?.changed === false)
      throw new DomainError('nothing_to_undo', 'The companion is as it was at the beginning.');
    return this.answer(userId, undone);
  }

  /** The newest first. @throws DomainError `not_found` */
  async listVersions(request: ActorPageRequest): Promise<PersonaVersionPage> {
    const persona = await this.personas.findChosen(request.user_id);
    if (persona === undefined) throw new DomainError('not_found');
    return pageOf(
      await this.personas.listVersions(persona, request),
      request.limit,
      ({ doc, created_at, created_at_text: _, ...row }) => ({
        ...row,
        persona_prompt: doc,
        created_at: created_at.toISOString(),
      }),
      // Revisions of one person are made one after the other: the instant alone names the place.
      ({ created_at_text }) => ({ at: created_at_text, id: request.user_id }),
    );
  }

  private answer(user_id: string, outcome: ChangedPersona | undefined): PersonaView {
    if (outcome === undefined) throw new DomainError('not_found');
    const { base: persona, revision } = outcome.prompt;
    if (outcome.changed)
      this.events.announce(
        events.personaUpdated,
        { user_id, persona, revision },
        `${user_id}:${persona}:${String(revision)}`,
      );
    return toView(outcome.prompt);
  }
}

const toView = (persona_prompt: PersonaPrompt): PersonaView => ({
  persona: persona_prompt.base,
  persona_prompt,
  revision: persona_prompt.revision,
  frozen: persona_prompt.frozen,
});
