const commonWords: Readonly<Record<string, readonly string[]>> = {
  en: words('the is not and my i you it to of a for since we please can have with this'),
  de: words('der die das ist nicht und mein ich du es zu für seit wir bitte kann habe mit dieses ein eine den auf'),
  es: words('el la no y mi yo es de para desde por favor puedo tengo con este una se'),
  fr: words('le la ne pas et mon je est de pour depuis nous peux ai avec ce une les'),
  pt: words('o a não e meu eu é de para desde por favor posso tenho com este uma está'),
};

/** The language whose commonest words a text has most of; English when it has none. */
export function languageOf(text: string): string {
  const said = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = Object.entries(commonWords).map(([language, common]) => ({
    language,
    count: said.filter((word) => common.includes(word)).length,
  }));
  const best = counts.toSorted((one, other) => other.count - one.count)[0];
  return best && best.count > 0 ? best.language : 'en';
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
