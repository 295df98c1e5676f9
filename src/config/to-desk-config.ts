import type {
  CalendarConfig,
  ChannelConfig,
  DeskConfig,
  HoldReasonId,
  ServiceConfig,
  ServiceLevelConfig,
  TeamConfig,
} from './desk-config.ts';
import type { DeskFile } from './desk-file-schema.ts';
import { readDuration } from './time-words.ts';
import { toAssistant } from './to-assistant.ts';
import { toFollowUps } from './to-follow-ups.ts';
import { toKnowledge } from './to-knowledge.ts';
import { toOutages } from './to-outages.ts';
import { toSecrets } from './to-secrets.ts';

/** Fills in everything that a checked desk.yaml leaves out. */
export function toDeskConfig(file: DeskFile): DeskConfig {
  const desk = { name: 'IT Help', timeZone: 'UTC', locale: 'en', ...file.desk };
  const firstTeam = file.teams[0]?.id ?? '';
  return {
    desk,
    people: { admins: [], managers: [], ...file.people },
    teams: file.teams.map((team) => toTeam(team, desk.timeZone)),
    services: (file.services ?? []).map((service) => toService(service, firstTeam)),
    channels: (file.channels ?? []).map((channel) => toChannel(channel, firstTeam)),
    priorities: file.priorities ?? { matrix: { 1: ['P1', 'P2', 'P3'], 2: ['P2', 'P3', 'P4'], 3: ['P3', 'P4', 'P4'] } },
    calendars: toCalendars(file.calendars ?? [], desk.timeZone),
    serviceLevels: file.serviceLevels?.map(toServiceLevel) ?? standardServiceLevels,
    ...toHolds(file.holdReasons ?? {}),
    claimAnswers: file.claimAnswers,
    groups: (file.groups ?? []).map((group) => ({ ...group, name: group.name ?? group.id })),
    vendors: (file.vendors ?? []).map((vendor) => ({ ...vendor, name: vendor.name ?? vendor.id })),
    reminders: file.reminders?.map(({ at, ...rest }) => ({ atPercent: at, ...rest })) ?? standardReminders,
    ...(file.quietHours === undefined ? {} : { quietHours: file.quietHours }),
    reopenWithinMs: file.reopenWithin ?? ms('7d'),
    autoCloseAfterMs: file.autoClose?.after ?? ms('3d'),
    ...toFollowUps(file, desk.timeZone),
    ...toOutages(file),
    retention: {
      closedTicketsMs: file.retention?.closedTickets ?? ms('730d'),
      messagesMs: file.retention?.messages ?? ms('730d'),
    },
    reaction: file.reaction ?? 'ticket',
    assistant: toAssistant(file.assistant),
    ...toKnowledge(file),
    ...toSecrets(file),
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

function toTeam({ shifts, ...team }: Entry<'teams'>, timeZone: string): TeamConfig {
  return {
    ...team,
    name: team.name ?? team.id,
    ...(shifts === undefined ? {} : { shifts: shifts.map((shift) => ({ timeZone, ...shift })) }),
  };
}

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

const holdReasonIds = ['requester', 'vendor', 'change', 'scheduled'] as const satisfies readonly HoldReasonId[];

const standardHolds: DeskConfig['holdReasons'] = {
  requester: 'paused',
  vendor: 'paused',
  change: 'runs',
  scheduled: 'paused',
};

/** A reason is a word for the clock, or a section that may also say how long is too long. */
function toHolds(reasons: NonNullable<DeskFile['holdReasons']>): Pick<DeskConfig, 'holdReasons' | 'parkedAtMostMs'> {
  const holdReasons: Record<HoldReasonId, 'paused' | 'runs'> = { ...standardHolds };
  const parkedAtMostMs: { -readonly [R in HoldReasonId]?: number } = {};
  for (const reason of holdReasonIds) {
    const said = reasons[reason] ?? {};
    const { clock, atMost } = typeof said === 'string' ? { clock: said, atMost: undefined } : said;
    if (clock !== undefined) holdReasons[reason] = clock;
    if (atMost !== undefined) parkedAtMostMs[reason] = atMost;
  }
  return { holdReasons, parkedAtMostMs };
}
