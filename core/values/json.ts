/** Any value that can cross a step border, a wire or the journal. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
