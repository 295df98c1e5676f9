import { onSlack } from './on-slack.ts';
import { theChatAdapter } from './the-chat-adapter.ts';

theChatAdapter('Slack', onSlack);
