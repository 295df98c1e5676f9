import { word } from '../../src/chat/payload.ts';
import { DeliveryError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { Self } from './reading.ts';
import type { Transport } from './transport.ts';

/**
 * Asks Slack once who the desk is there; as long as Slack is away it keeps asking.
 * @throws DeliveryError when the token can never work, with what to do, or when the desk stops
 */
export async function whoAmI(transport: Transport, log: Log): Promise<Self> {
  for (;;) {
    try {
      const answer = await transport.call('auth.test', {});
      const url = word(answer, 'url') ?? 'https://slack.com/';
      return {
        team: word(answer, 'team_id') ?? word(answer, 'enterprise_id') ?? '',
        user: word(answer, 'user_id') ?? '',
        bot: word(answer, 'bot_id') ?? '',
        url: url.endsWith('/') ? url : `${url}/`,
        isOrgWide: answer.is_enterprise_install === true,
      };
    } catch (error) {
      const isHopeless = !(error instanceof DeliveryError) || error.isPermanent || error.platformCode === 'stopping';
      if (isHopeless) throw error;
      log.warn({ code: error.platformCode }, 'Slack does not answer, the desk keeps asking');
    }
  }
}
