import { Injectable } from '@nestjs/common';
import { DomainError, type PersonaView } from '@saathi/contracts';
import { PersonasRepository } from './personas.repository.js';

/** The companion as it now is for a person. */
@Injectable()
export class PersonasService {
  constructor(private readonly personas: PersonasRepository) {}

  /** @throws DomainError `not_found` */
  async get(userId: string): Promise<PersonaView> {
    const persona = await this.personas.findChosen(userId);
    if (persona === undefined) throw new DomainError('not_found');
    const persona_prompt = await this.personas.findPrompt(undefined, userId, persona);
    return { persona, persona_prompt, revision: persona_prompt.revision, frozen: persona_prompt.frozen };
  }
}
