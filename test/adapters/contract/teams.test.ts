import { onTeams } from './on-teams.ts';
import { theChatAdapter } from './the-chat-adapter.ts';

theChatAdapter('Teams', onTeams);
