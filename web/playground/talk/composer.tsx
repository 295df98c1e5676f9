import { useDesk } from '../state/desk-context.ts';
import { type Chosen, readFiles } from './attachments.tsx';
import { completionsFor } from './completions.ts';
import { withMentions } from './mentions.ts';
import { MessageBox } from './message-box.tsx';

interface ComposerProps {
  readonly channel: string;
  readonly thread?: string;
  readonly placeholder: string;
}

/** Slack takes no more. */
const longest = 40_000;

/** Where one writes in Slack. */
export function Composer({ channel, thread, placeholder }: ComposerProps) {
  const { act, complain, me, state } = useDesk();
  const refused = (trouble: string) => {
    complain(trouble);
    return { trouble };
  };
  const command = async (typed: string) => {
    const [name = '', ...rest] = typed.split(' ');
    if (thread) return refused('Slack takes commands in channels and direct messages, not in threads.');
    if (name !== '/desk') return refused(`${name} is no command here. Try /desk help.`);
    return act({ do: 'command', channel, command: name, text: rest.join(' ') });
  };
  const say = async (typed: string, files: readonly Chosen[]) => {
    const attached = files.length > 0 ? { files: await readFiles(files) } : {};
    return act({ do: 'say', channel, text: withMentions(typed, state), ...(thread ? { thread } : {}), ...attached });
  };
  return (
    <MessageBox
      draftKey={`${me.id}/${channel}/${thread ?? ''}`}
      placeholder={placeholder}
      longest={longest}
      offersFor={(before) => completionsFor(before, state, thread !== undefined)}
      onSend={(typed, files) => (typed.startsWith('/') ? command(typed) : say(typed, files))}
    />
  );
}
