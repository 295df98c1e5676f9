import { createHash } from 'node:crypto';
import type { Words } from '../words/words.ts';

type PageWords = Words['secretDrops']['page'];

export type SecretPage =
  | { readonly kind: 'enter' | 'sent' | 'ask' | 'gone' | 'failed' | 'busy' | 'empty' }
  | { readonly kind: 'opened'; readonly text: string };

/** At most so many characters are entered. */
export const longestSecret = 8_000;

const style = `
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;align-items:center;justify-content:center;padding:16px;
font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;background:#f3f4f6;color:#111827}
main{width:100%;max-width:560px;background:#fff;border:1px solid #d1d5db;border-radius:12px;padding:24px}
h1{font-size:22px;line-height:1.3;margin:0 0 8px}
p{margin:0 0 16px}
label{display:block;font-weight:600;margin-bottom:6px}
textarea,pre{width:100%;font:16px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;
border:1px solid #9ca3af;border-radius:8px;padding:12px;margin:0 0 16px;background:#fff;color:inherit}
textarea{min-height:120px;resize:vertical}
pre{white-space:pre-wrap;overflow-wrap:anywhere;user-select:all;background:#f9fafb}
button{width:100%;min-height:48px;border:0;border-radius:8px;background:#1d4ed8;color:#fff;font:inherit;font-weight:600;cursor:pointer}
button:focus-visible,textarea:focus-visible,pre:focus-visible{outline:3px solid #93c5fd;outline-offset:2px}
footer{color:#4b5563;font-size:14px}
@media (prefers-color-scheme:dark){body{background:#111827;color:#f9fafb}main{background:#1f2937;border-color:#374151}
textarea,pre{background:#111827;border-color:#6b7280}footer{color:#d1d5db}}
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** For every answer under /secret: nothing is kept, passed on, framed, or loaded from anywhere. There is no script at all. */
export const secretHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store, max-age=0',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'content-type': 'text/html; charset=utf-8',
  pragma: 'no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
};

/** A page of a secret's way. Whatever it shows is escaped; its form goes to the page's own address. */
export function secretPage(page: SecretPage, words: PageWords, deskName: string, language: string): string {
  const { title, text } = headOf(page, words);
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
${bodyOf(page, words)}
<footer>${escaped(deskName)}</footer>
</main>
</body>
</html>
`;
}

function headOf({ kind }: SecretPage, words: PageWords): { readonly title: string; readonly text: string } {
  switch (kind) {
    case 'enter':
      return { title: words.enterTitle, text: words.enterText };
    case 'sent':
      return { title: words.sentTitle, text: words.sentText };
    case 'ask':
      return { title: words.openTitle, text: words.openText };
    case 'opened':
      return { title: words.openedTitle, text: words.openedText };
    case 'gone':
      return { title: words.goneTitle, text: words.goneText };
    case 'failed':
      return { title: words.failedTitle, text: words.failedText };
    case 'busy':
      return { title: words.busyTitle, text: words.busyText };
    case 'empty':
      return { title: words.enterTitle, text: words.emptyText };
  }
}

function bodyOf(page: SecretPage, words: PageWords): string {
  if (page.kind === 'enter')
    return `<form method="post" autocomplete="off">
<label for="secret">${escaped(words.label)}</label>
<textarea id="secret" name="secret" required maxlength="${longestSecret}" autocomplete="off" autocapitalize="off" spellcheck="false" autofocus></textarea>
<p><button type="submit">${escaped(words.submit)}</button></p>
</form>`;
  if (page.kind === 'ask')
    return `<form method="post"><p><button type="submit">${escaped(words.openSubmit)}</button></p></form>`;
  // The line break after the tag is not part of the text: a browser drops the first one.
  return page.kind === 'opened' ? `<pre tabindex="0">\n${escaped(page.text)}</pre>` : '';
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
