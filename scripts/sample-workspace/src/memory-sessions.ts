/** Sessions in the memory of this server. Replaced by Redis. */
export const sessions = new Map<string, { userId: string }>();
