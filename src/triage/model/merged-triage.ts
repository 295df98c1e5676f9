import type { DeskConfig } from '../../config/desk-config.ts';
import { priorityOf } from '../../tickets/priority.ts';
import type { Guess, TriageResult } from '../assistant.ts';
import { isIssueAct } from '../first-sight.ts';
import type { ModelTriage } from './tasks/triage-task.ts';

/** No model is surer than that, whatever it says of itself. */
const surest = 0.97;
/** How much this machine's own guess adds where it is the same, and takes where it is another. */
const agreement = 0.5;

/**
 * What a model says of a message, laid over what this machine says: the model's word counts, the machine's makes it surer or
 * less sure. What only the machine can know (what the desk taught it) stays.
 */
export function mergedTriage(said: ModelTriage, local: TriageResult, config: DeskConfig): TriageResult {
  const { confidence } = said;
  const service = said.service === null ? undefined : guess(said.service, confidence.service, local.service);
  const team = teamOf(said, local, config);
  const impact = guess(said.impact, confidence.impact, local.impact);
  const urgency = guess(said.urgency, confidence.urgency, local.urgency);
  const { isIssue, act, kind, service: _, team: __, priority: ___, fellBack: ____, ...rest } = local;
  return {
    ...rest,
    isIssue: guess(isIssueAct(said.act), confidence.act, isIssue),
    act: guess(said.act, confidence.act, act),
    kind: guess(said.kind, confidence.kind, kind),
    ...(service ? { service } : {}),
    ...(team ? { team } : {}),
    impact,
    urgency,
    priority: {
      value: priorityOf(config.priorities.matrix, impact.value, urgency.value),
      confidence: impact.confidence * urgency.confidence,
      by: 'model',
    },
    title: said.title,
    language: guess(said.language, surest, local.language),
    missing: said.missing,
    by: 'openai',
  };
}

/** A service has its team; the model chooses one only where it names no service. */
function teamOf(said: ModelTriage, local: TriageResult, { services }: DeskConfig): Guess<string> | undefined {
  const own = services.find(({ id }) => id === said.service)?.team;
  if (own !== undefined) return guess(own, Math.max(said.confidence.service, said.confidence.team), local.team);
  return said.team === null ? undefined : guess(said.team, said.confidence.team, local.team);
}

function guess<V>(value: V, stated: number, local: Guess<V> | undefined): Guess<V> {
  const own = Math.min(surest, stated);
  if (!local) return { value, confidence: own, by: 'model' };
  const help = agreement * local.confidence;
  const confidence = local.value === value ? 1 - (1 - own) * (1 - help) : own * (1 - help / 2);
  return { value, confidence: Math.min(surest, confidence), by: 'model' };
}
