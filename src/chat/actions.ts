/** Everything a button, menu or shortcut can ask for. The router maps each one to a flow; a missing one does not compile. */
export const actionIds = [
  'issue.new', // opens the form; Slack's global shortcut `new_issue`
  'issue.instead', // words that were added to a ticket are an issue of their own; value is `<key> <message>`
  'issue.raise', // on somebody's message; Slack's message shortcut `raise_issue`
  'ticket.show',
  'ticket.explain', // why it is due when it is
  'ticket.claim',
  'ticket.assign',
  'ticket.takeBack',
  'ticket.reply',
  'ticket.note',
  'ticket.send', // an internal note goes to the requester
  'help.suggest', // a reply
  'help.use', // the suggestion goes to the requester; value is `<key> <draft>`
  'help.edit', // the same, in the form for a reply
  'help.summary',
  'help.sendTranslation', // stands under the agent's words; value is `<key> <draft>`
  'ticket.hold',
  'ticket.resume',
  'ticket.escalate',
  'ticket.resolve',
  'ticket.reopen',
  'ticket.priority',
  'ticket.cancel', // by an agent, with a reason
  'ticket.withdraw', // Cancel, by the requester, who needs none
  'ticket.edit',
  'ticket.promise', // an update by a time
  'ticket.promiseAt', // what was written was a promise; value is `<key> <instant>`
  'ticket.snooze',
  'ticket.watch',
  'ticket.unwatch',
  'ticket.link',
  'ticket.merge',
  'ticket.split',
  'ticket.confirm', // It's fixed
  'ticket.stillBroken',
  'answer.solved', // That solved it
  'answer.failed', // It did not
  'article.make', // from a resolved ticket
  'article.edit', // value is the article's id, as in the next two
  'article.publish',
  'article.retire',
  'digest.list', // the tickets behind a figure; value is `<digest> <edition> <figure> <page>`
  'digest.mute', // value is `<digest> <edition>`
  'digest.unmute',
  'ticket.list', // one page of a list; value is `<list>:<page>`
  'duty.away', // asks until when
  'duty.back',
  'duty.handOverAll', // what somebody holds who is away; value is the person's id
  'alike.join', // Me too: this ticket is one report of another
  'alike.other', // Something else
  'outage.join', // Me too, on an outage's status card; value is its key
  'outage.declare', // value is the possible outage
  'outage.dismiss',
  'triage.yes', // what triage suggested is so
  'triage.change',
  'triage.tell', // the requester told what was missing; value is `<key> <fact> <answer>`
  'secret.ask', // Send a secret: the requester is asked to enter one
  'secret.offer', // somebody wants to enter one; value is a ticket's key, or `mine`
  'secret.open', // value is `<drop> <key>`
  'survey.rate', // value as in src/surveys/question.ts
  'survey.comment',
] as const;
export type ActionId = (typeof actionIds)[number];

/** Everything a form can bring back. */
export const formIds = [
  'issue.new',
  'ticket.assign',
  'ticket.reply',
  'ticket.note',
  'ticket.hold',
  'ticket.escalate',
  'ticket.resolve',
  'ticket.reopen',
  'ticket.priority',
  'ticket.cancel',
  'ticket.promise',
  'ticket.snooze',
  'ticket.edit',
  'ticket.link',
  'ticket.merge',
  'ticket.split',
  'ticket.stillBroken',
  'outage.declare',
  'article.keep', // value is `<version that was seen> <id>`
  'survey.comment',
  'duty.away',
] as const;
export type FormId = (typeof formIds)[number];
