export const PERSONAS = ['sweet_supportive', 'playful_flirty', 'bold_confident', 'calm_mature'] as const;

export type Persona = (typeof PERSONAS)[number];

/** Read from the line `Persona: …` of a system message. */
export const personaIn = (system: string): Persona => {
  const named = /^\s*Persona:\s*(\w+)/m.exec(system)?.[1];
  return PERSONAS.find((persona) => persona === named) ?? 'sweet_supportive';
};

/** Who is addressed in the polite form. */
export const isPolite = (persona: Persona): boolean => persona === 'calm_mature';
