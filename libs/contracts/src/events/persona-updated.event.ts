import { IsIn, IsInt, IsUUID } from 'class-validator';
import { Persona } from '../enums/persona.js';

export class PersonaUpdatedEvent {
  @IsUUID('loose')
  user_id!: string;

  @IsIn(Object.values(Persona))
  persona!: Persona;

  @IsInt()
  revision!: number;
}
