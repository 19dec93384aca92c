import { Module } from '@nestjs/common';
import { PersonasHandlers } from './personas.handlers.js';
import { PersonasRepository } from './personas.repository.js';
import { PersonasService } from './personas.service.js';

@Module({
  controllers: [PersonasHandlers],
  providers: [PersonasService, PersonasRepository],
  exports: [PersonasRepository],
})
export class PersonasModule {}
