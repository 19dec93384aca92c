import { SetMetadata } from '@nestjs/common';

export const FOR_OPERATORS = 'saathi:for-operators';

/** Keeps a route for those who look after the service; a person's token does not open it. */
export const ForOperators = (): ReturnType<typeof SetMetadata> => SetMetadata(FOR_OPERATORS, true);
