/** The languages whose words are brought to their stems. Texts in others are found by their words as they stand. */
export const languages = ['en', 'de', 'es', 'fr', 'pt'] as const;
export type Language = (typeof languages)[number];

/** What a language is called in a file: `de`, `de-AT`, `DE`. */
export function readLanguage(text: string): Language | undefined {
  const short = text.trim().toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === short);
}

/** Words that hold a sentence together and say nothing of its matter; without accents and apostrophes, in lower case. */
const functionWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: words(`a about after again all also am an and another any are arent as at be because been before being between but
    by can cannot cant could couldnt did didnt do does doesnt doing done dont down during each either else even ever for
    from further get gets getting give go goes going got had has hasnt have havent having he her here hers him his how
    however i id if ill im in into is isnt it its itself ive just let like may me might more most much must my myself no
    nor not now of off on once only or other our out over own per please same shall she should so some still such than
    thank thanks that thats the their them then there these they theyre this those through to too under until up us use
    used using very via was wasnt we were what whats when where which while who whom whose why will with within without
    wont would yet you your yours yourself`),
  de: words(`ab aber alle ans aufs furs allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bitte bist
    da dabei dadurch dafur dagegen daher damit dann daran darauf darf das dass dein dem den denn der des dich die dies
    diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch euer fur
    gar gegen gibt habe haben hat hatte hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren im immer in ins ist ja jede
    jedem jeden jeder jetzt kann kein keine keinen kommt konnen konnte lass machen man mehr mein meine meinem meinen
    meiner mich mir mit mochte muss mussen nach nicht nichts noch nun nur ob oder ohne sein seine sehr seit sich sie sind
    so sobald soll sollen sollte sondern uber um und uns unser unter vom von vor wann warum was weil welche welchen
    welcher wenn wer werden wie wieder will wir wird wo wollen woran wurde zu zum zur zwischen`),
  es: words(`a al algo ante antes aqui asi aun aunque cada como con contra cual cuando de del desde donde dos durante e el
    ella ellos en entre era es esa ese eso esta estan estas este esto estos estoy fue ha hacer hago han hasta hay he la
    las le les lo los mas me mi mis mucho muy nada ni no nos nosotros o otra otro para pero poco por porque puede puedo
    que quien quiero se sea ser si sin sobre solo son soy su sus tambien tengo tiene toda todo todos tu un una uno unos
    usted y ya yo`),
  fr: words(`a au aucun aussi autre aux avec avoir ca car ce cela ces cet cette chaque comme comment dans de depuis des
    deux dois doit donc du elle elles en encore entre est et etait etre eu fait faire faut il ils j je la le les leur lui
    ma mais me meme mes moi mon ne ni nos notre nous on ont ou par pas peut peux plus pour pourquoi puis quand que quel
    quelle qui quoi sa sans se ses si son sont sous suis sur ta te tes toi ton tous tout tres tu un une vers votre vous y`),
  pt: words(`a ao aos as ate cada com como da das de dela dele depois do dos e ela ele eles em entre era essa esse esta
    estao estar este estou eu faco fazer foi ha isso isto ja la lhe mais mas me mesmo meu meus minha minhas muito na nao
    nas nem no nos nossa nosso num numa o onde os ou outra outro para pela pelo pode por porque posso pra qual quando que
    quem quero se sem ser seu seus so sobre sua suas tambem tem tenho ter todo todos tu um uma voce`),
};

/** What people write around a question in a help chat, whatever the question is. */
const smallTalk =
  words(`able anybody anyone ask asking best correct days every everything everytime fine fix hello help hey hi
  hopefully keep keeps keeping know morning need needed needs persist persists question really right seem seems someone something step steps sure tell thing
  things today tried tries try trying unable want wanted wants way work worked working works yesterday super kinda totally
  funktioniert funktionieren klappt hallo hilfe frage geht moin wissen gern gerne danke
  hola gracias ayuda bonjour merci aide ola obrigado obrigada ajuda`);

/** @param word without accents, in lower case */
export function saysNothing(word: string): boolean {
  return smallTalk.has(word) || languages.some((language) => functionWords[language].has(word));
}

/** The language whose function words a text has most of. @param words without accents, in lower case */
export function languageOf(words: Iterable<string>, otherwise: Language = 'en'): Language {
  const counts = new Map<Language, number>();
  for (const word of words)
    for (const language of languages)
      if (functionWords[language].has(word)) counts.set(language, (counts.get(language) ?? 0) + 1);
  let best = otherwise;
  for (const [language, count] of counts) if (count > (counts.get(best) ?? 0)) best = language;
  return best;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
