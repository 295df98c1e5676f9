import { spansOf } from '../../chat/text.ts';
import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('de');

/** When something is due, in German. */
export const timeWords: Words['time'] = {
  labels: { due: 'Fällig', paused: 'Angehalten', verdict: 'Zusage' },
  states: { inTime: 'im Plan', dueSoon: 'bald fällig', overdue: 'überfällig' },
  due: {
    respond: (date, state) => ['Antwort bis ', date, ` · ${state}`],
    update: (date, state) => ['Rückmeldung bis ', date, ` · ${state}`],
    resolve: (date, state) => ['Lösung bis ', date, ` · ${state}`],
  },
  paused: (left, reason) => `Lösung, noch ${left} · ${reason}`,
  pausedLate: (since, reason) => ['Lösung, überfällig seit ', since, ` · ${reason}`],
  verdicts: {
    respond: { met: 'Antwort: eingehalten', missed: 'Antwort: verfehlt' },
    update: { met: 'Rückmeldung: eingehalten', missed: 'Rückmeldung: verfehlt' },
    resolve: { met: 'Lösung: eingehalten', missed: 'Lösung: verfehlt' },
  },
  promised: {
    respond: (date, state) => ['erste Antwort bis ', date, ` · ${state}`],
    update: (date, state) => ['nächste Nachricht bis ', date, ` · ${state}`],
    resolve: (date, state) => ['gelöst bis ', date, ` · ${state}`],
  },
  promisePaused: (left, reason) => `noch ${left} bis zur Lösung · ${reason}`,
  promisePausedLate: (since, reason) => ['überfällig seit ', since, ` · ${reason}`],
  waitingForYou: 'wartet auf dich',
  waitingForVendor: (vendor) => `wartet auf ${vendor}`,
  dueAt: (date) => ['fällig ', date],
  overdueSince: (date) => ['überfällig seit ', date],
};

/** Why a clock shows what it shows, in German. */
export const explanationWords: Words['explanation'] = {
  none: (key) => `Für ${key} gilt keine Zusage: Es ist zu keiner bestimmten Zeit fällig.`,
  targets: { respond: 'Erste Antwort', update: 'Rückmeldungen', resolve: 'Lösung' },
  agreed: (target, partner) => `${target}, vereinbart mit ${partner}`,
  agreedTowards: (target, team, other) => `${target}, von ${team} vereinbart mit ${other}`,
  fits: {
    kind: (kind) => `Art ${kind}`,
    priority: (priority) => `Priorität ${priority}`,
    service: (service) => `Dienst ${service}`,
    team: (team) => `Team ${team}`,
    group: (group) => `Gruppe ${group}`,
  },
  promise: {
    respond: (time, hours, fits) => `Antwort binnen ${time} der Zeit von „${hours}“, wegen ${fits}.`,
    update: (time, hours, fits) => `Rückmeldung jeweils binnen ${time} der Zeit von „${hours}“, wegen ${fits}.`,
    resolve: (time, hours, fits) => `Lösung binnen ${time} der Zeit von „${hours}“, wegen ${fits}.`,
  },
  promiseToAll: {
    respond: (time, hours) => `Antwort binnen ${time} der Zeit von „${hours}“, wie bei jedem Ticket.`,
    update: (time, hours) => `Rückmeldung jeweils binnen ${time} der Zeit von „${hours}“, wie bei jedem Ticket.`,
    resolve: (time, hours) => `Lösung binnen ${time} der Zeit von „${hours}“, wie bei jedem Ticket.`,
  },
  inTime: (used, left, due) => [`Im Plan: ${used} verbraucht, noch ${left}, fällig `, due, '.'],
  dueSoon: (used, left, due) => [`Bald fällig: ${used} verbraucht, noch ${left}, fällig `, due, '.'],
  neverDue: (used, left) => `Im Plan: ${used} verbraucht, noch ${left}. So lange ist der Kalender nie offen.`,
  paused: (used, left) => `Angehalten: ${used} verbraucht, noch ${left}, sobald es weitergeht.`,
  overdue: (since, used, over) => ['Überfällig seit ', since, `: ${used} verbraucht, ${over} mehr als zugesagt.`],
  met: (used) => `Eingehalten: Es dauerte ${used}.`,
  missed: (due, used, over) => ['Verfehlt: Es war fällig ', due, ` und dauerte ${used}, ${over} mehr als zugesagt.`],
  updatesMet: 'Eingehalten: Alle Rückmeldungen kamen rechtzeitig.',
  updatesMissed: (count) =>
    plural(
      count,
      'Verfehlt: Einmal kam eine Rückmeldung zu spät.',
      `Verfehlt: ${count}-mal kam eine Rückmeldung zu spät.`,
    ),
  lateBefore: (count) =>
    plural(count, 'Davor kam einmal eine Rückmeldung zu spät.', `Davor kam ${count}-mal eine Rückmeldung zu spät.`),
  cancelled: 'Ohne Ergebnis: Das Ticket wurde abgebrochen.',
  pausedInAll: (time) => `Insgesamt angehalten: ${time}.`,
  acts: {
    assign: (by) => [by, ' hat es zugewiesen'],
    hold: (by) => [by, ' hat es zurückgestellt'],
    escalateTeam: (by) => [by, ' hat es an ein anderes Team weitergegeben'],
    resolve: (by) => [by, ' hat es gelöst'],
    prioritise: (by) => [by, ' hat die Priorität geändert'],
    merge: (by) => [by, ' hat es mit einem anderen Ticket zusammengeführt'],
    other: (by) => [by, ' hat es geändert'],
  },
  started: (what) => [...spansOf(what), '. Die Zeit begann.'],
  resumed: (what) => [...spansOf(what), '. Die Zeit lief weiter.'],
  startedAnew: (what) => [...spansOf(what), '. Die Zeit begann von vorn.'],
  stopped: (what) => [...spansOf(what), '. Die Zeit endete.'],
  retargeted: (what, from, to) => [...spansOf(what), `: Aus ${from} wurden ${to}`],
  levelChanged: (what, from, to) => [...spansOf(what), `: Statt „${from}“ gilt die Zusage „${to}“`],
  breached: 'Das Ziel wurde verfehlt.',
  counted: (from, to, time) => [from, ' bis ', to, ` · ${time} gezählt`],
  counting: (from, time) => ['Seit ', from, ` · bisher ${time} gezählt`],
  during: (from, to, what) => [from, ' bis ', to, ' · ', ...spansOf(what)],
  since: (from, what) => ['Seit ', from, ' · ', ...spansOf(what)],
  pausedFor: {
    requester: (time, person) => [`Angehalten: ${time}, gewartet auf `, person],
    you: (time) => `Angehalten: ${time}, gewartet auf dich`,
    vendor: (time, vendor) => `Angehalten: ${time}, gewartet auf ${vendor}`,
    someVendor: (time) => `Angehalten: ${time}, gewartet auf einen Lieferanten`,
    change: (time) => `Angehalten: ${time}, gewartet auf eine geplante Änderung`,
    scheduled: (time) => `Angehalten: ${time}, für später eingeplant`,
  },
  pausedBy: (what, by) => [...spansOf(what), ', durch ', by],
  soFar: (time) => `bisher ${time}`,
  earlier: (count) => `… und ${count} davor`,
  moreAgreements: (count) => plural(count, '… und eine weitere Vereinbarung', `… und ${count} weitere Vereinbarungen`),
};
