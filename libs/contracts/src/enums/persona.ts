/** The four companions to choose from. */
export const Persona = {
  SweetSupportive: 'sweet_supportive',
  PlayfulFlirty: 'playful_flirty',
  BoldConfident: 'bold_confident',
  CalmMature: 'calm_mature',
} as const;
export type Persona = (typeof Persona)[keyof typeof Persona];
