import { IsIn, IsUUID } from 'class-validator';
import { PaymentStatus } from '../enums/payment-status.js';

export class PaymentUpdatedEvent {
  @IsUUID('loose')
  user_id!: string;

  @IsUUID('loose')
  payment_id!: string;

  @IsIn(Object.values(PaymentStatus))
  status!: PaymentStatus;
}
