/** Enough for what the made-up people of the playground write; English and German. */
const pairs =
  `the:der a:ein an:ein i:ich you:du we:wir it:es he:er she:sie they:sie my:mein your:dein our:unser this:dies that:das
is:ist are:sind was:war am:bin be:sein has:hat have:habe had:hatte do:tun does:tut did:tat can:kann cannot:kann-nicht will:wird would:würde
should:sollte must:muss not:nicht no:kein and:und or:oder but:aber because:weil if:wenn when:wenn since:seit until:bis after:nach before:vor
in:in on:auf at:um to:zu of:von for:für with:mit without:ohne from:von into:in again:wieder still:noch now:jetzt today:heute yesterday:gestern
tomorrow:morgen morning:Morgen please:bitte thanks:danke thank:danke hello:hallo yes:ja what:was who:wer where:wo why:warum how:wie which:welche
computer:Computer laptop:Laptop screen:Bildschirm printer:Drucker keyboard:Tastatur mouse:Maus phone:Telefon password:Passwort account:Konto
network:Netzwerk internet:Internet vpn:VPN wifi:WLAN email:E-Mail mail:Mail file:Datei folder:Ordner program:Programm app:App window:Fenster
error:Fehler message:Nachricht connection:Verbindung access:Zugang office:Büro floor:Stock team:Team colleague:Kollege ticket:Ticket button:Knopf
works:funktioniert work:arbeiten broken:kaputt slow:langsam down:ausgefallen new:neu old:alt red:rot green:grün big:groß small:klein
restart:starte start:starte open:öffne close:schließe try:versuche check:prüfe send:sende need:brauche want:möchte see:sehe know:weiß use:nutze
nothing:nichts everything:alles everyone:alle nobody:niemand me:mir us:uns him:ihm her:ihr them:ihnen there:da here:hier very:sehr only:nur
connect:verbinden print:drucken read:lesen write:schreiben find:finden help:helfen tell:sagen wait:warten come:kommen comes:kommt goes:geht go:gehen`
    .split(/\s+/)
    .map((pair) => pair.split(':'));

const toGerman = new Map(pairs.map(([english = '', german = '']) => [english, german.replace('-nicht', ' nicht')]));
const toEnglish = new Map(pairs.map(([english = '', german = '']) => [german.toLowerCase(), english]));
for (const article of ['die', 'das', 'den', 'dem']) toEnglish.set(article, 'the');
for (const article of ['eine', 'einen', 'einem']) toEnglish.set(article, 'a');

const mostUnknown = 0.25;

/** @returns undefined when it does not know enough of the words, or the languages */
export function wordByWord(text: string, from: string, to: string): string | undefined {
  const table = from === 'en' && to === 'de' ? toGerman : from === 'de' && to === 'en' ? toEnglish : undefined;
  if (!table) return undefined;
  const words = text.match(/\p{L}+/gu) ?? [];
  const unknown = words.filter((word) => !table.has(word.toLowerCase())).length;
  if (unknown > words.length * mostUnknown) return undefined;
  return text.replace(/\p{L}+/gu, (word) => {
    const other = table.get(word.toLowerCase()) ?? word;
    return /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  });
}
