import { Gender, Persona, type PersonaPrompt } from '@saathi/contracts';
import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

@Entity('users')
@Unique('users_email_key', ['email'])
@Index('users_email_ci', { synchronize: false })
@Index('users_premium_idx', { synchronize: false })
export class UserEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'users_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  /** Canonical form; mail goes here and nowhere else. */
  @Column('text')
  email!: string;

  @Column('text', { nullable: true })
  phone_number!: string | null;

  @Column({ type: 'enum', enum: Object.values(Gender), enumName: 'gender_enum' })
  gender!: Gender;

  @Column({
    type: 'enum',
    enum: Object.values(Persona),
    enumName: 'persona_enum',
    default: Persona.SweetSupportive,
  })
  persona!: Persona;

  /** What has grown on top of the baseline; null until something has. */
  @Column('jsonb', { nullable: true })
  persona_prompt!: PersonaPrompt | null;

  /** A cache for showing; entitlement is decided from the dates of the passes. */
  @Column('boolean', { default: false })
  premium_user!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  registration_date!: Date;

  @Column('text', { nullable: true, default: 'hi-IN' })
  locale!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()', insert: false, update: false })
  updated_at!: Date;
}
