import { Controller } from '@nestjs/common';
import { conversationRpc, type ActorIdRequest, type TranscriptView } from '@saathi/contracts';
import { StreamHandler, type CallContext } from '@saathi/messaging';
import { TranscriptsService } from './transcripts.service.js';

@Controller()
export class TranscriptsHandlers {
  constructor(private readonly transcripts: TranscriptsService) {}

  @StreamHandler(conversationRpc.getTranscript)
  getTranscript({ user_id, id }: ActorIdRequest, { signal }: CallContext): AsyncIterable<TranscriptView> {
    return this.transcripts.read(user_id, id, signal);
  }
}
