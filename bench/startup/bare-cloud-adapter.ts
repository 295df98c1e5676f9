import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import express from 'express';

/** The least that a bot for Teams is: Microsoft's adapter on express, and nothing done with what comes. */
const credentials = new ConfigurationServiceClientCredentialFactory({
  MicrosoftAppId: 'bbbbbbbb-0000-0000-0000-00000000000b',
  MicrosoftAppPassword: 'secret',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: '11111111-2222-3333-4444-555555555555',
});
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}, credentials));
const app = express();
app.use(express.json());
app.post('/api/messages', (request, response) => void adapter.process(request, response, async () => {}));
app.listen(Number(process.env.PORT), '127.0.0.1');
