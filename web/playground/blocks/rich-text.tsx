import { Fragment, type ReactNode } from 'react';
import type { WireObject } from '../../../playground/page/wire.ts';
import { objectIn, objectsIn, stringIn } from '../state/reading.ts';
import { formatDate } from './dates.ts';
import { emojiOf } from './emoji.ts';
import { ChannelName, Mention } from './mention.tsx';
import { styled } from './mrkdwn.tsx';
import { SafeLink } from './safe-link.tsx';

/** A rich_text block. */
export function RichText({ block }: { block: WireObject }) {
  return <div className="rich">{each(block.elements, part)}</div>;
}

function each(list: unknown, draw: (element: WireObject) => ReactNode): ReactNode {
  return objectsIn(list).map((element, at) => <Fragment key={at}>{draw(element)}</Fragment>);
}

function part(element: WireObject): ReactNode {
  switch (element.type) {
    case 'rich_text_quote':
      return <blockquote>{each(element.elements, inline)}</blockquote>;
    case 'rich_text_preformatted':
      return <pre>{each(element.elements, inline)}</pre>;
    case 'rich_text_list': {
      const items = objectsIn(element.elements).map((item, at) => <li key={at}>{each(item.elements, inline)}</li>);
      return element.style === 'ordered' ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    default:
      return <div>{each(element.elements, inline)}</div>;
  }
}

function inline(element: WireObject): ReactNode {
  const { type } = element;
  const styles = Object.entries(objectIn(element.style)).flatMap(([name, isOn]) => (isOn === true ? [name] : []));
  switch (type) {
    case 'text':
      return styled(stringIn(element.text), styles);
    case 'user':
      return <Mention user={stringIn(element.user_id)} />;
    case 'channel':
      return <ChannelName id={stringIn(element.channel_id)} />;
    case 'usergroup':
      return <span className="mention">@{stringIn(element.usergroup_id)}</span>;
    case 'broadcast':
      return <span className="mention">@{stringIn(element.range)}</span>;
    case 'emoji':
      return emojiOf(stringIn(element.name));
    case 'link': {
      const url = stringIn(element.url);
      return <SafeLink url={url}>{styled(stringIn(element.text) || url, styles)}</SafeLink>;
    }
    case 'date': {
      const at = new Date(Number(element.timestamp) * 1000);
      return <time dateTime={at.toISOString()}>{formatDate(at, stringIn(element.format))}</time>;
    }
    default:
      return null;
  }
}
