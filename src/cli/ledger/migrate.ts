import { ledgerRolesSql } from '../../stores/postgres/ledgerRoles.js';
import { ledgerMigrationsSql, migrateLedger } from '../../stores/postgres/migrateLedger.js';
import { EXIT } from '../exit.js';
import type { Desk } from '../io.js';
import { badOption } from '../options.js';
import { connectPostgres } from './connectPostgres.js';
import { ledgerAddress } from './ledgerAddress.js';

/** What `ledger migrate` is told. */
export interface MigrateOptions {
  /** Whether the group roles are made too, and given what they need. */
  readonly roles: boolean;
  /** Whether the statements are only printed. */
  readonly print: boolean;
}

/**
 * Makes the tables of a ledger in PostgreSQL, or brings them up to this version: the one command that does, so that
 * nothing changes a database that is at work but whoever says so. A file brings itself up when it is opened.
 *
 * @throws `bad-option` for a file; what `connectPostgres` and `migrateLedger` throw
 */
export async function migrateTables(
  desk: Desk,
  given: string,
  { roles, print }: MigrateOptions,
): Promise<number> {
  const address = ledgerAddress(given);
  if (address.kind === 'file')
    throw badOption('<ledger>', given, 'postgres://USER@HOST:PORT/DATABASE');
  const inSchema = address.schema === undefined ? {} : { schema: address.schema };
  const rolesSql = roles ? ledgerRolesSql(undefined, inSchema) : '';
  if (print) {
    const sql = ledgerMigrationsSql(inSchema) + rolesSql;
    desk.print(desk.json ? JSON.stringify({ sql }, null, 2) : sql);
    return EXIT.done;
  }
  const { db, explained, close } = await connectPostgres(address);
  try {
    const steps = await migrateLedger(db, inSchema);
    if (roles) await db.query(rolesSql);
    if (desk.json) desk.print(JSON.stringify({ steps, roles }, null, 2));
    else {
      desk.print(
        desk.say(
          `台账的表已就绪：共 ${steps.length} 个步骤${roles ? '，组角色已授权' : ''}`,
          `the tables of the ledger are there: ${steps.length} steps${roles ? ', and the group roles have their rights' : ''}`,
        ),
      );
    }
    return EXIT.done;
  } catch (error) {
    throw explained(error);
  } finally {
    await close();
  }
}
