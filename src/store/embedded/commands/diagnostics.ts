import { arch, cpus, hostname, platform, release, totalmem } from 'node:os';
import { CommandError } from '../errors.ts';
import { maxDocumentBytes } from '../values/encode-bson.ts';
import type { Command } from './command.ts';
import { announcedVersion } from './handshake.ts';

/** Answers that say who the server is and how it fares; mongosh asks them when it connects. */
export const diagnosticCommands: Readonly<Record<string, Command>> = {
  ping: { fields: [], run: () => ({}) },
  buildInfo: { fields: [], run: buildInfo },
  buildinfo: { fields: [], run: buildInfo },
  serverStatus: {
    fields: ['repl', 'metrics', 'locks', 'asserts', 'connections', 'opcounters'],
    run: ({ engine }) => ({
      host: hostname(),
      version: announcedVersion.text,
      process: 'deskhand',
      pid: process.pid,
      uptime: Math.floor((engine.now().getTime() - engine.startedAt.getTime()) / 1000),
      localTime: engine.now(),
      connections: { current: engine.connectionCount(), available: 1_000_000 },
      metrics: { cursor: { open: { total: engine.cursors.openCount } } },
      mem: { resident: Math.round(process.memoryUsage.rss() / 1024 / 1024) },
      storageEngine: { name: 'lmdb', supportsCommittedReads: true, persistent: true },
    }),
  },
  hostInfo: {
    fields: [],
    run: ({ engine }) => ({
      system: {
        currentTime: engine.now(),
        hostname: hostname(),
        cpuArch: arch(),
        numCores: cpus().length,
        memSizeMB: Math.round(totalmem() / 1024 / 1024),
      },
      os: { type: platform(), name: platform(), version: release() },
      extra: {},
    }),
  },
  getParameter: {
    fields: ['featureCompatibilityVersion', 'authenticationMechanisms', 'allParameters'],
    run: ({ body }) => {
      if (body.featureCompatibilityVersion !== undefined) return { featureCompatibilityVersion: { version: '7.0' } };
      throw new CommandError(72, 'no option found to get');
    },
  },
  getCmdLineOpts: { fields: [], run: () => ({ argv: ['deskhand'], parsed: {} }) },
  getLog: {
    fields: [],
    run: ({ body }) =>
      body.getLog === '*' ? { names: ['global', 'startupWarnings'] } : { totalLinesWritten: 0, log: [] },
  },
  connectionStatus: {
    fields: ['showPrivileges'],
    run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [], authenticatedUserPrivileges: [] } }),
  },
  whatsmyuri: { fields: [], run: () => ({ you: 'unix-socket' }) },
  listCommands: { fields: [], run: () => ({ commands: {} }) },
  atlasVersion: {
    fields: [],
    run: () => {
      throw new CommandError(59, "no such command: 'atlasVersion'");
    },
  },
  replSetGetStatus: {
    fields: [],
    run: () => {
      throw new CommandError(76, 'not running with --replSet');
    },
  },
  // Sessions carry nothing here that would have to be kept.
  startSession: {
    fields: [],
    run: () => {
      throw new CommandError(115, 'the driver makes the ids of sessions itself');
    },
  },
  endSessions: { fields: [], run: () => ({}) },
  refreshSessions: { fields: [], run: () => ({}) },
  killSessions: { fields: [], run: () => ({}) },
};

function buildInfo() {
  return {
    version: announcedVersion.text,
    gitVersion: 'deskhand',
    modules: [],
    sysInfo: 'deprecated',
    versionArray: announcedVersion.parts,
    bits: 64,
    debug: false,
    maxBsonObjectSize: maxDocumentBytes,
    storageEngines: ['lmdb'],
  };
}
