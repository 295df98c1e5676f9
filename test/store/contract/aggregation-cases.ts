import type { Document } from 'mongodb';

/** The documents that the pipelines run over. */
export const tickets: Document[] = [
  { _id: 1, team: 'it', status: 'new', minutes: 5, tags: ['vpn', 'mail'], openedAt: new Date('2026-03-01T08:30:00Z') },
  { _id: 2, team: 'it', status: 'resolved', minutes: 15, tags: ['vpn'], openedAt: new Date('2026-03-01T22:45:10Z') },
  { _id: 3, team: 'hr', status: 'new', minutes: 20, tags: [], openedAt: new Date('2026-03-29T00:30:00Z') },
  { _id: 4, team: 'hr', status: 'new', tags: ['pay'] },
];

/** A branch of `$switch`; written out, its `then` would make a promise-like object. */
function branch(condition: Document, value: unknown): Document {
  return Object.fromEntries([
    ['case', condition],
    ['then', value],
  ]);
}

/** Pipelines with their results. */
export const pipelines: readonly [what: string, pipeline: Document[], results: Document[]][] = [
  [
    'groups and accumulates',
    [
      {
        $group: {
          _id: '$team',
          n: { $sum: 1 },
          all: { $sum: '$minutes' },
          mean: { $avg: '$minutes' },
          most: { $max: '$minutes' },
        },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 'hr', n: 2, all: 20, mean: 20, most: 20 },
      { _id: 'it', n: 2, all: 20, mean: 10, most: 15 },
    ],
  ],
  [
    'groups by several fields',
    [{ $group: { _id: { t: '$team', s: '$status' }, ids: { $push: '$_id' } } }, { $sort: { '_id.t': 1, '_id.s': 1 } }],
    [
      { _id: { t: 'hr', s: 'new' }, ids: [3, 4] },
      { _id: { t: 'it', s: 'new' }, ids: [1] },
      { _id: { t: 'it', s: 'resolved' }, ids: [2] },
    ],
  ],
  ['counts', [{ $match: { status: 'new' } }, { $count: 'n' }], [{ n: 3 }]],
  [
    'unwinds arrays',
    [{ $unwind: '$tags' }, { $sortByCount: '$tags' }, { $match: { count: { $gt: 1 } } }],
    [{ _id: 'vpn', count: 2 }],
  ],
  [
    'unwinds and keeps what is empty',
    [
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' } },
      { $match: { team: 'hr' } },
      { $sort: { _id: 1 } },
      { $project: { tags: 1, at: 1 } },
    ],
    [
      { _id: 3, at: null },
      { _id: 4, tags: 'pay', at: 0 },
    ],
  ],
  [
    'computes fields',
    [
      { $match: { _id: { $lte: 2 } } },
      { $sort: { _id: 1 } },
      {
        $project: {
          _id: 0,
          late: { $gt: ['$minutes', 10] },
          label: { $concat: ['$team', '-', { $toString: '$_id' }] },
          first: { $arrayElemAt: ['$tags', 0] },
        },
      },
    ],
    [
      { late: false, label: 'it-1', first: 'vpn' },
      { late: true, label: 'it-2', first: 'vpn' },
    ],
  ],
  [
    'chooses by conditions',
    [
      { $sort: { _id: 1 } },
      {
        $project: {
          size: { $switch: { branches: [branch({ $lt: ['$minutes', 10] }, 'small')], default: 'big' } },
          m: { $ifNull: ['$minutes', -1] },
          c: { $cond: [{ $eq: ['$team', 'hr'] }, 1, 0] },
        },
      },
    ],
    [
      { _id: 1, size: 'small', m: 5, c: 0 },
      { _id: 2, size: 'big', m: 15, c: 0 },
      { _id: 3, size: 'big', m: 20, c: 1 },
      { _id: 4, size: 'small', m: -1, c: 1 },
    ],
  ],
  [
    'maps, filters and reduces arrays',
    [
      { $match: { _id: 1 } },
      {
        $project: {
          _id: 0,
          up: { $map: { input: '$tags', as: 't', in: { $toUpper: '$$t' } } },
          v: { $filter: { input: '$tags', cond: { $eq: ['$$this', 'vpn'] } } },
          len: { $reduce: { input: '$tags', initialValue: 0, in: { $add: ['$$value', { $strLenCP: '$$this' }] } } },
        },
      },
    ],
    [{ up: ['VPN', 'MAIL'], v: ['vpn'], len: 7 }],
  ],
  [
    'reads dates',
    [
      { $match: { _id: 2 } },
      {
        $project: {
          _id: 0,
          day: { $dateToString: { date: '$openedAt', format: '%Y-%m-%d' } },
          h: { $hour: '$openedAt' },
          local: { $dateToString: { date: '$openedAt', format: '%Y-%m-%d %H:%M', timezone: 'Europe/Berlin' } },
          ms: { $subtract: ['$openedAt', new Date('2026-03-01T22:45:00Z')] },
        },
      },
    ],
    [{ day: '2026-03-01', h: 22, local: '2026-03-01 23:45', ms: 10_000 }],
  ],
  [
    'puts results side by side',
    [
      {
        $facet: {
          byTeam: [{ $sortByCount: '$team' }, { $count: 'teams' }],
          open: [{ $match: { status: 'new' } }, { $count: 'n' }],
        },
      },
    ],
    [{ byTeam: [{ teams: 2 }], open: [{ n: 3 }] }],
  ],
  [
    'sorts into buckets',
    [
      { $match: { minutes: { $exists: true } } },
      { $bucket: { groupBy: '$minutes', boundaries: [0, 10, 30], output: { n: { $sum: 1 } } } },
    ],
    [
      { _id: 0, n: 1 },
      { _id: 10, n: 2 },
    ],
  ],
  ['puts another root in place', [{ $match: { _id: 1 } }, { $replaceRoot: { newRoot: { id: '$_id' } } }], [{ id: 1 }]],
  ['leaves fields out', [{ $match: { _id: 4 } }, { $unset: ['tags', 'status'] }], [{ _id: 4, team: 'hr' }]],
  [
    'sorts, skips and limits',
    [{ $sort: { _id: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
    [{ _id: 3 }, { _id: 2 }],
  ],
  [
    'merges objects and takes first and last',
    [
      { $sort: { _id: 1 } },
      {
        $group: { _id: '$team', first: { $first: '$_id' }, last: { $last: '$_id' }, states: { $addToSet: '$status' } },
      },
      { $match: { _id: 'hr' } },
    ],
    [{ _id: 'hr', first: 3, last: 4, states: ['new'] }],
  ],
];
