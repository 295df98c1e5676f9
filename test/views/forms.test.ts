import { describe, expect, it } from '@jest/globals';
import { type FormId, formIds } from '../../src/chat/actions.ts';
import type { Field, Form } from '../../src/chat/form.ts';
import { assignForm } from '../../src/views/forms/assign-form.ts';
import { editForm } from '../../src/views/forms/edit-form.ts';
import { newIssueForm } from '../../src/views/forms/new-issue-form.ts';
import { priorityForm } from '../../src/views/forms/priority-form.ts';
import { replyForm } from '../../src/views/forms/reply-form.ts';
import { aContext } from './a-context.ts';
import { aTicket } from './a-ticket.ts';
import { formsOf, services, teams } from './all-views.ts';

type Input = Exclude<Field, { kind: 'note' }>;

/** Each form's fields; `?` after those that may stay empty. */
const fields: Readonly<Record<FormId, readonly string[]>> = {
  'issue.new': ['description', 'service?', 'urgency?', 'confidential?'],
  'ticket.assign': ['person?', 'team?'],
  'ticket.reply': ['note', 'by?', 'save?'],
  'ticket.note': ['note'],
  'ticket.hold': ['reason', 'vendor?', 'note?', 'until?'],
  'ticket.escalate': ['to', 'note?'],
  'ticket.resolve': ['code', 'note'],
  'ticket.reopen': ['note?'],
  'ticket.priority': ['impact', 'urgency', 'priority?', 'reason?'],
  'ticket.cancel': ['reason'],
  'ticket.promise': ['by'],
  'ticket.snooze': ['until'],
  'ticket.edit': ['title', 'kind', 'service?'],
  'ticket.link': ['kind', 'key'],
  'ticket.merge': ['key'],
  'ticket.split': ['title', 'description'],
  'ticket.stillBroken': ['note?'],
  'outage.declare': ['title', 'impact', 'update?'],
  'article.keep': ['title', 'body', 'service?', 'audience', 'reviewOn?', 'url?', 'publish?'],
  'survey.comment': ['comment'],
  'duty.away': ['until'],
};

function inputsOf(form: Form): readonly Input[] {
  return form.fields.filter((field): field is Input => field.kind !== 'note');
}

function formWith(id: FormId, locale = 'en'): Form {
  const form = formsOf(aTicket(), aContext(locale)).find((one) => one.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
}

function choicesOf(id: FormId, name: string): readonly string[] {
  const field = inputsOf(formWith(id)).find((one) => one.name === name);
  return field?.kind === 'choice' ? field.options.map(({ value }) => value) : [];
}

describe.each(['en', 'de'])('every form in %s', (locale) => {
  it.each(formIds)('asks for what its flow needs and no more: %s', (id) => {
    const named = inputsOf(formWith(id, locale)).map(({ name, optional }) => (optional ? `${name}?` : name));

    expect(named).toEqual(fields[id]);
  });

  it.each(formIds)('keeps to what platforms show: %s', (id) => {
    const form = formWith(id, locale);

    expect(form.title.length).toBeLessThanOrEqual(24);
    expect(form.title).not.toContain('…');
    expect(Math.max(form.submit.length, form.cancel.length)).toBeLessThanOrEqual(24);
    for (const field of inputsOf(form)) {
      if (field.kind === 'text') expect(field.maxLength).toBeLessThanOrEqual(3000);
      if (field.kind !== 'choice') continue;
      expect(field.options.length).toBeGreaterThan(0);
      expect(field.options.every(({ value, label }) => value.length <= 140 && label.length <= 75)).toBe(true);
      if (field.value !== undefined) expect(field.options.map(({ value }) => value)).toContain(field.value);
    }
  });
});

describe('the forms of a ticket', () => {
  it('give its key back', () => {
    const forms = formsOf(aTicket(), aContext()).filter(({ id }) => id.startsWith('ticket.'));
    for (const form of forms) expect(form.value).toBe('INC-42');
  });

  it.each(['ticket.note', 'ticket.hold', 'ticket.escalate', 'ticket.resolve', 'ticket.reopen'] satisfies FormId[])(
    'call their note "Note": %s',
    (id) => {
      expect(inputsOf(formWith(id)).find(({ name }) => name === 'note')?.label).toBe('Note');
    },
  );

  it('say to whom a reply goes, also when the name is long', () => {
    const long = {
      ...aContext(),
      person: () => ({ kind: 'mention', refs: [], name: 'Maximiliana-Alexandra' }) as const,
    };

    expect(formWith('ticket.reply')).toMatchObject({
      title: 'Reply to Dana',
      fields: [{ name: 'note', label: 'Reply' }, { name: 'by' }, { name: 'save' }],
    });
    expect(replyForm(aTicket(), long).title).toBe('Reply to Maximiliana-Al…');
  });

  it('offer other teams only', () => {
    expect(choicesOf('ticket.escalate', 'to')).toEqual(['team:net', 'up']);
    expect(choicesOf('ticket.assign', 'team')).toEqual(['net']);
  });

  it('need a person where there is no other team', () => {
    const [person, ...rest] = inputsOf(assignForm(aTicket(), teams.slice(0, 1), aContext()));

    expect(person).toMatchObject({ name: 'person' });
    expect(person?.optional).toBeUndefined();
    expect(rest).toEqual([]);
  });

  it('leave out the service where the desk has none', () => {
    const names = (form: Form) => inputsOf(form).map(({ name }) => name);

    expect(names(newIssueForm([], aContext()))).not.toContain('service');
    expect(names(editForm(aTicket(), [], aContext()))).not.toContain('service');
  });

  it('begin with what is known', () => {
    const ticket = aTicket({ impact: 1, urgency: 3, priority: 'P1', priorityReason: 'The board meets' });

    expect(priorityForm(ticket, aContext()).fields).toMatchObject([
      { value: '1' },
      { value: '3' },
      { value: 'P1' },
      { value: 'The board meets' },
    ]);
    expect(priorityForm(aTicket(), aContext()).fields[2]).toMatchObject({ value: 'computed' });
    expect(editForm(aTicket(), services, aContext()).fields).toMatchObject([
      { value: 'VPN is down' },
      { value: 'incident' },
      { value: 'vpn' },
    ]);
    expect(newIssueForm(services, aContext(), { description: 'Help', service: 'vpn' }).fields).toMatchObject([
      { value: 'Help' },
      { value: 'vpn' },
      {},
      {},
    ]);
  });
});
