import type { Block } from '../chat/card.ts';
import { type Span, spansOf, type Text } from '../chat/text.ts';
import type { Explanation, ExplanationLine } from '../sla/explain.ts';
import type { Act } from '../sla/moment.ts';
import type { WaitingFor } from '../sla/phases.ts';
import { duration } from '../words/durations.ts';
import { dateSpan } from './dates.ts';
import { personSpan, quiet } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

interface Frame {
  /** Who reads it. */
  readonly reader: string;
  /** Beyond so many the earliest are only counted. */
  readonly mostLines: number;
}

/** The story of a clock, a line for each thing that happened to it, the latest last. */
export function storyBlocks(
  { lines }: Explanation,
  { reader, mostLines }: Frame,
  context: ViewContext,
): readonly Block[] {
  const earlier = Math.max(0, lines.length - mostLines);
  const told = lines.slice(earlier).map((line) => spansOf(storyLine(line, reader, context)));
  const all = [...(earlier > 0 ? [spansOf(context.words.explanation.earlier(earlier))] : []), ...told];
  // Small print: dates take a third of the room there that they take elsewhere in Slack.
  return [quiet(all.flatMap((line, index) => (index === 0 ? line : ['\n', ...line])))];
}

/** Everybody whom the story names. */
export function peopleInStory({ lines }: Explanation): readonly string[] {
  return lines.flatMap((line) => [
    ...('by' in line && line.by !== 'desk' ? [line.by] : []),
    ...(line.tells === 'paused' && line.waitingFor?.person ? [line.waitingFor.person] : []),
  ]);
}

function storyLine(line: ExplanationLine, reader: string, context: ViewContext): Text {
  const { explanation } = context.words;
  switch (line.tells) {
    case 'started':
    case 'resumed':
    case 'startedAnew':
    case 'stopped':
      return dated(line.at, explanation[line.tells](act(line, context)), context);
    case 'retargeted':
      return dated(line.at, retargeted(line, context), context);
    case 'breached':
      return dated(line.at, explanation.breached, context);
    case 'counted':
      return counted(line, context);
    case 'paused':
      return paused(line, reader, context);
  }
}

function dated(at: Date, what: Text, context: ViewContext): Text {
  return [dateSpan(at, 'dateTime', context), ' · ', ...spansOf(what)];
}

function act({ because, by }: { readonly because: Act; readonly by: string }, context: ViewContext): Text {
  const { explanation, history } = context.words;
  const person: Span = personSpan(by, context);
  switch (because) {
    case 'assign':
    case 'hold':
    case 'escalateTeam':
    case 'resolve':
    case 'prioritise':
    case 'merge':
      return explanation.acts[because](person);
    case 'open':
    case 'claim':
    case 'takeBack':
    case 'resume':
    case 'reopen':
    case 'close':
    case 'cancel':
    case 'edit':
    case 'reply':
    case 'hear':
      return history[because](person);
    default:
      return explanation.acts.other(person);
  }
}

/** The day is not said again. */
function endSpan(from: Date, to: Date, context: ViewContext): Span {
  const [first, last] = [from, to].map((at) => dateSpan(at, 'date', context).fallback);
  return dateSpan(to, first === last ? 'time' : 'dateTime', context);
}

type Retargeted = Extract<ExplanationLine, { readonly tells: 'retargeted' }>;

function retargeted(line: Retargeted, context: ViewContext): Text {
  const { retargeted: became, levelChanged } = context.words.explanation;
  const { from, to } = line;
  const what = act(line, context);
  return from.targetMs === to.targetMs
    ? levelChanged(what, from.policy, to.policy)
    : became(what, duration(from.targetMs), duration(to.targetMs));
}

type Counted = Extract<ExplanationLine, { readonly tells: 'counted' }>;

function counted({ from, to, workingMs }: Counted, context: ViewContext): Text {
  const { explanation } = context.words;
  const [begin, time] = [dateSpan(from, 'dateTime', context), duration(workingMs)];
  return to ? explanation.counted(begin, endSpan(from, to, context), time) : explanation.counting(begin, time);
}

type Paused = Extract<ExplanationLine, { readonly tells: 'paused' }>;

function paused({ from, to, workingMs, waitingFor, by }: Paused, reader: string, context: ViewContext): Text {
  const { explanation } = context.words;
  const begin = dateSpan(from, 'dateTime', context);
  const time = to ? duration(workingMs) : explanation.soFar(duration(workingMs));
  const what = explanation.pausedBy(pausedFor(waitingFor, time, reader, context), personSpan(by, context));
  return to ? explanation.during(begin, endSpan(from, to, context), what) : explanation.since(begin, what);
}

function pausedFor(waitingFor: WaitingFor | undefined, time: string, reader: string, context: ViewContext): Text {
  const { requester, you, vendor, someVendor, change, scheduled } = context.words.explanation.pausedFor;
  switch (waitingFor?.reason) {
    case 'requester': {
      const person = waitingFor.person ?? reader;
      return person === reader ? you(time) : requester(time, context.person(person));
    }
    case 'vendor':
      return waitingFor.vendor === undefined ? someVendor(time) : vendor(time, context.vendorName(waitingFor.vendor));
    case 'change':
      return change(time);
    default:
      return scheduled(time);
  }
}
