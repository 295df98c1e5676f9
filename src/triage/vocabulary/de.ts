import type { Vocabulary } from './vocabulary.ts';

const person =
  '(?:menschen?|person|mitarbeiter(?:in)?|kollegen|kollegin|berater(?:in)?|techniker(?:in)?|agenten?|jemand(?:en|em)?)';
const ticket = '(?:tickets?|anfragen?|meldung(?:en)?|störung(?:en)?|fall|vorgangs?|anliegens?)';

export const de: Vocabulary = {
  acts: {
    greeting: [
      "hallo+|moin(?: moin)?|servus|grüß (?:gott|dich|euch)|grüezi|guten? (?:tag|morgen|abend)|tag|morgen|tach|na|wie geht(?:'?s| es)(?: (?:dir|euch|ihnen))?|mahlzeit",
    ],
    thanks: [
      'dank(?:e|eschön)?|vielen dank|besten dank|herzlichen dank|danke (?:schön|sehr|dir|euch|ihnen)|vergelt.?s gott|merci|dankbar',
    ],
    goodbye: [
      'tschüs+|tschau|ciao|auf wieder(?:sehen|hören)|bis (?:dann|bald|später|morgen|nachher)|schönen (?:tag|abend|feierabend)(?: noch)?|schönes wochenende|mach.?s gut|gute nacht|ade|das (?:war|wär.?s|ist) alles',
    ],
    praise: [
      '(?:gut|super|toll|klasse|prima|gute|tolle) (?:gemacht|arbeit|leistung|job)|klasse|toll|spitze|großartig|genial|ihr seid (?:super|die besten|toll)|du bist (?:super|der beste|toll)|gefällt mir',
    ],
    smallTalk: [
      '(?:bist|bin|ist|sind) (?:du|ich|das|sie)(?: \\p{L}+){0,4} (?:bot|chatbot|roboter|mensch(?:en)?|maschine|ki|echt)|wer (?:bist du|sind sie)|wie heißt du|was bist du|rede ich mit (?:einem|einer) (?:bot|menschen|maschine)|haha+|lol|test|langweilig',
    ],
    reply: [
      'ja+|jo|jep|jawohl|klar|gerne?|genau|richtig|stimmt|sicher|passt|in ordnung|mach das|bitte|ne+|nein+|nö|nicht (?:nötig|jetzt|mehr)|doch nicht|lass (?:es|mal|gut sein)|egal|falsch|stopp?|abbrechen|niemals|keine?[rs]?|weiß (?:ich )?nicht',
      '(?:meine?|die|es|das) (?:e-?mail|mail|adresse|mailadresse|name|nummer|priorität)? ?(?:ist|lautet|wäre) (?:@mail|hoch|mittel|niedrig|0)|@mail|0+|hoch|mittel|niedrig',
    ],
    help: [
      '(?:ich |wir )?(?:brauche?n?|bräuchte|benötige|möchte|will|hätte gern)(?: mal| bitte| eure| deine| ihre| etwas)* (?:hilfe|unterstützung|support)|(?:kannst|kann|könnt|könnte|könntest|können) (?:du|mir|ihr|sie|jemand|uns)(?: \\p{L}+){0,3} helfen|hilfe|was kannst du(?: \\p{L}+)?|wie kannst du (?:mir )?helfen|ich habe? (?:ein|eine|mal ein|mal eine) (?:problem|frage|anliegen|störung)|problem|etwas (?:stimmt|geht|funktioniert) nicht',
      `(?:neues? |ein |eine )*${ticket} (?:öffnen|eröffnen|erstellen|anlegen|aufmachen|aufgeben|melden)`,
    ],
    human: [
      `(?:mit )?(?:einem |einer |eine |einen |dem |der )?(?:echten |richtigen |realen |echte |richtige |menschlichen )*${person}(?: (?:bitte|aus|vom|der))* ?(?:sprechen|reden|schreiben|chatten|verbinden|haben|verbunden werden|kontaktieren)|(?:mit |einen |eine |ein )?(?:echte[rn]?|richtige[rn]?|menschliche[rn]?) ${person}|verbinde(?:n sie)? mich|mensch(?:en)? bitte|(?:will|möchte) (?:mit |einen |keinen )?(?:\\p{L}+ )?(?:mensch(?:en)?|bot)|ruf(?:t|en sie)? mich (?:zurück|an)|kein(?:en)? (?:bot|roboter|maschine)`,
    ],
    status: [
      `(?:status|stand|neues|neuigkeiten|update|fortschritt)(?: \\p{L}+){0,3} ${ticket}|wie (?:ist|steht|weit)(?: [\\p{L}']+){0,6} ${ticket}|(?:ist|wurde|wird|sind|wann|was|wo|gibt es|hat)(?: [\\p{L}']+){0,5} (?:mein|meine|meinem|meinen|meiner|unser|unserem|unsere) (?:\\p{L}+ )?${ticket}`,
      'gibt(?:.?s| es) (?:schon |was |etwas |irgendwas )*(?:neues|neuigkeiten|updates?)|schon (?:was |etwas )?(?:neues|neuigkeiten)|wie ist der (?:aktuelle )?stand|wie weit seid ihr|ticketstatus|warte (?:immer )?noch|wann (?:ist|wird) (?:das|es) (?:fertig|behoben|gelöst)',
    ],
    outOfScope: [
      'wetter|regen|regnet|schnee|pizza|mittagessen|essen|hunger|restaurant|rezept|kochen|bier|taxi|flug|hotel|kino|film|lied|musik|witz|fußball|sport|lotto|horoskop|aktienkurs|kühlschrank|waschmaschine|spülmaschine|geschirrspüler|backofen|herd|mikrowelle|fernseher|auto|fahrrad|heizung|toilette|hauptstadt|bundeskanzler(?:in)?|sinn des lebens|wie (?:spät|viel uhr)|welcher tag|hausaufgaben|gedicht|politik|wahl',
    ],
  },
  fillers:
    'und oder aber der die das den dem ein eine einen ist es für sehr so viel vielen noch mal schon alle zusammen liebe lieber leute team ich du sie ihr wir mir dir euch ihnen uns mich dich auch hier da dann jetzt nun bitte gut super prima toll klasse perfekt okay ok hilfe schnelle alles klar ja wieder läuft geht nochmal war heute sehr schön lieb von okay',
  things:
    'anmeldung anwendung app ausweis bildschirm browser büro datei dateien datenbank drucker drucken server software laptop notebook rechner computer pc monitor maus tastatur headset kamera mikrofon ton kabel netzteil akku internet intranet netz netzwerk wlan vpn mail e-mail email outlook postfach kalender teams telefon handy diensthandy passwort kennwort konto zugang zugriff berechtigung lizenz ordner laufwerk freigabe scanner beamer toner token update signatur rechnung excel word sap system programm webseite dienstausweis',
  kinds: {
    incident: [
      'nicht(?: mehr)?|kein(?:e|en|er)?(?: mehr)?|geht nicht|funktioniert nicht|fehler(?:meldung)?|kaputt|defekt|gestört|störung|ausgefallen|ausfall|abgestürzt|stürzt|absturz|hängt|eingefroren|langsam|bricht|abbruch|abgebrochen|gesperrt|ausgesperrt|abgelaufen|verloren|weg|verschwunden|gestohlen|geklaut|virus|phishing|gehackt|offline|problem(?:e)?|schwarz|tot|spinnt|streikt|verweigert|unmöglich|papierstau|leer',
    ],
    request: [
      'brauche[n]?|bräuchte[n]?|benötige[n]?|möchte[n]?|hätte[n]? gern|wünsche|beantrage[n]?|bitte|bestell(?:e|en|ung)|installier(?:e|en|t)|einrichten|richte|anlegen|freischalten|freigabe|freigeben|zurücksetzen|zugriff auf|zugang zu|berechtigung(?:en)?|lizenz(?:en)?|neue[rsn]? (?:laptop|rechner|handy|monitor|maus|tastatur|konto|mitarbeiter(?:in)?|kollege|kollegin)|ersatz|vergessen|entsperren|(?:kann|könnte|darf) ich|(?:kannst|könnt|können) (?:du|ihr|sie)',
    ],
    question: [
      '^(?:hallo |hi |moin )?(?:wie|was|welche[rsn]?|wo|wann|warum|wieso|wer|gibt|kann man|darf man|muss man|ist es|hat jemand|weiß jemand)|wie (?:kann|mache|geht|bekomme|komme|richte)|ist es möglich|gibt es|frage|empfehlung|empfehlen|alternative[n]?|unterschied|anleitung|erklären',
    ],
    problem: [
      'ursache|immer wieder|jedes mal|jeden tag|ständig|wiederkehrend|wiederholt|schon wieder|zum 0\\.? mal|dauerhaft(?:e lösung)?|bekannter fehler',
    ],
    change: [
      'änderungsantrag|wartungsfenster|geplante (?:wartung|änderung|abschaltung)|umstellung|migration|migrieren|deployment|ausrollen|rollout|firewall-?regel|inbetriebnahme|abschalten|umzug des servers',
    ],
  },
  facts: {
    errorText: ['fehler(?:meldung|code|text)?(?: 0)?|meldung|steht|code 0|0x0\\w*|„[^“]{4,}“|"[^"]{4,}"'],
    since: [
      'seit|gestern|heute|vorhin|eben|gerade|letzte (?:nacht|woche)|vor (?:0|ein|einer|einem|zwei|drei) ?\\p{L}*|nach dem|nachdem|montag|dienstag|mittwoch|donnerstag|freitag|0 uhr',
    ],
    affected: [
      'alle|allen|jeder|niemand|keiner|mehrere|kollegen|team|abteilung|nur (?:ich|bei mir)|mein(?:e[mnr]?)?|bei mir|ich|nutzer',
    ],
    forWhom: [
      'für (?:mich|meine[nm]?|unsere[nm]?|uns|ihn|sie|den|die|eine[nm]?|neue[nm]?)|für @mail|ich|mir|mein(?:e[mnr]?)?|neue[rn]? (?:mitarbeiter(?:in)?|kollege[n]?|kollegin)|wir',
    ],
  },
};
