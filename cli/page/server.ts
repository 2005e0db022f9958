/** Of this page's address: whoever does not know it gets nothing. */
const token = new URLSearchParams(location.search).get('token') ?? '';

export const ask = <T>(path: string): Promise<T> => request<T>(path, { method: 'GET' });

export const tell = <T>(path: string, what: object): Promise<T> =>
  request<T>(path, { method: 'POST', body: JSON.stringify(what), headers: { 'content-type': 'application/json' } });

async function request<T>(path: string, options: RequestInit): Promise<T> {
  const headers = { ...(options.headers as Record<string, string> | undefined), 'x-emh-token': token };
  const response = await fetch(path, { ...options, headers, cache: 'no-store' }).catch(() => {
    throw new Error('emh review does not answer: was it ended?');
  });
  if (!response.ok) throw new Error(`emh review says: ${await response.text()}`);
  return (await response.json()) as T;
}
