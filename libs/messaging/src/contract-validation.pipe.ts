import type { PipeTransform } from '@nestjs/common';
import { parseDto, type Dto } from '@saathi/contracts';

/** Checks a message against its contract's class. Members it does not know are dropped, so that a newer caller is understood. */
export class ContractValidationPipe<T extends object> implements PipeTransform<unknown, T> {
  constructor(
    readonly subject: string,
    private readonly dto: Dto<T>,
  ) {}

  transform(payload: unknown): T {
    return parseDto(this.dto, payload, 'drop');
  }
}
