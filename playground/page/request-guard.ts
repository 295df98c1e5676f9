/** What a browser says about where a request comes from. Names in lower case, as Node gives them. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Why a request may not touch the playground, which lets anyone be anyone: undefined when it may.
 * A page of another origin must not drive it, be it by its own address or by a name that it has made point to this machine (DNS
 * rebinding). So the Host must be this machine's own name or an address, which no foreign name can become, and the
 * origin, where the browser tells it, must be the very same.
 * @param ownNames further names under which the desk is reached, such as that of PUBLIC_URL
 */
export function refusalOf(headers: RequestHeaders, ownNames: readonly string[] = []): string | undefined {
  const host = text(headers.host);
  const name = host === undefined ? undefined : nameIn(`http://${host}`);
  if (host === undefined || name === undefined) return 'The request names no host.';
  if (!isOwn(name, ownNames))
    return `The playground does not answer under the name ${name}. Use http://localhost, or set PUBLIC_URL to that name.`;
  const origin = text(headers.origin);
  if (origin !== undefined && !isSameOrigin(origin, host)) return 'The playground takes nothing from other pages.';
  const site = text(headers['sec-fetch-site']);
  const isTopLevel = text(headers['sec-fetch-mode']) === 'navigate' && text(headers['sec-fetch-dest']) === 'document';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isTopLevel)
    return 'The playground takes nothing from other pages.';
  return undefined;
}

function isOwn(name: string, ownNames: readonly string[]): boolean {
  const isAddress = /^\d{1,3}(\.\d{1,3}){3}$/.test(name) || name.startsWith('[');
  return isAddress || name === 'localhost' || ownNames.some((own) => own.toLowerCase() === name);
}

function isSameOrigin(origin: string, host: string): boolean {
  return origin === `http://${host.toLowerCase()}` || origin === `https://${host.toLowerCase()}`;
}

function nameIn(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

function text(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
