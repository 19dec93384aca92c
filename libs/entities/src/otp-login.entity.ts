import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('otp_logins')
@Index('otp_logins_email_created_at_idx', { synchronize: false })
export class OtpLoginEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'otp_logins_pkey' })
  id!: string;

  @Column('text')
  email!: string;

  /** A keyed digest of the code, never the code. */
  @Column('text')
  otp!: string;

  @Column('timestamptz')
  expires_at!: Date;

  @Column('boolean', { default: false })
  verified!: boolean;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;
}
