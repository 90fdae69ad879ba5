/** Starts PostgreSQL once for a whole run of vitest. */
import { startTestServer } from '../src/platform/database/testDatabase.ts';

export default startTestServer;
