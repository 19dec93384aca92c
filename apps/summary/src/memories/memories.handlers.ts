import { Controller } from '@nestjs/common';
import {
  summaryRpc,
  type ActorIdRequest,
  type ActorPageRequest,
  type AddMemoryRequest,
  type DoneView,
  type MemoryPage,
  type MemoryView,
  type UpdateMemoryRequest,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { MemoriesService } from './memories.service.js';

@Controller()
export class MemoriesHandlers {
  constructor(private readonly memories: MemoriesService) {}

  @RpcHandler(summaryRpc.listMemories)
  listMemories(request: ActorPageRequest): Promise<MemoryPage> {
    return this.memories.list(request);
  }

  @RpcHandler(summaryRpc.addMemory)
  addMemory(request: AddMemoryRequest): Promise<MemoryView> {
    return this.memories.add(request);
  }

  @RpcHandler(summaryRpc.updateMemory)
  updateMemory(request: UpdateMemoryRequest): Promise<MemoryView> {
    return this.memories.update(request);
  }

  @RpcHandler(summaryRpc.forgetMemory)
  async forgetMemory({ user_id, id }: ActorIdRequest): Promise<DoneView> {
    await this.memories.forget(user_id, id);
    return { ok: true };
  }
}
