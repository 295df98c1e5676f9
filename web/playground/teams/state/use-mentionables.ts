import { useMemo } from 'react';
import type { Mentionable } from '../talk/typed-text.ts';
import { membersOf } from './reading-teams.ts';
import { useTeams } from './use-teams.ts';

/** Whom one can mention in a place: who is there, and the desk. */
export function useMentionables(placeId: string): readonly Mentionable[] {
  const { state } = useTeams();
  const { places, people, bot } = state;
  return useMemo(() => {
    const place = places.get(placeId);
    const members = place ? membersOf(state, place) : [];
    const there = members.flatMap((id) => {
      const person = people.get(id);
      return person ? [{ id, name: person.realName, hint: person.role }] : [];
    });
    return [{ id: 'bot', name: bot.name, hint: 'the desk' }, ...there];
  }, [places, people, bot, state, placeId]);
}
