import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'saathi:public';

/** Opens a route to those who are not signed in; all others are closed. */
export const Public = (): ReturnType<typeof SetMetadata> => SetMetadata(PUBLIC, true);
