import { agents } from './agents.ts';
import { ai } from './ai.ts';
import { backlog } from './backlog.ts';
import { deflection } from './deflection.ts';
import { firstContact } from './first-contact.ts';
import { flow } from './flow.ts';
import { knowledgeGaps } from './knowledge-gaps.ts';
import { load } from './load.ts';
import { opened } from './opened.ts';
import { promises } from './promises.ts';
import { reassigned } from './reassigned.ts';
import { recurring } from './recurring.ts';
import { reopened } from './reopened.ts';
import type { Report } from './report.ts';
import { resolutionTimes } from './resolution-times.ts';
import { resolved } from './resolved.ts';
import { responseTimes } from './response-times.ts';
import { satisfaction } from './satisfaction.ts';
import { services } from './services.ts';
import { sla } from './sla.ts';

/** Every question that can be asked, in the order in which they are listed. */
export const reports: readonly Report[] = [
  opened,
  resolved,
  backlog,
  responseTimes,
  resolutionTimes,
  sla,
  reopened,
  reassigned,
  firstContact,
  satisfaction,
  promises,
  services,
  recurring,
  deflection,
  knowledgeGaps,
  load,
  flow,
  agents,
  ai,
];
