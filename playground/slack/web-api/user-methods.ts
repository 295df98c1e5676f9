import type { Person } from '../model.ts';
import type { Parts } from '../parts.ts';
import { wirePerson, wireProfile } from '../payloads/wire-person.ts';
import { SlackError } from '../slack-error.ts';
import { channelPage } from './conversation-methods.ts';
import { isMember, personById } from './lookups.ts';
import type { Method, Methods } from './method.ts';
import { nextCursor, pageOf } from './pages.ts';

const info: Method = (args, slack) => ({
  user: shown(personById(slack, args.text('user')), slack, args.flag('include_locale')),
});

/** Everyone at once unless a limit is given. */
const list: Method = (args, slack) => {
  const page = pageOf(slack.people.all(), args, { limit: 1000, most: 1000, keyOf: (one) => one.id });
  const withLocale = args.flag('include_locale');
  return { members: page.items.map((one) => shown(one, slack, withLocale)), cache_ts: 0, ...nextCursor(page) };
};

const lookupByEmail: Method = (args, slack) => {
  const person = slack.people.byEmail(args.text('email'));
  if (!person) throw new SlackError('users_not_found');
  return { user: shown(person, slack, false) };
};

const profile: Method = (args, slack) => {
  const person = personById(slack, args.text('user') || slack.identity.botUserId);
  return { profile: wireProfile(person, { identity: slack.identity, withEmail: slack.mayReadEmail }) };
};

const presence: Method = (args, slack) => ({
  presence: personById(slack, args.text('user') || slack.identity.botUserId).deactivated ? 'away' : 'active',
});

/** The channels that a person and the app share, or all of the app's own. */
const conversations: Method = (args, slack) => {
  const person = personById(slack, args.text('user') || slack.identity.botUserId);
  const theirs = slack.channels.all().filter((one) => one.members.has(person.id));
  return channelPage(
    theirs.filter((one) => one.type === 'channel' || isMember(slack, one)),
    args,
    slack,
  );
};

function shown(person: Person, slack: Parts, withLocale: boolean) {
  return wirePerson(person, {
    identity: slack.identity,
    withEmail: slack.mayReadEmail,
    withLocale,
    at: slack.clock.now(),
  });
}

/** users.* and usergroups.*; this workspace has no user groups. */
export const userMethods: Methods = {
  'users.info': info,
  'users.list': list,
  'users.lookupByEmail': lookupByEmail,
  'users.profile.get': profile,
  'users.getPresence': presence,
  'users.conversations': conversations,
  'usergroups.list': () => ({ usergroups: [] }),
  'usergroups.users.list': () => {
    throw new SlackError('no_such_subteam');
  },
};
