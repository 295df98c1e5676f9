import { describe, expect, it } from '@jest/globals';
import { mentionBegin, mentionEnd } from '../../../../web/playground/teams/cards/card-text.ts';
import { preparedCard } from '../../../../web/playground/teams/cards/prepare-card.ts';

const people = [{ title: 'Ben Okafor', value: 'object-1' }];
const drawn = (card: Parameters<typeof preparedCard>[0]) => preparedCard(card, 0, people);

describe('a card on its way to the renderer', () => {
  it('tells every button where it stands, also those that another one shows', () => {
    const yes = { type: 'Action.Execute', title: 'Yes' };
    const card = {
      body: [{ type: 'ActionSet', actions: [{ type: 'Action.ShowCard', card: { actions: [yes] } }] }],
      actions: [yes],
    };
    expect(drawn(card)).toMatchObject({
      body: [
        { actions: [{ id: '/0/body/0/actions/0', card: { actions: [{ id: '/0/body/0/actions/0/card/actions/0' }] } }] },
      ],
      actions: [{ id: '/0/actions/0' }],
    });
  });

  it('marks the mentions that the card lists, and no others', () => {
    const msteams = { entities: [{ type: 'mention', text: '<at>Ben</at>', mentioned: { id: '1', name: 'Ben' } }] };
    const body = [
      { type: 'TextBlock', text: '<at>Ben</at> asks <at>Dana</at>' },
      { type: 'FactSet', facts: [{ title: 'Assignee', value: '<at>Ben</at>' }] },
    ];
    expect(drawn({ body, msteams })).toMatchObject({
      body: [
        { text: `${mentionBegin}Ben${mentionEnd} asks <at>Dana</at>` },
        { facts: [{ value: `${mentionBegin}Ben${mentionEnd}` }] },
      ],
    });
  });

  it('takes what looks like such a mark out of what people typed', () => {
    const body = [{ type: 'TextBlock', text: `${mentionBegin}Ada${mentionEnd}` }];
    expect(drawn({ body })).toMatchObject({ body: [{ text: 'Ada' }] });
  });

  it('leaves what a click brings back as it is', () => {
    const data = { text: `${mentionBegin}x`, type: 'Action.Execute' };
    expect(drawn({ actions: [{ type: 'Action.Submit', data }] })).toMatchObject({ actions: [{ data }] });
  });

  it('offers people where Teams itself would look them up', () => {
    const lookup = { dataset: 'graph.microsoft.com/users' };
    const picker = { type: 'Input.ChoiceSet', id: 'who', choices: [], 'choices.data': lookup };
    const other = { type: 'Input.ChoiceSet', id: 'what', choices: [{ title: 'A', value: 'a' }] };
    const card = drawn({ body: [picker, other] });
    expect(card).toMatchObject({ body: [{ choices: people }, { choices: [{ title: 'A' }] }] });
    expect(JSON.stringify(card)).not.toContain('choices.data');
  });
});
