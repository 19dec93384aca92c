import { Module } from '@nestjs/common';
import { ConversationConfig } from '../conversation.config.js';
import { EmbeddingProvider, NoEmbeddings } from './embeddings/embedding-provider.js';
import { Meanings } from './embeddings/meanings.service.js';
import { OpenAiEmbeddings } from './embeddings/openai.embeddings.js';
import { VectorsRepository } from './embeddings/vectors.repository.js';
import { IndexesService } from './indexes.service.js';
import { IndexesSweep } from './indexes.sweep.js';
import { MemoryRepository } from './memory.repository.js';
import { Recall } from './recall.service.js';
import { SearchHandlers } from './search.handlers.js';
import { SearchService } from './search.service.js';

/** What was said before, found again: `Recall` for the companion, the search for the person. */
@Module({
  controllers: [SearchHandlers],
  providers: [
    Recall,
    SearchService,
    IndexesService,
    IndexesSweep,
    MemoryRepository,
    Meanings,
    VectorsRepository,
    {
      provide: EmbeddingProvider,
      inject: [ConversationConfig],
      useFactory: (config: ConversationConfig): EmbeddingProvider =>
        config.OPENAI_EMBEDDING_MODEL === undefined
          ? new NoEmbeddings()
          : new OpenAiEmbeddings(config.OPENAI_EMBEDDING_MODEL, config),
    },
  ],
  exports: [Recall],
})
export class MemoryModule {}
