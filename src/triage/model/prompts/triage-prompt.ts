/** The desk's own lists stand beside the task: they come from desk.yaml, not from whoever writes. */
export function triagePrompt(desk: unknown): string {
  return `Task: triage. Say what the text "message" is about, which an employee wrote to the desk.
"act": what the person wants: "issue" something is wrong or needed, "help" wants help without saying with what, "status" asks how an earlier request stands, "human" wants to talk to a person, "reply" only answers a question, "outOfScope" nothing that an IT service desk does, and "greeting", "thanks", "goodbye", "praise", "smallTalk".
"kind": "incident" something that worked does not, "request" something new is wanted, "question" how to do something, "problem" the cause behind several incidents, "change" a planned change.
"service" and "team": ids of the lists below; null when the message does not tell.
"impact": 1 many people or the whole business, 2 a team, 3 one person. "urgency": 1 work stands still, 2 work is hindered, 3 it can wait.
"title": at most 80 characters in the language of the message, what an agent wants to read in a list.
"language": of the message, ISO 639-1.
"missing": what an agent would have to ask next; empty when nothing is.
"confidence": 0 to 1 for each; of a hundred answers with 0.8, eighty should be right.
"similarSolvedTickets" show how this desk sorted earlier messages.
Desk: ${JSON.stringify(desk)}`;
}
