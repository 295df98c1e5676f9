import { type Finder, matches, type SecretKind, type Span } from './sensitive.ts';

/** Nothing that could go on to the left or the right of a key. */
const [from, to] = ['(?<![A-Za-z0-9_])', '(?![A-Za-z0-9])'];

/** How keys of known makers look, as their makers say; `secret` is the part to hide when not all of it is. */
const forms: readonly (readonly [SecretKind, string])[] = [
  ['awsKey', `${from}(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}${to}`],
  ['githubToken', `${from}(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255})`],
  ['gitlabToken', `${from}gl(?:pat|ptt|rt|dt|oas|cbt|imt|ft|soat|agent|ffct)-[A-Za-z0-9_.-]{19,255}[A-Za-z0-9_-]`],
  ['slackToken', `${from}(?:xoxe\\.)?xox[a-z]-[A-Za-z0-9-]{10,255}`],
  ['slackToken', `${from}xapp-[A-Za-z0-9-]{20,255}`],
  ['slackToken', 'hooks\\.slack\\.com/(?<secret>(?:services|workflows|triggers)/[A-Za-z0-9_/-]{20,255})'],
  ['openaiKey', `${from}sk-[A-Za-z0-9_-]{20,255}`],
  ['stripeKey', `${from}(?:[rsp]k_(?:live|test)_[A-Za-z0-9]{10,255}|whsec_[A-Za-z0-9+/=]{20,255})`],
  ['googleKey', `${from}AIza[A-Za-z0-9_-]{35}`],
  ['googleKey', `${from}(?:ya29\\.[A-Za-z0-9_-]{20,512}|GOCSPX-[A-Za-z0-9_-]{20,64})`],
  ['azureKey', '(?:AccountKey|SharedAccessKey)=(?<secret>[A-Za-z0-9+/]{20,100}={0,2})'],
  ['azureKey', `(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}\\dQ~[A-Za-z0-9_~.-]{30,34}`],
  ['azureKey', '[?&]sig=(?<secret>[A-Za-z0-9%/+=_-]{20,200})'],
  ['jwt', `${from}eyJ[A-Za-z0-9_-]{8,4096}\\.eyJ[A-Za-z0-9_-]{4,8192}\\.[A-Za-z0-9_-]{0,2048}`],
  ['token', `${from}(?:npm_|dckr_pat_|hf_|lin_api_|ntn_|figd_|shp(?:at|ca|pa|ss)_)[A-Za-z0-9_-]{20,255}`],
  ['token', `${from}(?:pypi-|PMAK-|NRAK-|tskey-|ATATT3|dapi|sntry[su]_|glsa_|do[opr]_v1_)[A-Za-z0-9_=-]{20,512}`],
  ['token', `${from}(?:SG\\.[A-Za-z0-9_-]{16,64}\\.[A-Za-z0-9_-]{16,128}|hv[sbr]\\.[A-Za-z0-9_-]{20,255})`],
  ['token', `${from}\\d{8,10}:AA[A-Za-z0-9_-]{33}`],
  ['token', 'webhook\\.office\\.com/(?<secret>webhookb2/[A-Za-z0-9@/_-]{20,512})'],
  ['privateKey', `${from}AGE-SECRET-KEY-1[A-Z0-9]{50,70}`],
  ['recoveryKey', `(?<![0-9-])\\d{6}(?:-\\d{6}){7}(?![0-9-])`],
  ['connection', `[a-z][a-z0-9+.-]{1,20}://[^\\s/:@"'<>]{0,100}:(?<secret>[^\\s/"'<>]{1,256})@`],
  [
    'connection',
    `(?:postgres|postgresql|mongodb|mongodb\\+srv|mysql|mariadb|rediss?|amqps?|mssql|sqlserver)://[^\\s/:@"'<>]{0,100}:(?<secret>[^\\s"'<>]{1,256})@`,
  ],
];

const patterns = forms.map(
  ([kind, form]) => [kind, new RegExp(form, form.includes('(?<secret>') ? 'dg' : 'g')] as const,
);

/** Tokens and keys that tell by their form who made them, and URLs with a password in them. */
export const findKnownForms: Finder<SecretKind> = (text) => [
  ...patterns.flatMap(([kind, pattern]) => matches(text, kind, pattern)),
  ...findPrivateKeys(text),
];

const blockBegins = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const blockEnds = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;

/** From where a key begins to where it ends; one that was cut off is hidden to the end of the text. */
function findPrivateKeys(text: string): readonly Span<SecretKind>[] {
  const found: Span<SecretKind>[] = [];
  let at = 0;
  for (const { index } of text.matchAll(blockBegins)) {
    if (index < at) continue;
    blockEnds.lastIndex = index;
    const end = blockEnds.exec(text);
    at = end ? end.index + end[0].length : text.length;
    found.push({ kind: 'privateKey', start: index, end: at });
  }
  return found;
}
