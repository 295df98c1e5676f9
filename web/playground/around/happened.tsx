import { useState } from 'react';
import type { Happening, WireCall, WirePlatform } from '../../../playground/page/wire.ts';
import { emojiOf } from '../blocks/emoji.ts';
import { useDesk } from '../state/desk-context.ts';
import { firstName } from '../state/reading.ts';

/** The latest are drawn at once, the others when asked for. */
const shownFirst = 40;

/** What happened on both platforms: each event, what the desk made of it, and what it asked in turn. Newest first. */
export function Happened() {
  const { state } = useDesk();
  const [isWhole, setWhole] = useState(false);
  const newestFirst = state.happenings.toReversed();
  const shown = isWhole ? newestFirst : newestFirst.slice(0, shownFirst);
  return (
    <section className="happened" aria-label="What happened">
      <h2>What happened</h2>
      {shown.length === 0 && (
        <p className="empty">
          Each click and message shows up here: which flow took it, how long it took, and what the desk asked of Slack
          and Teams.
        </p>
      )}
      <ol>
        {shown.map((happening) => (
          <li key={happening.id}>
            <HappeningItem happening={happening} />
          </li>
        ))}
      </ol>
      {shown.length < newestFirst.length && (
        <button type="button" className="link-button" onClick={() => setWhole(true)}>
          Show all {newestFirst.length}
        </button>
      )}
    </section>
  );
}

const outcomes = { done: '✓ done', refused: '⊘ refused', failed: '✕ failed' } as const;

function HappeningItem({ happening }: { happening: Happening }) {
  const { state } = useDesk();
  const { platform, who, deed, flow, outcome, ms, tickets, calls, taken, at } = happening;
  const person = who ? (state.people.get(who) ?? state.teams.people.get(who)) : undefined;
  return (
    <details className={`happening ${outcome ?? ''}`}>
      <summary>
        <span className="deed">
          {person && <b>{firstName(person)} </b>}
          {deed.replace(/:([\w+-]+):/g, (_, name: string) => emojiOf(name))}
        </span>
        <span className="facts">
          {platform && <PlatformMark platform={platform} />}
          {flow && <code>{flow}</code>}
          {tickets.map((key) => (
            <span key={key} className="key">
              {key}
            </span>
          ))}
          {ms !== undefined && <span>{ms} ms</span>}
          {outcome && <span className={`outcome ${outcome}`}>{outcomes[outcome]}</span>}
          <span className="calls-count">{calls.length === 1 ? '1 call' : `${calls.length} calls`}</span>
        </span>
      </summary>
      <dl className="more-facts">
        <dt>At</dt>
        <dd>{new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' }).format(at)}</dd>
        {taken && <dt>Acknowledged</dt>}
        {taken && <dd>{taken}</dd>}
        <dt>Event</dt>
        <dd className="event-id">{happening.id}</dd>
      </dl>
      <Calls calls={calls} />
    </details>
  );
}

function Calls({ calls }: { calls: readonly WireCall[] }) {
  if (calls.length === 0) return <p className="no-calls">The desk asked nothing of Slack or Teams.</p>;
  return (
    <table className="calls">
      <caption className="for-readers">Calls to Slack's Web API and Teams' connector</caption>
      <thead className="for-readers">
        <tr>
          <th scope="col">Platform</th>
          <th scope="col">Method</th>
          <th scope="col">Time</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ platform, number, method, ms, status, isFine }) => (
          <tr key={`${platform}/${number}`} className={isFine ? undefined : 'bad'}>
            <th scope="row">
              <PlatformMark platform={platform} />
            </th>
            <td>{method}</td>
            <td>{ms} ms</td>
            <td>{status}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const platformNames = { slack: 'Slack', teams: 'Teams' } as const;

function PlatformMark({ platform }: { platform: WirePlatform }) {
  return <span className={`platform ${platform}`}>{platformNames[platform]}</span>;
}
