import { useState } from 'react';
import { useDesk } from '../state/desk-context.ts';
import type { Route } from '../state/route.ts';
import { keepDraft } from '../talk/drafts.ts';
import { type Step, stepsFor } from './guide-steps.ts';

const remembered = 'deskhand-guide';

/** What to try on a first visit; it ticks itself off and can be put away. */
export function Guide({ onFollow }: { onFollow: () => void }) {
  const { state, selves, go, route } = useDesk();
  const [isAway, setAway] = useState(() => localStorage.getItem(remembered) === 'away');
  const steps = stepsFor({ state, selves, app: route.app ?? 'slack' });
  const next = steps.findIndex(({ isDone }) => !isDone);
  if (steps.length === 0) return null;
  const put = (away: boolean) => {
    localStorage.setItem(remembered, away ? 'away' : 'here');
    setAway(away);
  };
  const follow = ({ to, draft }: Step) => {
    if (draft) keepDraft(draft.key, draft.text);
    go(to);
    onFollow();
    if (draft && isThere({ to }, route)) dispatchEvent(new Event('deskhand-draft'));
  };
  if (isAway)
    return (
      <button type="button" className="link-button guide-back" onClick={() => put(false)}>
        What can I try?
      </button>
    );
  return (
    <section className={next < 0 ? 'guide finished' : 'guide'} aria-label="What to try">
      <header>
        <h2>{next < 0 ? 'You have seen a ticket’s whole life' : 'Try a ticket’s life'}</h2>
        <button type="button" className="icon-button" aria-label="Put the guide away" onClick={() => put(true)}>
          ✕
        </button>
      </header>
      <ol>
        {steps.map((step, at) => (
          <li key={step.words} className={step.isDone ? 'done' : at === next ? 'next' : undefined}>
            <span className="tick" aria-hidden="true">
              {step.isDone ? '✓' : at + 1}
            </span>
            <span>
              {step.words}
              {step.isDone && <span className="for-readers"> Done.</span>}
            </span>
            {at === next && (step.draft !== undefined || !isThere(step, route)) && (
              <button type="button" className="button primary" onClick={() => follow(step)}>
                {step.button}
              </button>
            )}
          </li>
        ))}
      </ol>
      {next < 0 && (
        <p>
          Now try what you like: the same from {route.app ? 'Slack' : 'Teams'}, /desk help, 🎫 under a message, a
          payslip question to HR, App Home.
        </p>
      )}
    </section>
  );
}

function isThere({ to }: Pick<Step, 'to'>, route: Route): boolean {
  return to.app === route.app && to.as === route.as && to.place === route.place;
}
