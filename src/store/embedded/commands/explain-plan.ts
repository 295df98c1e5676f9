import type { Engine } from '../engine.ts';
import { type IndexScan, type Plan, planQuery } from '../planner/plan-query.ts';
import type { Document } from '../values/document.ts';
import { findDocuments, type Search, type SearchCounts } from './find-documents.ts';
import { announcedVersion } from './handshake.ts';

/** How a search is carried out, in the form of MongoDB's explain. */
export function explainSearch(engine: Engine, namespace: string, search: Search, verbosity: string): Document {
  const collection = engine.collection(namespace);
  const plan = collection && planQuery(collection.indexes, search);
  const winningPlan = plan ? describePlan(plan, search) : { stage: 'EOF' };
  const counts: SearchCounts = { keysExamined: 0, documentsExamined: 0 };
  let nReturned = 0;
  const began = performance.now();
  if (collection && plan && verbosity !== 'queryPlanner') {
    for (const _ of findDocuments(collection, search, plan, counts)) nReturned += 1;
  }
  const executionStats = {
    executionSuccess: true,
    nReturned,
    executionTimeMillis: Math.round(performance.now() - began),
    totalKeysExamined: counts.keysExamined,
    totalDocsExamined: counts.documentsExamined,
    executionStages: winningPlan,
  };
  return {
    explainVersion: '1',
    queryPlanner: { namespace, parsedQuery: search.filter, winningPlan, rejectedPlans: [] },
    ...(verbosity === 'queryPlanner' ? {} : { executionStats }),
    serverInfo: { version: announcedVersion.text },
  };
}

function describePlan(plan: Plan, { filter, sort, skip, limit }: Search): Document {
  let described = describeScan(plan, filter);
  if (!plan.isSorted) {
    const sortPattern = Object.fromEntries(sort.map(({ path, ascending }) => [path, ascending ? 1 : -1]));
    described = { stage: 'SORT', sortPattern, inputStage: described };
  }
  if (skip) described = { stage: 'SKIP', skipAmount: skip, inputStage: described };
  if (limit) described = { stage: 'LIMIT', limitAmount: limit, inputStage: described };
  return described;
}

function describeScan(plan: Plan, filter: Document): Document {
  const rest = Object.keys(filter).length > 0 ? { filter } : {};
  switch (plan.stage) {
    case 'COLLSCAN':
      return { stage: 'COLLSCAN', ...rest, direction: plan.reverse ? 'backward' : 'forward' };
    case 'IXSCAN':
      return { stage: 'FETCH', ...rest, inputStage: describeIndexScan(plan) };
    case 'OR':
      return {
        stage: 'FETCH',
        ...rest,
        inputStage: { stage: 'OR', inputStages: plan.branches.map(describeIndexScan) },
      };
  }
}

function describeIndexScan({ index, bounds, reverse }: IndexScan): Document {
  return {
    stage: 'IXSCAN',
    keyPattern: index.pattern,
    indexName: index.name,
    isMultiKey: index.isMultikey,
    isUnique: index.isUnique,
    isSparse: index.isSparse,
    isPartial: index.partialFilter !== undefined,
    direction: reverse ? 'backward' : 'forward',
    ranges: bounds.ranges.length,
    pointFields: bounds.pointFields,
  };
}
