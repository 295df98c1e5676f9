import { aDatabase } from '../kit/a-database.ts';
import { reportsContract } from './reports-contract.ts';

reportsContract('the embedded engine', aDatabase);
