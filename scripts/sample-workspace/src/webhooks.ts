/** Sends an event to a customer. */
export async function send(url: string, event: unknown): Promise<void> {
  await fetch(url, { method: 'POST', body: JSON.stringify(event) });
}
