/** Words that stand after "password is" in a complaint, and are no password. By language: en, de, es, fr, pt. */
const complaints = `
expired expires expiring wrong incorrect invalid correct right fine ok okay good bad weak strong old new same different too
not no never always still again now just only already so very also being getting going asking about to for from in on at
of with without the a an my your his her our their this that these those it its what when where why how who which case
long short empty blank missing required needed unknown none null unavailable broken down stuck locked forgotten lost gone
reset changed protected shared secret safe secure unsafe hidden there here up out off set sent stored saved known valid
accepted rejected refused denied failed failing working please help change changing thanks sensitive problem issue error
cannot cant can't doesn't dont don't isn't won't does do did has have had will would should could can may must be been if and
or but because then as is are was were i we you he she they password passwort username email login account user hard easy
difficult simple temporary default due day days today tomorrow yesterday policy manager prompt field screen page box
impossible useless annoying ridiculous mandatory stale unchanged see same-as below above attached tbd tba n/a na
outlook windows vpn wifi wlan teams slack sap jira office excel printer laptop mailbox
abgelaufen falsch ungültig vergessen gesperrt richtig weg kaputt zu nicht nein nie immer noch wieder jetzt nur schon sehr
auch ein eine einen mein meine dein ihr unser das der die den dem des es was wann wo warum wie wer welches leer unbekannt
keins keines nötig erforderlich geändert zurückgesetzt zurücksetzen bitte hilfe danke problem fehler geht funktioniert
kann konnte muss soll wird wurde ist sind war hat habe habt läuft lief stimmt verloren alt neu lang kurz schwach stark
unsicher sicher gleich anders und oder aber weil ob wenn für von vom mit ohne bei beim im in am an auf aus seit bis nach
ich wir du sie er man dringend heute morgen gestern siehe unten oben anbei
caducada caducado expirada incorrecta incorrecto inválida equivocada bloqueada olvidada olvidé no nunca siempre todavía ya
otra vez ahora solo muy también una un mi tu su la el lo los las es está que cuando dónde por porque cómo quién vacía
desconocida necesaria cambiada ayuda gracias error y o pero para de del con sin en desde hasta nueva vieja larga corta
expiré expirée incorrecte invalide oublié oublie oubliée perdu perdue bloqué bloquée faux fausse pas jamais toujours encore
déjà maintenant seulement très aussi une un mon ma mes ton votre le la les ce que quand où pourquoi comment qui vide
inconnu nécessaire changé aide merci erreur et ou mais pour du des avec sans dans depuis nouveau ancien trop s'il svp
expirada expirou incorreta inválida errada bloqueada esquecida esqueci não nunca sempre ainda já agora só muito também
uma um minha meu sua seu o os as é está que quando onde porque como quem vazia desconhecida necessária mudada ajuda
obrigado obrigada erro e ou mas para do da dos das com sem em no na desde até nova antiga longa curta por favor
`;

const ordinary = new Set(complaints.split(/\s+/).filter((word) => word !== ''));

/** How participles, adverbs and infinitives end: what a password is said to be, or what somebody does with it. */
const likeAParticiple =
  /(?:ed|ing|ly|able|ible|less|ous)$|^(?:ab|an|aus|be|ein|ent|ge|ver|zer|zurück|um)\p{L}{2,}(?:t|en)$|(?:lich|bar)$|(?:ad[oa]|id[oa]|mente)$|(?:é|ée|ement)$/u;

/** Whether a word is one of a complaint about a password rather than a password. */
export function isOrdinary(word: string): boolean {
  const plain = word.toLowerCase().replaceAll('’', "'");
  return ordinary.has(plain) || (/^\p{Ll}+$/u.test(word) && likeAParticiple.test(word));
}

const goingOn = new Set(
  `and but or for can could please pls thanks it i so because und aber oder für kann bitte danke weil es y o pero para por
  porque gracias et ou mais pour car merci svp e mas para porque obrigado obrigada`.split(/\s+/),
);

/** Whether a sentence goes on after a password by this word: "is swordfish and I cannot log in". */
export function goesOnAfter(word: string): boolean {
  return goingOn.has(word.toLowerCase());
}
