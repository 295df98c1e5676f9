import { type Act, acts, type IssueKind } from './assistant.ts';

/**
 * The act that a label of a labelled file stands for, by the usual names of such labels, however they are written:
 * `incident_status`, `IncidentStatus`. Every other label is an issue.
 */
export function actOfIntent(intent: string): Act {
  const name = intent
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replaceAll(/[\s.-]+/gu, '_');
  return usual.get(name) ?? acts.find((act) => act.toLowerCase() === name.replaceAll('_', '')) ?? 'issue';
}

const names: Readonly<Record<Exclude<Act, 'issue'>, string>> = {
  greeting: 'greet greetings hello hi welcome',
  thanks: 'thank thank_you thankyou gratitude',
  goodbye: 'bye good_bye farewell',
  status:
    'incident_status ticket_status request_status issue_status order_status check_status status_check get_status status_question',
  human:
    'human_handoff handoff handover human_handover agent live_agent talk_to_human talk_to_agent speak_to_agent escalate_to_human contact_human',
  praise: 'compliment positive_feedback',
  smallTalk: 'bot_challenge chitchat chit_chat small_talk are_you_a_bot who_are_you about_bot joke',
  reply: 'affirm deny inform yes no confirm negate provide_info answer cancel',
  help: 'open_incident open_ticket create_ticket create_incident new_ticket report_issue raise_ticket capabilities menu start_over get_help',
  outOfScope: 'out_of_scope oos off_topic nlu_fallback fallback',
};
const usual = new Map(
  acts.flatMap((act) => (act === 'issue' ? [] : names[act].split(' ').map((name): [string, Act] => [name, act]))),
);

const kinds: Readonly<Record<string, IssueKind>> = {
  incident: 'incident',
  request: 'request',
  'service request': 'request',
  question: 'question',
  problem: 'problem',
  change: 'change',
};

/** The kind that a file's `type` names; undefined for what is none of ours. */
export function kindOfType(type: string): IssueKind | undefined {
  return kinds[type.toLowerCase().replaceAll(/[_-]/gu, ' ')];
}
