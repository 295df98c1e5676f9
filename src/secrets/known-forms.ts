import { type Finder, matches, type SecretKind, type Span } from './sensitive.ts';

/** Nothing that could go on to the left or the right of a key. */
const [from, to] = ['(?<![A-Za-z0-9_])', '(?![A-Za-z0-9])'];

interface Form {
  readonly kind: SecretKind;
  /** One of these stands in every text that has such a key: looking for them is far cheaper than trying the form. */
  readonly signs: readonly string[];
  /** `secret` is the part to hide when not all of it is. */
  readonly form: string;
}

const words = (text: string) => text.split(' ');
const databases = 'postgres|postgresql|mongodb|mongodb\\+srv|mysql|mariadb|redis|rediss|amqp|amqps|mssql|sqlserver';

/** How keys of known makers look, as their makers say. */
const forms: readonly Form[] = [
  { kind: 'awsKey', signs: words('AKIA ASIA ABIA ACCA'), form: `${from}(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}${to}` },
  {
    kind: 'githubToken',
    signs: words('ghp_ gho_ ghu_ ghs_ ghr_ github_pat_'),
    form: `${from}(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255})`,
  },
  {
    kind: 'gitlabToken',
    signs: words('glpat- glptt- glrt- gldt- gloas- glcbt- glimt- glft- glsoat- glagent- glffct-'),
    form: `${from}gl(?:pat|ptt|rt|dt|oas|cbt|imt|ft|soat|agent|ffct)-[A-Za-z0-9_.-]{19,255}[A-Za-z0-9_-]`,
  },
  { kind: 'slackToken', signs: ['xox'], form: `${from}(?:xoxe\\.)?xox[a-z]-[A-Za-z0-9-]{10,255}` },
  { kind: 'slackToken', signs: ['xapp-'], form: `${from}xapp-[A-Za-z0-9-]{20,255}` },
  {
    kind: 'slackToken',
    signs: ['hooks.slack.com'],
    form: 'hooks\\.slack\\.com/(?<secret>(?:services|workflows|triggers)/[A-Za-z0-9_/-]{20,255})',
  },
  { kind: 'openaiKey', signs: ['sk-'], form: `${from}sk-[A-Za-z0-9_-]{20,255}` },
  {
    kind: 'stripeKey',
    signs: words('k_live_ k_test_ whsec_'),
    form: `${from}(?:[rsp]k_(?:live|test)_[A-Za-z0-9]{10,255}|whsec_[A-Za-z0-9+/=]{20,255})`,
  },
  { kind: 'googleKey', signs: ['AIza'], form: `${from}AIza[A-Za-z0-9_-]{35}` },
  {
    kind: 'googleKey',
    signs: words('ya29. GOCSPX-'),
    form: `${from}(?:ya29\\.[A-Za-z0-9_-]{20,512}|GOCSPX-[A-Za-z0-9_-]{20,64})`,
  },
  {
    kind: 'azureKey',
    signs: words('AccountKey= SharedAccessKey='),
    form: '(?:AccountKey|SharedAccessKey)=(?<secret>[A-Za-z0-9+/]{20,100}={0,2})',
  },
  { kind: 'azureKey', signs: ['Q~'], form: `(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}\\dQ~[A-Za-z0-9_~.-]{30,34}` },
  { kind: 'azureKey', signs: ['sig='], form: '[?&]sig=(?<secret>[A-Za-z0-9%/+=_-]{20,200})' },
  {
    kind: 'jwt',
    signs: ['eyJ'],
    form: `${from}eyJ[A-Za-z0-9_-]{8,4096}\\.eyJ[A-Za-z0-9_-]{4,8192}\\.[A-Za-z0-9_-]{0,2048}`,
  },
  {
    kind: 'token',
    signs: words('npm_ dckr_pat_ hf_ lin_api_ ntn_ figd_ shpat_ shpca_ shppa_ shpss_'),
    form: `${from}(?:npm_|dckr_pat_|hf_|lin_api_|ntn_|figd_|shp(?:at|ca|pa|ss)_)[A-Za-z0-9_-]{20,255}`,
  },
  {
    kind: 'token',
    signs: words('pypi- PMAK- NRAK- tskey- ATATT3 dapi sntrys_ sntryu_ glsa_ dop_v1_ doo_v1_ dor_v1_'),
    form: `${from}(?:pypi-|PMAK-|NRAK-|tskey-|ATATT3|dapi|sntry[su]_|glsa_|do[opr]_v1_)[A-Za-z0-9_=-]{20,512}`,
  },
  {
    kind: 'token',
    signs: words('SG. hvs. hvb. hvr.'),
    form: `${from}(?:SG\\.[A-Za-z0-9_-]{16,64}\\.[A-Za-z0-9_-]{16,128}|hv[sbr]\\.[A-Za-z0-9_-]{20,255})`,
  },
  { kind: 'token', signs: [':AA'], form: `${from}\\d{8,10}:AA[A-Za-z0-9_-]{33}` },
  {
    kind: 'token',
    signs: ['webhook.office.com'],
    form: 'webhook\\.office\\.com/(?<secret>webhookb2/[A-Za-z0-9@/_-]{20,512})',
  },
  { kind: 'privateKey', signs: ['AGE-SECRET-KEY-1'], form: `${from}AGE-SECRET-KEY-1[A-Z0-9]{50,70}` },
  { kind: 'recoveryKey', signs: ['-'], form: '(?<![0-9-])\\d{6}(?:-\\d{6}){7}(?![0-9-])' },
  { kind: 'connection', signs: ['://'], form: `://[^\\s/:@"'<>]{0,100}:(?<secret>[^\\s/"'<>]{1,256})@` },
  {
    kind: 'connection',
    signs: ['://'],
    form: `(?<=(?:${databases}))://[^\\s/:@"'<>]{0,100}:(?<secret>[^\\s"'<>]{1,256})@`,
  },
];

const patterns = forms.map(({ form, ...rest }) => ({
  ...rest,
  pattern: new RegExp(form, form.includes('(?<secret>') ? 'dg' : 'g'),
}));

/** Tokens and keys that tell by their form who made them, and URLs with a password in them. */
export const findKnownForms: Finder<SecretKind> = (text) => [
  ...patterns.flatMap(({ kind, signs, pattern }) =>
    signs.some((sign) => text.includes(sign)) ? matches(text, kind, pattern) : [],
  ),
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
