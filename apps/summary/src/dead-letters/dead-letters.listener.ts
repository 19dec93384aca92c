import { Controller } from '@nestjs/common';
import { events, type EventDeadLetteredEvent } from '@saathi/contracts';
import { EventHandler } from '@saathi/messaging';
import { DeadLettersRepository } from './dead-letters.repository.js';

/** Keeps the events that some listener, of whichever application, gave up on. */
@Controller()
export class DeadLettersListener {
  constructor(private readonly deadLetters: DeadLettersRepository) {}

  @EventHandler(events.eventDeadLettered)
  eventDeadLettered(event: EventDeadLetteredEvent): Promise<void> {
    return this.deadLetters.keep(event);
  }
}
