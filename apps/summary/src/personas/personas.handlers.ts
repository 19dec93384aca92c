import { Controller } from '@nestjs/common';
import { summaryRpc, type ActorRequest, type PersonaView } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { PersonasService } from './personas.service.js';

@Controller()
export class PersonasHandlers {
  constructor(private readonly personas: PersonasService) {}

  @RpcHandler(summaryRpc.getPersona)
  getPersona({ user_id }: ActorRequest): Promise<PersonaView> {
    return this.personas.get(user_id);
  }
}
