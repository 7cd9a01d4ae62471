import { ledgerJsonSchema } from '../ledger/json-schema.ts';
import { type Command, exitStatus } from './command.ts';

/** The JSON Schema of the ledger. */
export const schema: Command<'schema'> = async () => ({
  text: `${JSON.stringify(ledgerJsonSchema(), null, 2)}\n`,
  status: exitStatus.match,
});
