/** Words that open no issue. Sure rules only: when a single word stands outside of them, it is an issue. */
export type Talk = 'greeting' | 'thanks' | 'status' | 'smallTalk' | 'empty';

/**
 * What kind of small talk a message is, in English, German, Spanish, French or Portuguese; undefined for everything else.
 * @param text plain text as it was typed
 */
export function smallTalkIn(text: string): Talk | undefined {
  if (text.trim() === '') return 'empty';
  // Telephones type another apostrophe than keyboards.
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  if (words.length === 0) return 'smallTalk';
  if (words.length > longestSmallTalk) return undefined;
  return kinds.find(({ keys, rest }) => {
    const known = new Set([...keys, ...rest]);
    return words.some((word) => keys.has(word)) && words.every((word) => known.has(word));
  })?.talk;
}

const longestSmallTalk = 8;

const list = (words: string) => new Set(words.split(/\s+/));

/** A message is of a kind when it holds one of its keys and nothing but keys and rest. The first kind that fits wins. */
const kinds: readonly {
  readonly talk: Talk;
  readonly keys: ReadonlySet<string>;
  readonly rest: ReadonlySet<string>;
}[] = [
  {
    talk: 'status',
    keys: list(
      'status update updates news progress eta stand neues neuigkeiten estado novedades nouvelles état novidades',
    ),
    rest: list(
      "any is there what what's the of my ticket tickets issue please hi hello hey on gibt es was ist der meines schon how" +
        ' about hallo bitte hay alguna cuál es el de mi des du há alguma wie zum zu mein meinem',
    ),
  },
  {
    talk: 'thanks',
    keys: list('thanks thank thx ty tysm cheers danke dank dankeschön merci gracias obrigado obrigada appreciated'),
    rest: list(
      'you so very much many a lot for your the help again all guys team everyone ok okay great perfect awesome that works' +
        ' it now vielen schön sehr lieben dir euch für die hilfe beaucoup bien pour muchas por la ayuda muito pela ajuda and hi und' +
        ' is was fixed super',
    ),
  },
  {
    talk: 'greeting',
    keys: list(
      'hi hello hey hiya howdy morning afternoon evening greetings yo hallo moin servus hi guten tag morgen abend hola buenos' +
        ' buenas bonjour salut bonsoir olá oi bom boa',
    ),
    rest: list(
      'there all team everyone folks good everybody guys deskhand desk bot to you zusammen liebe leute dias días tardes noches' +
        " dia tarde noite tout le monde a todos how are how's it going wie geht's",
    ),
  },
  {
    talk: 'smallTalk',
    keys: list(
      'ok okay k kk great cool nice perfect awesome super lol haha hehe bye goodbye ciao tschüss test testing ping yes no yep' +
        " nope sure alright np ja nein gut prima adiós adieu tchau how wie who you're",
    ),
    rest: list(
      "you welcome are going it's good see later it all is that fine to do doing today this a problem geht's dir bis dann i'm",
    ),
  },
];
