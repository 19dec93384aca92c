import { Controller } from '@nestjs/common';
import {
  summaryRpc,
  type ActorPageRequest,
  type ActorRequest,
  type PersonaVersionPage,
  type PersonaView,
  type UpdatePersonaRequest,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { PersonasService } from './personas.service.js';

@Controller()
export class PersonasHandlers {
  constructor(private readonly personas: PersonasService) {}

  @RpcHandler(summaryRpc.getPersona)
  getPersona({ user_id }: ActorRequest): Promise<PersonaView> {
    return this.personas.get(user_id);
  }

  @RpcHandler(summaryRpc.updatePersona)
  updatePersona(request: UpdatePersonaRequest): Promise<PersonaView> {
    return this.personas.update(request);
  }

  @RpcHandler(summaryRpc.listPersonaVersions)
  listPersonaVersions(request: ActorPageRequest): Promise<PersonaVersionPage> {
    return this.personas.listVersions(request);
  }

  @RpcHandler(summaryRpc.undoPersona)
  undoPersona({ user_id }: ActorRequest): Promise<PersonaView> {
    return this.personas.undo(user_id);
  }
}
