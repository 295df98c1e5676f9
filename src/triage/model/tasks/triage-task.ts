import { z } from 'zod';
import type { DeskConfig } from '../../../config/desk-config.ts';
import { type Level, ticketKinds } from '../../../tickets/ticket.ts';
import { acts, facts, type IssueKind } from '../../assistant.ts';
import type { ModelTask } from '../model-task.ts';
import { triagePrompt } from '../prompts/triage-prompt.ts';
import type { SameLanguage } from '../same-language.ts';

/** An earlier message and what it turned out to be: a solved ticket that everybody may see. */
export interface TriageExample {
  readonly text: string;
  readonly kind: IssueKind;
  readonly service?: string | undefined;
  readonly team?: string | undefined;
}

const kinds = [...ticketKinds, 'question'] as const satisfies readonly IssueKind[];
const levels = z.literal([1, 2, 3] satisfies readonly Level[]);
/** Half sure, where a server leaves it out. */
const confidence = z.number().min(0).max(1).default(0.5);

/** ISO 639-1: those of Europe, and the most spoken beyond. */
const languages =
  'en de es fr pt it nl pl sv da no fi is cs sk hu ro bg el hr sl sr et lv lt ga tr uk ru ar he fa hi bn ur ta th vi id ms zh ja ko sw'.split(
    ' ',
  );

/** What a model says of a message; services and teams are ids of the desk. */
export type ModelTriage = z.output<ReturnType<typeof shapeFor>>;

function shapeFor({ services, teams }: DeskConfig) {
  return z.object({
    act: z.enum(acts),
    kind: z.enum(kinds),
    service: oneOfIds(services),
    team: oneOfIds(teams),
    impact: levels,
    urgency: levels,
    title: z.string(),
    language: z.enum(languages),
    missing: z.array(z.enum(facts)).default([]),
    confidence: z
      .object({
        ...{ act: confidence, kind: confidence, service: confidence, team: confidence },
        ...{ impact: confidence, urgency: confidence },
      })
      .prefault({}),
  });
}

/** A closed list: what the desk does not have is no answer. */
function oneOfIds(known: readonly { readonly id: string }[]) {
  const ids = known.map(({ id }) => id);
  return ids.length === 0 ? z.null() : z.enum(ids).nullable();
}

/** What is read of a message. */
const longestText = 4000;
const longestExample = 300;
const longestTitle = 120;

interface TriageMatter {
  readonly words: string;
  readonly config: DeskConfig;
  readonly examples: readonly TriageExample[];
  readonly language: SameLanguage;
}

export function triageTask({ words, config, examples, language }: TriageMatter) {
  return {
    purpose: 'triage',
    name: 'triage',
    instructions: triagePrompt(deskOf(config)),
    data: {
      message: words.slice(0, longestText),
      similarSolvedTickets: examples.map(({ text, kind, service = null, team = null }) => ({
        ...{ text: text.slice(0, longestExample), kind, service, team },
      })),
    },
    shape: shapeFor(config),
    maxTokens: 500,
    read: async (answer) => ((await isOf(answer, words, language)) ? { value: withTitle(answer) } : undefined),
  } satisfies ModelTask<ReturnType<typeof shapeFor>, ModelTriage>;
}

function deskOf({ services, teams }: DeskConfig) {
  return {
    services: services.map(({ id, name, keywords, team }) => ({ id, name, keywords, team })),
    teams: teams.map(({ id, name }) => ({ id, name })),
  };
}

/** A title in another language than the message, or a language that it surely is not written in, is no answer. */
async function isOf({ title, language: told }: ModelTriage, words: string, language: SameLanguage): Promise<boolean> {
  if (title.trim() === '') return false;
  return (await language.isIn(words, told)) && (await language.isIn(title, told));
}

function withTitle(answer: ModelTriage): ModelTriage {
  const title = answer.title.replace(/\s+/g, ' ').trim().slice(0, longestTitle);
  return { ...answer, title };
}
