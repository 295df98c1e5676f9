import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Report, ReportRequest } from '../../src/reports/report.ts';
import { reports } from '../../src/reports/reports.ts';
import { type Connection, connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels, type Models } from '../../src/store/models.ts';
import { MongoReportSource } from '../../src/store/mongo-report-source.ts';
import { toDocument } from '../../src/store/ticket-document.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { berlin, countedTickets, week, zone } from './a-counted-desk.ts';
import { countedSurveys } from './counted-surveys.ts';
import { countsContract } from './counts-contract.ts';
import { everyReportContract } from './every-report-contract.ts';
import { timesContract } from './times-contract.ts';

/**
 * Every report on a desk that was counted by hand, so that each server that is to run them can be held to it.
 * @param uriOf an empty database
 */
export function reportsContract(name: string, uriOf: () => Promise<string>): void {
  describe(`the reports on ${name}`, () => {
    let connection: Connection;
    let models: Models;
    beforeAll(async () => {
      connection = await connect(await uriOf());
      await connection.dropDatabase();
      models = defineModels(connection);
      await createIndexes(models);
      await models.tickets.collection.insertMany(countedTickets.map(asDocument));
      const surveys = countedSurveys.map((survey, at) => ({ ...survey, _id: at as never }));
      await connection.collection('surveys').insertMany(surveys);
    });
    afterAll(async () => {
      await connection.dropDatabase();
      await connection.close();
    });

    const ask = (report: string, request: Partial<ReportRequest> = {}) =>
      named(report).run(new MongoReportSource(models), {
        ...{ period: week, timeZone: zone, now: berlin('04-01 12:00'), withTickets: false },
        ...request,
      });
    const cells = async (report: string, request: Partial<ReportRequest> = {}) =>
      (await ask(report, request)).rows.map((row) => row.cells);

    countsContract({ ask, cells });
    timesContract({ ask, cells });
    everyReportContract({ ask, cells });
  });
}

function named(name: string): Report {
  const report = reports.find((one) => one.name === name);
  if (!report) throw new Error(`there is no report ${name}`);
  return report;
}

export function asDocument(ticket: Ticket) {
  return { ...toDocument(ticket), _id: ticket.key as never };
}
