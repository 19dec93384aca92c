import { Module } from '@nestjs/common';
import { MessagesHandlers } from './messages.handlers.js';
import { MessagesRepository } from './messages.repository.js';
import { MessagesService } from './messages.service.js';

@Module({ controllers: [MessagesHandlers], providers: [MessagesService, MessagesRepository] })
export class MessagesModule {}
