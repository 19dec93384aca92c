import { Controller, Get } from '@nestjs/common';
import type { AdminOverviewView } from '@saathi/contracts';
import { ForOperators } from '../http/for-operators.decorator.js';
import { OverviewService } from './overview.service.js';

@ForOperators()
@Controller('v1/admin/overview')
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  /** How the service does today, in numbers. */
  @Get()
  getAdminOverview(): Promise<AdminOverviewView> {
    return this.overview.collect();
  }
}
