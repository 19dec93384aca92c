import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  PageQuery,
  summaryRpc,
  UpdatePersonaBody,
  type PersonaVersionPage,
  type PersonaView,
} from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';

@Controller('v1/me/persona')
export class PersonasController {
  constructor(private readonly rpc: RpcClient) {}

  /** The companion as it now is for this person. */
  @Get()
  @Answers(summaryRpc.getPersona)
  getPersona(@CurrentUser() { user_id }: CurrentUserClaims): Promise<PersonaView> {
    return this.rpc.call(summaryRpc.getPersona, { user_id });
  }

  /** Freezes the companion or lets it grow, sets the person's own boundaries, pins what must stay. */
  @Patch()
  @Answers(summaryRpc.updatePersona)
  updatePersona(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Body() body: UpdatePersonaBody,
  ): Promise<PersonaView> {
    return this.rpc.call(summaryRpc.updatePersona, { ...body, user_id });
  }

  /** What the chosen companion was, revision by revision, newest first. */
  @Get('versions')
  @Answers(summaryRpc.listPersonaVersions)
  listPersonaVersions(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Query() query: PageQuery,
  ): Promise<PersonaVersionPage> {
    return this.rpc.call(summaryRpc.listPersonaVersions, { ...query, user_id });
  }

  /** Takes the last change of the companion back; once more, the one before it. */
  @Post('undo')
  @HttpCode(200)
  @Answers(summaryRpc.undoPersona)
  undo(@CurrentUser() { user_id }: CurrentUserClaims): Promise<PersonaView> {
    return this.rpc.call(summaryRpc.undoPersona, { user_id });
  }
}
