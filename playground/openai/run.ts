import { parseArgs } from 'node:util';
import { OpenaiEmulator } from './openai-emulator.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8089' } } });
const emulator = await OpenaiEmulator.start(Number(values.port));
process.stdout.write(`A model in a box: ${emulator.url}

  OPENAI_BASE_URL=${emulator.url} OPENAI_API_KEY=x OPENAI_EMBEDDING_MODEL=emulated npm start

What it was sent: ${emulator.url.replace('/v1', '/requests')}
To make it fail: curl -d '{"fault": "slow"}' ${emulator.url.replace('/v1', '/faults')}
`);
