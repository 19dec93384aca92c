import { Controller } from '@nestjs/common';
import { events, type SessionEndedEvent } from '@saathi/contracts';
import { EventHandler } from '@saathi/messaging';
import { SummariseService } from './summarise.service.js';

@Controller()
export class SessionEndedListener {
  constructor(private readonly summarise: SummariseService) {}

  @EventHandler(events.sessionEnded)
  sessionEnded(event: SessionEndedEvent): Promise<void> {
    return this.summarise.summarise(event);
  }
}
