import type {
  CalendarConfig,
  ChannelConfig,
  DeskConfig,
  DigestConfig,
  ServiceConfig,
  ServiceLevelConfig,
} from './desk-config.ts';
import type { DeskFile } from './desk-file-schema.ts';
import { dayIds, readDuration } from './time-words.ts';

/** Fills in everything that a checked desk.yaml leaves out. */
export function toDeskConfig(file: DeskFile): DeskConfig {
  const desk = { name: 'IT Help', timeZone: 'UTC', locale: 'en', ...file.desk };
  const firstTeam = file.teams[0]?.id ?? '';
  return {
    desk,
    people: { admins: [], managers: [], ...file.people },
    teams: file.teams.map((team) => ({ ...team, name: team.name ?? team.id })),
    services: (file.services ?? []).map((service) => toService(service, firstTeam)),
    channels: (file.channels ?? []).map((channel) => toChannel(channel, firstTeam)),
    priorities: file.priorities ?? { matrix: { 1: ['P1', 'P2', 'P3'], 2: ['P2', 'P3', 'P4'], 3: ['P3', 'P4', 'P4'] } },
    calendars: toCalendars(file.calendars ?? [], desk.timeZone),
    serviceLevels: file.serviceLevels?.map(toServiceLevel) ?? standardServiceLevels,
    holdReasons: { requester: 'paused', vendor: 'paused', change: 'runs', scheduled: 'paused', ...file.holdReasons },
    parkedAtMostMs: {},
    claimAnswers: false,
    groups: [],
    vendors: [],
    nudges: {},
    promises: { remindBeforeMs: ms('15m') },
    reminders: file.reminders?.map(({ at, ...rest }) => ({ atPercent: at, ...rest })) ?? standardReminders,
    ...(file.quietHours === undefined ? {} : { quietHours: file.quietHours }),
    reopenWithinMs: file.reopenWithin ?? ms('7d'),
    autoCloseAfterMs: file.autoClose?.after ?? ms('3d'),
    ...(file.survey === undefined ? {} : { survey: toSurvey(file.survey) }),
    digests: (file.digests ?? []).map((digest) => toDigest(digest, desk.timeZone)),
    retention: {
      closedTicketsMs: file.retention?.closedTickets ?? ms('730d'),
      messagesMs: file.retention?.messages ?? ms('730d'),
    },
    reaction: file.reaction ?? 'ticket',
  };
}

type Entry<K extends keyof DeskFile> = NonNullable<DeskFile[K]> extends readonly (infer E)[] ? E : never;

function ms(text: string): number {
  return readDuration(text) ?? Number.NaN;
}

const standardServiceLevels: readonly ServiceLevelConfig[] = [
  {
    id: 'p1',
    when: { priority: 'P1' },
    calendar: 'always',
    respondMs: ms('15m'),
    updateMs: ms('1h'),
    resolveMs: ms('4h'),
  },
  { id: 'standard', when: {}, calendar: 'always', respondMs: ms('4h'), resolveMs: ms('24h') },
];

const standardReminders: DeskConfig['reminders'] = [
  { atPercent: 50, tell: ['assignee'] },
  { atPercent: 75, tell: ['assignee', 'team'] },
  { atPercent: 90, tell: ['lead'] },
  { atPercent: 100, tell: ['lead', 'manager'], escalate: 'up' },
];

function toService(service: Entry<'services'>, firstTeam: string): ServiceConfig {
  const keywords = [...new Set(service.keywords.map((keyword) => keyword.toLowerCase()))];
  return { ...service, name: service.name ?? service.id, team: service.team ?? firstTeam, keywords };
}

function toChannel({ team, open, ...place }: Entry<'channels'>, firstTeam: string): ChannelConfig {
  return { place, team: team ?? firstTeam, open };
}

/** A calendar `always` is there even when the file names others, because levels without a calendar use it. */
function toCalendars(calendars: readonly Entry<'calendars'>[], timeZone: string): readonly CalendarConfig[] {
  const named = calendars.map((calendar) => ({ timeZone, ...calendar }));
  if (named.some(({ id }) => id === 'always')) return named;
  return [{ id: 'always', timeZone, open: '24x7', holidays: { dates: [] } }, ...named];
}

function toServiceLevel({ respond, update, resolve, ...level }: Entry<'serviceLevels'>): ServiceLevelConfig {
  return {
    ...level,
    ...(respond === undefined ? {} : { respondMs: respond }),
    ...(update === undefined ? {} : { updateMs: update }),
    ...(resolve === undefined ? {} : { resolveMs: resolve }),
  };
}

function toSurvey({ after, remindAfter }: NonNullable<DeskFile['survey']>) {
  return {
    afterMs: after ?? ms('1h'),
    remindAfterMs: remindAfter ?? ms('2d'),
    atMostEveryMs: ms('14d'),
    isAnonymous: false,
    lowScore: 2,
  };
}

function toDigest({ days, ...digest }: Entry<'digests'>, timeZone: string): DigestConfig {
  return { timeZone, every: 'day', lateAtMostMs: ms('3h'), ...digest, days: days ?? dayIds.slice(0, 5) };
}
