import { Module } from '@nestjs/common';
import { MessagesController } from './messages.controller.js';
import { ReplyWriter } from './reply-writer.js';
import { SessionsController } from './sessions.controller.js';

@Module({ controllers: [SessionsController, MessagesController], providers: [ReplyWriter] })
export class SessionsModule {}
