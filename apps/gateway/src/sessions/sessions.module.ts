import { Module } from '@nestjs/common';
import { DeletionsController } from './deletions.controller.js';
import { MessagesController } from './messages.controller.js';
import { RepliesController } from './replies.controller.js';
import { ReplyWriter } from './reply-writer.js';
import { SessionsController } from './sessions.controller.js';
import { SteadyReplies } from './steady-replies.js';
import { TranscriptsController } from './transcripts.controller.js';

@Module({
  controllers: [
    SessionsController,
    MessagesController,
    RepliesController,
    DeletionsController,
    TranscriptsController,
  ],
  providers: [ReplyWriter, SteadyReplies],
})
export class SessionsModule {}
