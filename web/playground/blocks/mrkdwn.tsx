import { Fragment, type ReactNode } from 'react';
import type { WireObject } from '../../../playground/page/wire.ts';
import { mrkdwnSpans, type Span } from '../../../playground/slack/mrkdwn.ts';
import { stringIn } from '../state/reading.ts';
import { formatDate } from './dates.ts';
import { emojiOf } from './emoji.ts';
import { ChannelName, Mention } from './mention.tsx';
import { SafeLink } from './safe-link.tsx';

/** A text object of Block Kit, plain or with Slack's markup. */
export function TextObject({ text }: { text: WireObject }) {
  const words = stringIn(text.text);
  return text.type === 'mrkdwn' ? <Mrkdwn text={words} /> : <span className="words">{words}</span>;
}

/** Slack's markup, drawn. */
export function Mrkdwn({ text }: { text: string }) {
  return <span className="words">{drawnAll(mrkdwnSpans(text))}</span>;
}

function drawnAll(spans: readonly Span[]): ReactNode {
  return spans.map((span, at) => <Fragment key={at}>{drawn(span)}</Fragment>);
}

function drawn(span: Span): ReactNode {
  switch (span.kind) {
    case 'text':
      return styled(span.text, span.styles);
    case 'code':
      return <code>{span.text}</code>;
    case 'preformatted':
      return <pre>{span.text}</pre>;
    case 'quote':
      return <blockquote>{drawnAll(span.spans)}</blockquote>;
    case 'user':
      return <Mention user={span.id} />;
    case 'channel':
      return <ChannelName id={span.id} />;
    case 'usergroup':
      return <span className="mention">@{span.label ?? span.id}</span>;
    case 'broadcast':
      return <span className="mention">@{span.range}</span>;
    case 'link':
      return <SafeLink url={span.url}>{span.text}</SafeLink>;
    case 'date':
      return <time dateTime={span.at.toISOString()}>{formatDate(span.at, span.format)}</time>;
    case 'emoji':
      return emojiOf(span.name);
  }
}

/** Words in bold, italics, struck through or as code. */
export function styled(words: string, styles: readonly string[]): ReactNode {
  return styles.reduce<ReactNode>((inside, style) => {
    if (style === 'bold') return <b>{inside}</b>;
    if (style === 'italic') return <i>{inside}</i>;
    if (style === 'strike') return <s>{inside}</s>;
    return style === 'code' ? <code>{inside}</code> : inside;
  }, words);
}
