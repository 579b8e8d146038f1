/** Seconds until a session ends that nobody uses. */
export const sessionLifetime = 30 * 24 * 60 * 60;
